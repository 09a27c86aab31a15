"""Visitors as a clinician thinks of them, and how soon each must be seen."""

from msgspec import Struct

from kiosk.domain.triage import Level


class Case(Struct, frozen=True):
    """A visitor in a few words, what they touch, and the level they must be given."""

    who: str
    answers: tuple[str, ...]
    level: Level
