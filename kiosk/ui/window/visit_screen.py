"""The parts of a visit's screen: strip, tabs, docked code, notices, pages and bar.

Builds them for the visit's layout and shows the visit on them. The session answers
their signals.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.content.pages import PageKind
from kiosk.domain.layout import ScreenLayout
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.docked_qr_code import DockedQrCode
from kiosk.ui.widgets.pressed_name import PressedName
from kiosk.ui.widgets.qr_code import prepare_code
from kiosk.ui.widgets.tab_rail import TabRail
from kiosk.ui.widgets.visit_strip import VisitStrip
from kiosk.ui.window.frame import Frame, FrameParts
from kiosk.ui.window.page_views import MOST_BUILT_AHEAD, PageViews


class VisitScreen:
    """A frame and the parts in it."""

    def __init__(
        self, context: ViewContext, visit: Visit, layout: ScreenLayout
    ) -> None:
        self._context, self._layout = context, layout
        pack, look = context.pack, context.look
        self.strip = VisitStrip(
            pack.strings, context.clinic.name, look, layout.strip.width
        )
        self.rail = TabRail(pack.pages, look, layout)
        self.dock = self._built_dock()
        self.bar = ControlsBar(context, visit.preferences, layout)
        self.notice = self._built_notice()
        self.pages = PageViews(context, layout, self._page_foot)
        parts = FrameParts(
            self.strip, self.rail, self.dock, self.notice, self._body(), self.bar
        )
        self.frame = Frame(parts, layout)
        self._name_buttons()

    def prepare(self, visit: Visit, assessment: Assessment, page: str = "") -> bool:
        """Build a page ahead, or make the docked code of one; False if none is left."""
        is_built = self.pages.prepare(visit, assessment, page)
        if is_built or page or not self.dock:
            return is_built
        first = self._context.pack.pages[:MOST_BUILT_AHEAD]
        return prepare_code({self._address(it.id) for it in first} - {""})

    @property
    def parts_leading_to_pages(self) -> Sequence[TabRail | DockedQrCode | PageViews]:
        """The tabs, the docked code and the pages: touched, they can open a page."""
        return [it for it in (self.rail, self.dock, self.pages) if it is not None]

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Show the answers, the advice and the code of a visit."""
        self.pages.show_visit(visit, assessment)
        if self.dock:
            address = self._address(visit.page) if assessment.may_book else ""
            self.dock.show_address(address)
            self.dock.mark(is_open=self._is_booking(visit.page))

    def parts(self, page: str, overlay: QWidget | None) -> tuple[QWidget, ...]:
        """Return what is read: the urgent notices and a page, or what hides both."""
        if overlay:
            return (overlay,)
        view = self.pages.view(page)
        return (self.notice, view) if self.notice else (view,)

    def _address(self, page: str) -> str:
        """Return the booking address; none on its page, whose code is larger."""
        if self._is_booking(page):
            return ""
        booking = self._context.clinic.booking
        return booking.address(page) if booking.is_set_up else ""

    def _is_booking(self, page: str) -> bool:
        return self._context.pack.page(page).kind is PageKind.BOOKING

    def _built_dock(self) -> DockedQrCode | None:
        pack, look = self._context.pack, self._context.look
        kind = PageKind.BOOKING
        page = next((page for page in pack.pages if page.kind is kind), None)
        if not page or not self._layout.has_tabs:
            return None
        return DockedQrCode(page, pack.strings.booking_code, look, self._layout)

    def _built_notice(self) -> QWidget | None:
        """Return the urgent notices, if there are any today."""
        notice, page = self._layout.notice, self._layout.page
        if not notice.height:
            return None
        from kiosk.ui.widgets.urgent_notices import UrgentNotices

        room = QSize(notice.width, notice.height + page.height)
        return UrgentNotices(self._context, room)

    def _body(self) -> QWidget:
        """Return the pages above a line about the voice."""
        trouble = labels.plain("", TextStyle.TROUBLE_WITH_VOICE)
        trouble.hide()
        self.bar.trouble_changed.connect(trouble.setText)
        self.bar.trouble_changed.connect(lambda text: trouble.setVisible(bool(text)))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(trouble)
        return body

    def _name_buttons(self) -> None:
        """Show the names of buttons without words while they are pressed."""
        buttons = [*self.rail.without_words, *self.bar.without_words]
        if buttons:
            name = PressedName(self._context.look, self.frame)
            for button in buttons:
                name.follow(button)

    @property
    def _page_foot(self) -> str:
        """The promise, for the end of the pages."""
        strings = self._context.pack.strings
        return f"{strings.disclaimer} {strings.nothing_kept}"
