"""What was said when it was approved, to compare with what is said now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.triage import Level

Points = Mapping[Level, tuple[str, ...]]
"""The points of a page's care cards, as plain text, by the level of their card."""


@dataclass(frozen=True, slots=True)
class SignedRow:
    """A symptom, a factor or a rule as it was approved, in one plain sentence.

    A factor has no level of its own: its level is `INFORMATION`.
    """

    level: Level
    sentence: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The rows of the checklist by their ids, and the points of each page.

    A page's key is its path without its ending, such as `en/vision`.
    """

    rows: Mapping[str, SignedRow] = field(default_factory=dict)
    points: Mapping[str, Points] = field(default_factory=dict)
