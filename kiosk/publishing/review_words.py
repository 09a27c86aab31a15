"""When a page was written and is due, and whether anyone checked it, in words."""

from collections.abc import Iterator
from datetime import date

from kiosk.content.approval import ApprovalState
from kiosk.content.packs import Pack
from kiosk.content.pages import Page
from kiosk.content.placeholders import fill


def review_words(page: Page, pack: Pack, today: date) -> Iterator[str]:
    """Yield the lines about the state of a page; days are written as in a form."""
    strings = pack.strings
    yield fill(strings.written, {"date": _day(page.written, pack)})
    yield fill(strings.review_by, {"date": _day(page.review_by, pack)})
    approval, state = page.approval, page.approval.state(today)
    if state is ApprovalState.CHANGED:
        yield strings.changed_since_check
    elif state is ApprovalState.APPROVED and approval.on:
        terms = {"name": pack.apart(approval.by), "date": _day(approval.on, pack)}
        yield fill(strings.checked_by, terms)
    else:
        yield strings.not_checked


def _day(day: date, pack: Pack) -> str:
    return pack.apart(pack.in_digits(day.isoformat()))
