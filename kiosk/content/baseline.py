"""What was said when it was approved, to compare with what is said now."""

from collections.abc import Mapping

from msgspec import Struct, field

from kiosk.domain.triage import Level

Points = Mapping[Level, tuple[str, ...]]
"""The points of a page's care cards, as plain text, by the level of their card."""


class SignedRow(Struct, frozen=True):
    """A symptom, a factor or a rule as it was approved, in one plain sentence.

    A factor has no level of its own: its level is `INFORMATION`.
    """

    level: Level
    sentence: str


class Baseline(Struct, frozen=True):
    """The rows of the checklist by their ids, and the points of each page.

    A page's key is its path without its ending, such as `en/vision`.
    """

    rows: Mapping[str, SignedRow] = field(default_factory=dict)
    points: Mapping[str, Points] = field(default_factory=dict)
