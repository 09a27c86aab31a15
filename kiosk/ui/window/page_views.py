"""The views of a visit's pages: built when opened or before it, and kept till the end.

The views in `screens` draw the pages; the session decides which one is open.
"""

from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.content.blocks import Link
from kiosk.content.pages import Page, PageKind
from kiosk.domain.follow_up import Question
from kiosk.domain.layout import ScreenLayout
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle
from kiosk.ui.widgets.page_notes import page_notes
from kiosk.ui.widgets.reading_area import ReadingArea

if TYPE_CHECKING:
    from kiosk.ui.screens.checklist_view import ChecklistView

_TO_TOUCH = (PageKind.HOME, PageKind.CHECKLIST, PageKind.BOOKING)
"""The pages that are there to be touched, so all of each is within reach."""

MOST_BUILT_AHEAD = 15
"""Each takes 2 MiB and 0.07 s; pages after these are built when they are opened."""


@runtime_checkable
class HasReadingArea(Protocol):
    """A page's screen of which a part scrolls; the rest stands beside or below."""

    area: ReadingArea


class PageViews(QStackedWidget):
    """The open page above those opened before; each ends with the words `foot`.

    A view that has an `area` scrolls in it; any other scrolls as a whole. A view's
    module is imported when the first page of its kind is opened.
    """

    page_requested = Signal(str)
    page_pressed = Signal(str)
    qr_code_requested = Signal(Link)
    sources_requested = Signal(Page)
    take_home_requested = Signal(str)
    answer_toggled = Signal(str)
    none_chosen = Signal(bool)
    replied = Signal(Question, object)
    emergency_requested = Signal()
    advice_requested = Signal()
    staff_card_requested = Signal()

    def __init__(self, context: ViewContext, layout: ScreenLayout, foot: str) -> None:
        super().__init__()
        self._context = context
        self._layout = layout
        self._foot = foot
        self._is_narrow = layout.portrait or context.look.metrics.is_large
        self._views: dict[str, QWidget] = {}
        self._areas: dict[str, ReadingArea] = {}
        self._checklist_view: ChecklistView | None = None

    def open(self, page: Page, visit: Visit, assessment: Assessment) -> None:
        """Show a page."""
        if page.id not in self._views:
            self._build(page, visit, assessment)
        self.setCurrentWidget(self._views[page.id])

    def prepare(self, visit: Visit, assessment: Assessment, page: str = "") -> bool:
        """Build `page` ahead; without it one of the first, or the advice of one touch.

        Return False if there is nothing left to build.
        """
        pack = self._context.pack
        wanted = [pack.page(page)] if page else pack.pages[:MOST_BUILT_AHEAD]
        unbuilt = next((it for it in wanted if it.id not in self._views), None)
        if not unbuilt:
            checklist = None if page else self._checklist_view
            return bool(checklist and checklist.prepare_advice())
        self._build(unbuilt, visit, assessment)
        view = self._views[unbuilt.id]
        view.setGeometry(self.rect())
        # Has Qt style it, lay it out and draw its letters once.
        view.grab(QRect(0, 0, 1, 1))
        return True

    def view(self, page: str) -> QWidget:
        """Return all of a page that was opened."""
        return self._views[page]

    def area(self, page: str) -> ReadingArea:
        """Return the part of a page that scrolls."""
        return self._areas[page]

    @property
    def advice_heading(self) -> str:
        """The heading of the checklist's advice; empty while there is none."""
        return self._checklist_view.advice_heading if self._checklist_view else ""

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Have the checklist agree with the visit."""
        if self._checklist_view:
            self._checklist_view.show_visit(visit, assessment)

    def show_others(self) -> None:
        """Bring what else the checklist asks into sight."""
        if self._checklist_view:
            self._checklist_view.show_others()

    def forget_booking(self) -> None:
        """Have the booking page built again: with a code, or with help first."""
        for page in self._context.pack.pages:
            if page.kind is PageKind.BOOKING and page.id in self._views:
                self._areas.pop(page.id)
                screen = self._views.pop(page.id)
                self.removeWidget(screen)
                screen.deleteLater()

    def _build(self, page: Page, visit: Visit, assessment: Assessment) -> None:
        screen, area = self._scrolling(self._view(page, visit, assessment))
        notes = page_notes(page, self._context.pack)
        for text in filter(None, (notes, self._foot_of(page))):
            foot = labels.plain(text, TextStyle.QUIET)
            foot.setProperty(LANGUAGE, self._context.pack.language)
            area.add_foot(foot)
        area.setObjectName(f"text {page.id}")
        screen.setObjectName(f"page {page.id}")  # of the area itself, if it is all
        if page.kind in _TO_TOUCH:
            screen.setContentsMargins(*self._layout.out_of_reach)
        screen.resize(1, 1)  # Qt repaints what is under a widget that is added
        self.addWidget(screen)
        self._views[page.id], self._areas[page.id] = screen, area

    def _foot_of(self, page: Page) -> str:
        """Return the words below a page; an article says itself who checked it."""
        if page.kind not in _TO_TOUCH:
            return self._foot
        from kiosk.ui.widgets.review_line import page_checked_words

        checked = page_checked_words(page, self._context)
        return f"{self._foot} {checked}.".strip()

    def _scrolling(self, view: QWidget) -> tuple[QWidget, ReadingArea]:
        """Return all of a page, and the part of it that scrolls."""
        if isinstance(view, HasReadingArea):
            return view, view.area
        context = self._context
        area = ReadingArea(view, context.pack.strings, context.look, parent=self)
        return area, area

    def _view(self, page: Page, visit: Visit, assessment: Assessment) -> QWidget:
        if page.kind is PageKind.HOME:
            return self._home(page)
        if page.kind is PageKind.CHECKLIST:
            return self._checklist(page, visit, assessment)
        if page.kind is PageKind.BOOKING:
            return self._booking(page, assessment)
        return self._article(page)

    def _ask_for(self, answer: str) -> None:
        """Open the checklist with the row of an answer in sight."""
        pages = self._context.pack.pages
        kind = PageKind.CHECKLIST
        if page := next((page for page in pages if page.kind is kind), None):
            self.page_requested.emit(page.id)
            if self._checklist_view:
                self._checklist_view.show_row(answer)

    def _home(self, page: Page) -> QWidget:
        from kiosk.ui.screens.home_view import HomeView

        view = HomeView(page, self._context, layout=self._layout)
        view.page_pressed.connect(self.page_pressed)
        view.page_requested.connect(self.page_requested)
        return view

    def _article(self, page: Page) -> QWidget:
        from kiosk.ui.screens.page_view import PageView

        blocks = self._context.pack.blocks(page)
        size = QSize(self._layout.page.width, self._layout.page.height)
        view = PageView(page, blocks, self._context, size, parent=self)
        view.qr_code_requested.connect(self.qr_code_requested)
        view.symptom_requested.connect(self._ask_for)
        view.sources_requested.connect(partial(self.sources_requested.emit, page))
        take_home = partial(self.take_home_requested.emit, page.id)
        view.take_home_requested.connect(take_home)
        return view

    def _booking(self, page: Page, assessment: Assessment) -> QWidget:
        from kiosk.ui.screens.booking_view import BookingView

        view = BookingView(
            page,
            self._context.pack.blocks(page),
            self._context,
            portrait=self._layout.portrait,
            may_book=assessment.may_book,
        )
        view.qr_code_requested.connect(self.qr_code_requested)
        return view

    def _checklist(self, page: Page, visit: Visit, assessment: Assessment) -> QWidget:
        from kiosk.ui.screens.checklist_view import ChecklistView

        view = ChecklistView(page, self._context, visit, assessment, self)
        view.answer_toggled.connect(self.answer_toggled)
        view.none_chosen.connect(self.none_chosen)
        view.replied.connect(self.replied)
        view.emergency_requested.connect(self.emergency_requested)
        view.advice_requested.connect(self.advice_requested)
        view.staff_card_requested.connect(self.staff_card_requested)
        view.take_home_requested.connect(self.take_home_requested)
        self._checklist_view = view
        return view
