"""The parts of a visit's screen: strip, tabs, docked code, pages, advice and bars.

Builds them for the visit's layout and shows the visit on them. The session answers
their signals.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.layout import ScreenLayout
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.advice_panel import AdvicePanel
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.docked_qr_code import DockedQrCode
from kiosk.ui.widgets.listen_bar import ListenBar
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.tab_rail import TabRail
from kiosk.ui.window.frame import Frame, FrameParts
from kiosk.ui.window.page_views import PageViews


class VisitScreen(QWidget):
    """The red-flag strip above a frame with the other parts."""

    def __init__(
        self, context: ViewContext, visit: Visit, layout: ScreenLayout, size: QSize
    ) -> None:
        super().__init__()
        set_role(self, Role.FRAME)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        pack, look = context.pack, context.look
        beside = look.metrics.px(layout.rail_mm) if not layout.portrait else 0
        self.rail = TabRail(pack.pages, look, layout)
        self._dock = None
        if layout.has_qr_code and context.clinic.booking.fits_docked:
            self._dock = DockedQrCode(pack.strings, look)
        bars = self._built_bars(visit, size.width() - beside, layout)
        self.pages = PageViews(context, layout, self._page_foot)
        foot = labels.height_needed(bars, size.width() - beside)
        room = size - QSize(0, foot)
        self.advice = AdvicePanel(context, room, portrait=layout.portrait)
        parts = FrameParts(self.rail, self._dock, self.pages, self.advice, bars)
        self.frame = Frame(parts, layout, look.metrics, size.width())
        _stack(self, RedFlagStrip(pack.strings, look), self.frame)

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Show the advice, the answers and the code of a visit."""
        self.advice.show_visit(visit, assessment)
        self.pages.show_visit(visit)
        if self._dock:
            self._dock.show_address(self._context.clinic.booking.address(visit.page))
            self._dock.setVisible(assessment.may_book and self._dock.is_readable)

    def lay_out(self) -> None:
        """Give every part its size before the screen is shown."""
        for part in (self, self.frame):
            if layout := part.layout():
                layout.activate()

    def _built_bars(self, visit: Visit, width: int, layout: ScreenLayout) -> QWidget:
        """Return the controls at the foot, below those of the voice if it reads."""
        preferences, portrait = visit.preferences, layout.portrait
        self.bar = ControlsBar(self._context, preferences, width, portrait=portrait)
        self.listen_bar: ListenBar | None = None
        if not preferences.listening:
            return self.bar
        self.listen_bar = ListenBar(self._context, width)
        bars = QWidget()
        _stack(bars, self.listen_bar, self.bar)
        return bars

    @property
    def _page_foot(self) -> str:
        """The promise, for the end of the pages, where the bar has no room for it."""
        strings = self._context.pack.strings
        if self.bar.has_promise:
            return ""
        return f"{strings.disclaimer} {strings.nothing_kept}"


def _stack(whole: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.setStretchFactor(parts[-1], 1)
