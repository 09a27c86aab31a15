"""The clinic's opening hours: parse a week of them, and check whether it is open."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Self

from msgspec import Struct

from kiosk.domain.holidays import Holiday, is_holiday
from kiosk.errors import EntryError

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

CLOSED = "closed"

_FORMS = 'write "09:00-17:00", "09:00-12:00, 14:00-18:00", "22:00-02:00" or "closed"'

_DAY = 24 * 60
_TIME = re.compile(r"(\d\d):(\d\d)")

_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")

Span = tuple[int, int]


class Hours(Struct, frozen=True):
    """The week as it was written, and as spans of minutes after midnight.

    A span whose end is past 24 hours goes on after midnight. A day without hours has no
    entry: nothing is known of it. On holidays the clinic is closed.
    """

    as_written: Mapping[str, str]
    spans: Mapping[str, tuple[Span, ...]]
    holidays: tuple[Holiday, ...] = ()

    @classmethod
    def parse(cls, week: Mapping[str, str], holidays: tuple[Holiday, ...] = ()) -> Self:
        """Return the hours of a week of days such as `09:00-12:00, 22:00-02:00`.

        A day may be `closed`, in any letters; a dash may be a long one. Raises
        `EntryError`, naming the day, for anything else.
        """
        written = {day: _plain(text) for day, text in week.items() if text.strip()}
        spans = {day: _spans(day, text) for day, text in written.items()}
        return cls(written, spans, holidays)

    @property
    def runs(self) -> tuple[tuple[str, str, str], ...]:
        """The first and last of days in a row with the same hours, and these hours."""
        written = [(day, self.as_written.get(day, "")) for day in DAYS]
        rows = [list(run) for _, run in groupby(written, key=itemgetter(1))]
        return tuple((row[0][0], row[-1][0], row[0][1]) for row in rows if row[0][1])

    def is_open(self, moment: datetime) -> bool:
        """Return whether the clinic is open at a local time.

        A day of which nothing is known counts as open: the screen must not go dark
        in front of a visitor because a line was left out.
        """
        minute = moment.hour * 60 + moment.minute
        late = self._spans_on(moment.date() - timedelta(days=1)) or ()
        today = self._spans_on(moment.date())
        return (
            any(start <= minute + _DAY < end for start, end in late)
            or today is None
            or any(start <= minute < end for start, end in today)
        )

    def is_over(self, moment: datetime) -> bool:
        """Return whether the clinic is closed, and opens no more on this day."""
        minute = moment.hour * 60 + moment.minute
        today = self._spans_on(moment.date()) or ()
        is_later = any(start > minute for start, _ in today)
        return not (is_later or self.is_open(moment))

    def is_holiday(self, day: date) -> bool:
        """Check whether a date is one of the clinic's holidays."""
        return is_holiday(day, self.holidays)

    def written_on(self, day: date) -> str:
        """Return the hours of a day as written; nothing if they are not known."""
        if self.is_holiday(day):
            return CLOSED
        return self.as_written.get(DAYS[day.weekday()], "")

    def _spans_on(self, day: date) -> tuple[Span, ...] | None:
        if self.is_holiday(day):
            return ()
        return self.spans.get(DAYS[day.weekday()])


def _plain(text: str) -> str:
    """Return hours with plain dashes and small letters."""
    plain = _DASH.sub("-", text.strip())
    return CLOSED if plain.lower() == CLOSED else plain


def _spans(day: str, text: str) -> tuple[Span, ...]:
    if text == CLOSED:
        return ()
    return tuple(_span(day, part) for part in text.split(","))


def _span(day: str, text: str) -> Span:
    ends = [_minutes(time) for time in text.strip().split("-")]
    if len(ends) != 2 or None in ends or ends[0] in (ends[1], _DAY):
        raise EntryError(f"{text.strip()!r} is no time", _FORMS, key=day)
    start, end = (minutes or 0 for minutes in ends)
    return start, end if end > start else end + _DAY


def _minutes(text: str) -> int | None:
    """Return the minutes after midnight, up to `24:00`; None if it is no time."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= _DAY else None


ALWAYS = Hours({}, {})
