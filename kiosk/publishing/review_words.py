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


def page_notes(page: Page, pack: Pack) -> Iterator[str]:
    """Yield who pays for a page, and what changed, if it tells."""
    strings = pack.strings
    if page.funding:
        yield fill(strings.who_pays, {"funding": pack.apart(page.funding)})
    if page.changed:
        day, changed = _day(page.written, pack), pack.apart(page.changed)
        yield fill(strings.what_changed, {"date": day, "changed": changed})


def notices_of(pack: Pack, today: date) -> Iterator[tuple[str, str]]:
    """Yield the language and the words of each urgent notice that is due.

    What is taken home cannot take a notice away at its last day, so it names that day.
    """
    for notice in pack.notices:
        if notice.is_due(today):
            days = f"{notice.first.isoformat()} / {notice.last.isoformat()}"
            yield notice.language, f"{notice.text} ({pack.in_digits(days)})"


def _day(day: date, pack: Pack) -> str:
    return pack.apart(pack.in_digits(day.isoformat()))
