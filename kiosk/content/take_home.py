"""What the code to take home holds: a page's address, or the clinic's card.

It never holds an answer of the checklist, nor anything else that a visitor touched.
"""

from collections.abc import Iterator
from datetime import datetime

from kiosk.content.bidi import bare
from kiosk.content.hours_in_words import hours_of_week
from kiosk.content.packs import Pack
from kiosk.domain.clinic import Clinic
from kiosk.domain.handout import CARD_START, MOST_CARD_BYTES

_NO_BREAK = "\N{NO-BREAK SPACE}"
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def contact_card(clinic: Clinic, pack: Pack, now: datetime) -> str:
    """Return the clinic as a vCard, which phones understand without a network.

    Its note says what to watch for, and the hours if there is room for them. Empty
    where not even the note fits in a code.
    """
    hours = "\n".join(_hours(clinic, pack, now))
    whole = _card(clinic, "\n".join(filter(None, (pack.strings.watch_for, hours))))
    if _fits(whole):
        return whole
    without_hours = _card(clinic, pack.strings.watch_for)
    return without_hours if _fits(without_hours) else ""


def _fits(card: str) -> bool:
    return len(card.encode()) <= MOST_CARD_BYTES


def _card(clinic: Clinic, note: str) -> str:
    name = _escaped(clinic.name)
    phone = [f"TEL:{_plain(clinic.phone)}"] if clinic.phone else []
    lines = [f"N:{name}", f"FN:{name}", *phone, f"NOTE:{_escaped(note)}"]
    return "\r\n".join([CARD_START, "VERSION:3.0", *lines, "END:VCARD"])


def _hours(clinic: Clinic, pack: Pack, now: datetime) -> Iterator[str]:
    return (f"{it.days}: {it.hours}" for it in hours_of_week(clinic.hours, now, pack))


def _escaped(text: str) -> str:
    return _plain(text).translate(_ESCAPED)


def _plain(text: str) -> str:
    """Return text without what only a screen needs."""
    return bare(text).replace(_NO_BREAK, " ")
