"""Visitors as a clinician thinks of them, and how soon each must be seen."""

from dataclasses import dataclass

from kiosk.domain.triage import Level


@dataclass(frozen=True, slots=True)
class Case:
    """A visitor in a few words, what they touch, and the level they must be given."""

    who: str
    answers: tuple[str, ...]
    level: Level
