"""What the clinic has set for visits, and how the kiosk waits for one because of it."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.idle import IdlePolicy
from kiosk.domain.mode import Mode
from kiosk.domain.opening_hours import Hours


@dataclass(frozen=True, slots=True)
class VisitPolicy:
    """How long to wait for a silent visitor, when the clinic is open, what invites.

    `attract` shows an invitation between visits, instead of the first page.
    """

    idle: IdlePolicy
    hours: Hours
    attract: bool

    def waiting_mode(self, now: datetime) -> Mode:
        """Return how the kiosk waits for a visitor."""
        if not self.hours.is_open(now):
            return Mode.DARK
        return Mode.ATTRACT if self.attract else Mode.FIRST_PAGE
