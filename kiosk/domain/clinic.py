"""Who the clinic is: the facts that stand in the kiosk's sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.booking import Booking
from kiosk.domain.hours import ALWAYS, Hours

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def fill(text: str, terms: Mapping[str, str]) -> str:
    """Put the clinic's own terms where `text` has their names in braces."""
    return _PLACEHOLDER.sub(lambda hole: terms.get(hole[1], hole[0]), text)


def unknown_terms(text: str, terms: Mapping[str, str]) -> list[str]:
    """Return the names in braces that `terms` has no word for."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in terms]


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
