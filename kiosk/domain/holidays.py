"""Days on which the clinic is closed: a date, a range of dates, or one each year."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Self

from msgspec import Struct

from kiosk.errors import EntryError

_FORMS = 'write "2026-12-25", "2026-12-24 to 2027-01-02", or "12-25" for each year'
_DATE = re.compile(r"(?:(\d{4})-)?(\d\d)-(\d\d)")
_TO = re.compile(r"\s*(?:\bto\b|/|\.\.|[\u2010-\u2015]|\s-\s)\s*")
_EACH_YEAR = 0
_LEAP_YEAR = 2000
"""The year in which to check a day of each year: it has a 29 February."""

_Day = tuple[int, int, int]
"""Year, month and day; the year may be `_EACH_YEAR`."""


class Holiday(Struct, frozen=True):
    """All days from `first` to `last`, once or each year."""

    first: _Day
    last: _Day

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the days of a text such as `12-25` or `2026-12-24 to 2027-01-02`.

        Raises `EntryError` for anything else.
        """
        ends = [_day(part) for part in _TO.split(text.strip())]
        right = [day for day in ends if day]
        years = {day[0] == _EACH_YEAR for day in right}
        if len(ends) > 2 or len(right) < len(ends) or len(years) > 1:
            raise EntryError(f"{text!r} is no date", _FORMS)
        holiday = cls(right[0], right[-1])
        if holiday.last < holiday.first and not holiday.is_yearly:
            raise EntryError(f"{text!r} ends before it begins", _FORMS)
        return holiday

    @property
    def is_yearly(self) -> bool:
        """Whether the days come again each year."""
        return self.first[0] == _EACH_YEAR

    def includes(self, day: date) -> bool:
        """Check whether a date is one of these days."""
        here = _EACH_YEAR if self.is_yearly else day.year, day.month, day.day
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last  # over the end of the year


def is_holiday(day: date, holidays: Iterable[Holiday]) -> bool:
    """Check whether the clinic is closed all of a day."""
    return any(holiday.includes(day) for holiday in holidays)


def _day(text: str) -> _Day | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part or _EACH_YEAR) for part in found.groups())
    try:
        date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return year, month, day
