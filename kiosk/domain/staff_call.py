"""A visitor's call for staff: how long it waits, and what becomes of it."""

from enum import Enum, auto

from msgspec import Struct

ANSWER_S = 15.0
"""Seconds after which a visitor is told that nobody has answered."""


class CallState(Enum):
    """What a visitor is told of the call."""

    NONE = auto()
    """Nobody was called."""
    CALLING = auto()
    COMING = auto()
    """Somebody took the call."""
    UNANSWERED = auto()
    """Nobody has, so far; the call can be made again."""


class StaffCall(Struct, frozen=True):
    """A call by its number, made at `called_at` seconds of a clock.

    The number is made by chance. It says nothing of the visitor, nor why they call.
    """

    number: str
    called_at: float
    is_taken: bool = False

    def state(self, now: float) -> CallState:
        """Return what the visitor is told at a time; a late answer is one, too."""
        if self.is_taken:
            return CallState.COMING
        waited = now - self.called_at
        return CallState.CALLING if waited < ANSWER_S else CallState.UNANSWERED
