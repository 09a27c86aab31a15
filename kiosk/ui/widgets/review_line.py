"""The quiet words about who checked a text, and dates as a language writes them."""

import unicodedata
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QLocale

from kiosk.content.approval import Approval, ApprovalState
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, PageKind
from kiosk.content.placeholders import fill
from kiosk.ui.context import ViewContext


def checked_words(approvals: Iterable[Approval], context: ViewContext) -> str:
    """Return who checked all of the texts on a screen, and when.

    It says that a text changed, or that nobody checked it, if that is so of any one.
    """
    strings, today = context.pack.strings, context.now().date()
    found = tuple(dict.fromkeys(approvals))
    states = {approval.state(today) for approval in found}
    if not found or ApprovalState.NEVER in states:
        return strings.not_checked
    if ApprovalState.CHANGED in states:
        return strings.changed_since_check
    named = ((approval.by, approval.on) for approval in found)
    lines = (_checked_by(by, on, context.pack) for by, on in dict.fromkeys(named) if on)
    return " · ".join(lines)


def advice_checked_words(context: ViewContext) -> str:
    """Return who checked the advice: its rules, and the words of the language."""
    library = context.library
    words = library.words_approvals[context.pack.language]
    return checked_words([library.checklist_approval, words], context)


def page_checked_words(page: Page, context: ViewContext) -> str:
    """Return who checked a page that shows words of the interface, or its rules."""
    library = context.library
    approvals = [page.approval, library.words_approvals[context.pack.language]]
    if page.kind is PageKind.CHECKLIST:
        approvals.append(library.checklist_approval)
    return checked_words(approvals, context)


def facts_checked_words(context: ViewContext) -> str:
    """Return who checked the facts of all pages, in all languages read so far."""
    library = context.library
    approvals = [
        page.approval
        for pack in library.ready_packs
        for page in pack.pages
        if page.fact
    ]
    approvals += [library.words_approvals[it.language] for it in library.ready_packs]
    return checked_words(approvals, context)


def day_in_words(day: date, pack: Pack) -> str:
    """Return a date as the language writes it, in the pack's own digits."""
    qt = QDate(day.year, day.month, day.day)
    plain = QLocale(pack.language).toString(qt, "d MMM yyyy")
    western = (str(unicodedata.digit(it, it)) for it in plain)
    return pack.in_digits("".join(western))


def _checked_by(name: str, day: date, pack: Pack) -> str:
    terms = {"name": pack.apart(name), "date": day_in_words(day, pack)}
    return fill(pack.strings.checked_by, terms)
