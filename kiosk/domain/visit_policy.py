"""The clinic's settings for visits: idle times, opening hours, invitation."""

from datetime import datetime

from msgspec import Struct

from kiosk.domain.idle import IdlePolicy
from kiosk.domain.mode import Mode
from kiosk.domain.opening_hours import Hours


class VisitPolicy(Struct, frozen=True):
    """The silence a visitor may keep, the opening hours, and the invitation.

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
