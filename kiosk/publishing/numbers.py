"""The clinic's phone numbers as addresses that a phone can call."""

import re

from kiosk.content.bidi import bare
from kiosk.domain.clinic import Clinic

_UNDIALLED = re.compile(r"[^0-9+]")
_DIALLED = re.compile(r"\+?[0-9]{3,}")


def calls_of(clinic: Clinic) -> dict[str, str]:
    """Return the address of each number that the clinic has set, by how it is said."""
    said = (clinic.emergency_number, clinic.phone, clinic.out_of_hours)
    return {text: address for text in said if (address := call_address(text))}


def call_address(text: str) -> str:
    """Return the address that calls the number in a text; empty if there is none."""
    number = _UNDIALLED.sub("", bare(text))
    return f"tel:{number}" if _DIALLED.fullmatch(number) else ""
