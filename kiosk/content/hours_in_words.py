"""The opening hours as a visitor reads them: today's, and the week in a few lines."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from kiosk.content.packs import Pack
from kiosk.content.placeholders import fill
from kiosk.domain.opening_hours import CLOSED, DAYS, Hours

_SPACE, _NO_BREAK = " ", "\N{NO-BREAK SPACE}"


class HoursRow(Struct, frozen=True):
    """Days in a row that have the same hours, and whether today is one of them."""

    days: str
    hours: str
    has_today: bool


def hours_today(hours: Hours, now: datetime, pack: Pack) -> str:
    """Return the hours of today in a sentence; nothing if they are not known."""
    written = hours.written_on(now.date())
    if not written:
        return ""
    return fill(pack.strings.today, {"hours": in_words(written, pack)})


def hours_of_week(hours: Hours, now: datetime, pack: Pack) -> Iterator[HoursRow]:
    """Yield days with the same hours, and these hours, in the order of the week."""
    today = now.weekday()
    for first, last, written in hours.runs:
        days = pack.days[first]
        if last != first:
            days = _from_to(days, pack.days[last], pack)
        has_today = DAYS.index(first) <= today <= DAYS.index(last)
        yield HoursRow(days, in_words(written, pack), has_today=has_today)


def in_words(written: str, pack: Pack) -> str:
    """Return hours as they are set, such as `09:00-17:00`, in words of a language.

    A line never ends within one span.
    """
    if written.strip() == CLOSED:
        return pack.strings.closed
    spans = (span.strip().partition("-") for span in written.split(","))
    texts = (_from_to(start.strip(), end.strip(), pack) for start, _, end in spans)
    unbroken = (pack.in_digits(text).replace(_SPACE, _NO_BREAK) for text in texts)
    return pack.strings.between_symptoms.join(unbroken)


def _from_to(first: str, last: str, pack: Pack) -> str:
    return fill(pack.strings.from_to, {"first": first, "last": last})
