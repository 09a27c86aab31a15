"""The clinic, as its settings describe it."""

from dataclasses import dataclass, field

from kiosk.domain.booking import Booking
from kiosk.domain.opening_hours import ALWAYS, Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """The clinic as its settings describe it; an empty text means not set."""

    name: str
    phone: str = ""
    desk: str = ""
    emergency_number: str = ""
    out_of_hours: str = ""
    hours: Hours = ALWAYS
    booking: Booking = field(default_factory=Booking)
