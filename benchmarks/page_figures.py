"""Measure what of a page is on the glass: its share, its screens, its advice, its code.

Asks a window that nobody sees, as a ruler on the glass would.
"""

import unicodedata
from collections.abc import Iterator
from math import ceil

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from kiosk.content.pages import PageKind
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.ui.audit.example_answers import answers_by_level
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.window.page_views import PageViews
from kiosk.ui.window.shell import Shell

EMERGENCY = "emergency"
"""What stands for a page's name in the figures of the emergency."""

_STEP = 0.85  # of a screen: how far the button at the foot moves on, about
_HEAD_MM = 18.0  # of a care card: with so much in sight, it can be read


class Figures(Struct, frozen=True):
    """The figures of one page.

    `page_share` and `text_share` are parts of the glass: of all that belongs to the
    page, and of what scrolls. `begins` and `ends` number the screens on which the first
    care card begins and the last one ends; 0 without cards. `is_whole` says whether
    code and phone (Book) or all words (emergency) are in sight at once.
    """

    page: str
    page_share: float = 0.0
    text_share: float = 0.0
    screens: int = 1
    begins: int = 0
    ends: int = 0
    is_whole: bool | None = None


def figures(shell: Shell, base: Visit) -> Iterator[Figures]:
    """Open every page of a visit, and then the emergency; yield their figures."""
    shell.open(base)
    settle()
    session = shell.session
    if not session:
        raise ValueError("expected a window that serves visitors")
    for page in session.pages:
        session.go_to(page.id)
        settle()
        found = _of_page(shell, page.id)
        if page.kind is PageKind.BOOKING:
            found = replace(found, is_whole=_offers_booking(shell, session.front))
        yield found
    yield _of_emergency(shell, base)


def settle() -> None:
    """Let Qt delete what it was asked to, and lay out what is left."""
    for _ in range(2):  # a height that follows from a width takes another turn
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def _of_page(shell: Shell, page: str) -> Figures:
    views = shell.findChild(PageViews)
    area = views.area(page)
    scrolled = next(it for it in area.findChildren(QScrollArea) if it.isVisible())
    room, view = scrolled.viewport(), scrolled.widget()
    glass = shell.width() * shell.height()
    foot = (area.height() - room.height()) * area.width()
    height, screen = view.height(), room.height()
    cards = [it for it in view.findChildren(CareCardView) if it.isVisible()]
    tops = [it.mapTo(view, QPoint(0, 0)).y() for it in cards]
    ends = [top + card.height() for top, card in zip(tops, cards, strict=True)]
    head = _px(shell, _HEAD_MM)
    return Figures(
        page,
        page_share=(views.width() * views.height() - foot) / glass,
        text_share=room.width() * room.height() / glass,
        screens=_screen_of(height, height, screen),
        begins=_screen_of(min(tops) + head, height, screen) if tops else 0,
        ends=_screen_of(max(ends), height, screen) if ends else 0,
    )


def _of_emergency(shell: Shell, base: Visit) -> Figures:
    contexts = shell.contexts
    if not contexts:
        raise ValueError("expected a window that serves visitors")
    answers = answers_by_level(contexts.library.checklist)[Level.EMERGENCY][0]
    shell.open(replace(base, answers=answers, shows_emergency=True))
    settle()
    kind = "EmergencyView"
    views = [
        it
        for it in shell.findChildren(QWidget)
        if type(it).__name__ == kind and it.isVisible()
    ]
    if len(views) != 1:
        return Figures(EMERGENCY, is_whole=False)
    view = views[0]
    share = view.width() * view.height() / (shell.width() * shell.height())
    labels = [it for it in view.findChildren(QLabel) if it.isVisibleTo(view)]
    whole = all(_is_whole(shell, it) for it in labels)
    return Figures(EMERGENCY, share, share, is_whole=whole)


def _screen_of(bottom: int, height: int, screen: int) -> int:
    """Return the number of the screen on which so much from the top was in sight."""
    more = min(bottom, height) - screen
    return 1 + max(0, ceil(more / (screen * _STEP)))


def _offers_booking(shell: Shell, front: QWidget) -> bool:
    """Check whether the page shows a whole code and the whole phone number."""
    phone = shell.contexts.clinic.phone if shell.contexts else ""
    codes = front.findChildren(QrCode)
    phones = [it for it in front.findChildren(QLabel) if _digits(phone) in _read(it)]
    return all(any(_is_whole(shell, it) for it in wanted) for wanted in (codes, phones))


def _is_whole(shell: Shell, label: QLabel) -> bool:
    """Check whether a label can be seen whole, and no word of it is cut off."""
    rect = QRect(label.mapTo(shell, QPoint(0, 0)), label.size())
    seen = label.visibleRegion().boundingRect()
    high_enough = label.height() >= label.heightForWidth(label.width())
    return high_enough and shell.rect().contains(rect) and seen == label.rect()


def _read(label: QLabel) -> str:
    words = (label.text(), label.accessibleName())
    return _digits(" ".join(words))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(it)) for it in text if it.isdigit())


def _px(shell: Shell, mm: float) -> int:
    return shell.context.look.metrics.px(mm) if shell.context else 0
