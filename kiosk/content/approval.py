"""Whether a clinician has approved a text: who, when, and whether it changed since.

The files compute the hashes; the clock is the caller's.
"""

from datetime import date
from enum import Enum

from msgspec import Struct


class ApprovalState(Enum):
    """How far a text is approved, the least first."""

    NEVER = "never"
    CHANGED = "changed"
    APPROVED = "approved"


class Approval(Struct, frozen=True):
    """Who approved a text, and when; all of it is empty where nobody has.

    `approved_hash` is that of the text they approved, `text_hash` that of the text as
    it is now.
    """

    by: str = ""
    on: date | None = None
    approved_hash: str = ""
    text_hash: str = ""

    def state(self, today: date) -> ApprovalState:
        """Return the state on a day.

        A name without a date, a date to come or no hash approves nothing.
        """
        has_name = bool(self.by.strip() and self.approved_hash)
        if not has_name or self.on is None or self.on > today:
            return ApprovalState.NEVER
        is_same = self.approved_hash == self.text_hash
        return ApprovalState.APPROVED if is_same else ApprovalState.CHANGED

    def is_valid(self, today: date) -> bool:
        """Check whether the text as it is now is approved."""
        return self.state(today) is ApprovalState.APPROVED
