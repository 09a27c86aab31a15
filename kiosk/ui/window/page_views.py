"""Draw a page of whatever kind, and pass on what is touched on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.content.blocks import Link
from kiosk.content.pages import Page, PageKind
from kiosk.domain.layout import ScreenLayout
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle
from kiosk.ui.widgets.reading_area import ReadingArea

if TYPE_CHECKING:
    from kiosk.ui.screens.checklist_view import ChecklistView


class PageViews(QObject):
    """Know which view is for which kind of page; each is loaded when first opened."""

    page_requested = Signal(str)
    code_requested = Signal(Link)
    answer_toggled = Signal(str)
    none_chosen = Signal(bool)

    def __init__(
        self, material: ViewContext, shape: ScreenLayout, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._material = material
        self._shape = shape
        self._is_narrow = shape.portrait or material.look.metrics.is_large
        self._questions: ChecklistView | None = None

    def drawn(
        self,
        page: Page,
        visit: Visit,
        assessment: Assessment,
        foot: str,
        parent: QWidget,
    ) -> ReadingArea:
        """Return a page to read, with the words `foot` at its end."""
        view = self._view(page, visit, assessment)
        if foot and (column := view.layout()):
            words = labels.plain(foot, TextStyle.QUIET)
            words.setProperty(LANGUAGE, self._material.pack.language)
            column.addWidget(words)
        return ReadingArea(
            view, self._material.pack.strings, self._material.look, parent=parent
        )

    def show_visit(self, visit: Visit) -> None:
        """Have the checklist agree with the visit."""
        if self._questions:
            self._questions.show_visit(visit)

    def _view(self, page: Page, visit: Visit, assessment: Assessment) -> QWidget:
        if page.kind is PageKind.HOME:
            return self._home(page)
        if page.kind is PageKind.CHECKLIST:
            return self._checklist(page, visit)
        if page.kind is PageKind.BOOKING:
            return self._booking(page, assessment)
        return self._article(page)

    def _home(self, page: Page) -> QWidget:
        from kiosk.ui.screens.home_view import HomeView

        pages = self._material.pack.pages
        view = HomeView(page, pages, self._material.look, layout=self._shape)
        view.page_requested.connect(self.page_requested)
        return view

    def _article(self, page: Page) -> QWidget:
        from kiosk.ui.screens.page_view import PageView

        blocks = self._material.pack.read(page)
        view = PageView(page, blocks, self._material, portrait=self._is_narrow)
        view.code_requested.connect(self.code_requested)
        return view

    def _booking(self, page: Page, assessment: Assessment) -> QWidget:
        from kiosk.ui.screens.booking_view import BookingView

        view = BookingView(
            page,
            self._material.pack.read(page),
            self._material,
            portrait=self._is_narrow,
            may_book=assessment.may_book,
        )
        view.code_requested.connect(self.code_requested)
        return view

    def _checklist(self, page: Page, visit: Visit) -> QWidget:
        from kiosk.ui.screens.checklist_view import ChecklistView

        view = ChecklistView(page, self._material, visit)
        view.answer_toggled.connect(self.answer_toggled)
        view.none_chosen.connect(self.none_chosen)
        self._questions = view
        return view
