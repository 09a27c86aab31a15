"""Doubt settings that are well written and can hardly be meant.

They are used all the same, but for a width that no screen has.
"""

import re
from collections.abc import Iterator

from kiosk.domain.booking import Booking
from kiosk.domain.metrics import is_screen_width
from kiosk.domain.opening_hours import Hours
from kiosk.errors import EntryError
from kiosk.files.settings_tables import ClinicTable, SettingsFile, Translated

LONGEST_NAME = 40
"""Letters of a clinic's name that the narrowest screen shows beside its disclaimer."""

_LONGEST_DAY_MIN = 14 * 60
_DIGIT_IN_WORD = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_FEWEST_DIGITS = 6


def setting_doubts(
    file: SettingsFile, hours: Hours, booking: Booking
) -> Iterator[EntryError]:
    """Yield each valid value that can hardly be meant, with what to write."""
    yield from _name_doubts(file.clinic)
    yield from _number_doubts(file.clinic)
    yield from _hours_doubts(hours)
    if not is_right_width(file):
        yield EntryError(
            f"no screen is {file.screen.width_mm:g} mm wide, so this is not used",
            "measure the picture in millimetres, such as 476",
            key="screen.width_mm",
        )
    if booking.is_set_up and not booking.fits_docked:
        yield EntryError(
            "too long for the small code, so the code is on the booking page alone",
            "write a shorter address",
            key="booking.url",
        )


def is_right_width(file: SettingsFile) -> bool:
    """Return whether the width of the screen is one that screens have, or not set."""
    width = file.screen.width_mm
    return width == 0 or is_screen_width(width)


def _name_doubts(clinic: ClinicTable) -> Iterator[EntryError]:
    for key, name in _each("clinic.name", clinic.name):
        if len(name) > LONGEST_NAME:
            message = f"has {len(name)} letters, and is cut off where there is no room"
            remedy = f"write at most {LONGEST_NAME}, as people say it"
            yield EntryError(message, remedy, key=key)
    for key, desk in _each("clinic.desk", clinic.desk):
        if desk.rstrip().endswith("."):
            message = "is in the middle of a sentence, so its full stop is left out"
            yield EntryError(message, "delete the full stop", key=key)


def _number_doubts(clinic: ClinicTable) -> Iterator[EntryError]:
    number = clinic.emergency_number
    if number and (_DIGIT_IN_WORD.search(number) or not _digits(number)):
        message = "is shown as the number to call in an emergency, and is hardly one"
        yield EntryError(
            message, 'write it like "999" or "112"', key="clinic.emergency_number"
        )
    phone = clinic.phone
    if phone and (_DIGIT_IN_WORD.search(phone) or len(_digits(phone)) < _FEWEST_DIGITS):
        message = "is hardly a whole phone number"
        yield EntryError(message, "write it as it is dialled", key="clinic.phone")


def _hours_doubts(hours: Hours) -> Iterator[EntryError]:
    for day, spans in hours.spans.items():
        longest = max((end - start for start, end in spans), default=0)
        if _LONGEST_DAY_MIN < longest < 24 * 60:
            message = f"is {longest / 60:.3g} hours without a break"
            remedy = "check that the first time is when the clinic opens"
            yield EntryError(message, remedy, key=f"clinic.hours.{day}")


def _each(key: str, words: Translated) -> Iterator[tuple[str, str]]:
    """Yield the words of each language with their place."""
    if isinstance(words, str):
        yield key, words
        return
    for language, said in words.items():
        yield f"{key}.{language}", said


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
