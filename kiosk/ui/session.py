"""Everything one visitor sees and has done. Thrown away, never cleaned."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.content import Block, Kind, Link, Page
from kiosk.domain.shape import Rail, Shape
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.ui.advice_panel import AdvicePanel
from kiosk.ui.booking_view import BookingView
from kiosk.ui.checklist_view import ChecklistView
from kiosk.ui.code_view import CodeView
from kiosk.ui.controls_bar import ControlsBar
from kiosk.ui.docked_code import DockedCode
from kiosk.ui.emergency_view import EmergencyView
from kiosk.ui.home_view import HomeView
from kiosk.ui.material import Material
from kiosk.ui.page_view import PageView
from kiosk.ui.reading_area import ReadingArea
from kiosk.ui.red_flag_strip import RedFlagStrip
from kiosk.ui.tab_rail import TabRail

_ADVICE_MM = 112.0


class Session(QWidget):
    """The screen of one visit, drawn from the visit's value."""

    finished = Signal()

    def __init__(self, material: Material, shape: Shape, visit: Visit) -> None:
        super().__init__()
        self._material = material
        self._shape = shape
        self.visit = visit
        self._open: dict[str, QWidget] = {}
        self._questions: ChecklistView | None = None
        pack, look = material.pack, material.look
        self._rail = TabRail(pack.pages, look, shape.rail)
        self._rail.page_requested.connect(self.go_to)
        self._dock = DockedCode(pack.strings, look)
        self._pages = QStackedWidget()
        self._advice = AdvicePanel(material, portrait=shape.portrait)
        self._advice.help_requested.connect(self.show_help)
        self._bar = ControlsBar(pack.strings, look, stacked=shape.rail is Rail.NARROW)
        self._bar.finished.connect(self.finished)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._everyday())
        self.go_to(pack.page(visit.page).id)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that can be opened."""
        return self._material.pack.pages

    @property
    def level(self) -> Level:
        """How soon the answers so far need help."""
        return self._material.checklist.assess(self.visit.answers)

    def go_to(self, page: str) -> None:
        """Open a page."""
        self.visit = self.visit.at(page)
        self._rail.mark(page)
        if page not in self._open:
            self._open[page] = self._drawn(self._material.pack.page(page))
            self._pages.addWidget(self._open[page])
        self._pages.setCurrentWidget(self._open[page])
        self._show_visit(self.visit)

    def show_help(self) -> None:
        """Let the emergency take the whole screen."""
        views = (self._emergency(text) for text in EmergencyView.TEXTS)
        view = next((v for v in views if v.fits(self.size())), None)
        view = view or self._emergency(EmergencyView.TEXTS[-1])
        view.closed.connect(self._uncover)
        self._cover(view)

    def _emergency(self, text: str) -> EmergencyView:
        answers, portrait = self.visit.answers, self._shape.portrait
        return EmergencyView(answers, self._material, portrait=portrait, text=text)

    def show_code(self, link: Link) -> None:
        """Show a link's address as a code to take away."""
        view = CodeView(link, self._material)
        view.closed.connect(self._uncover)
        self._cover(view)

    def _everyday(self) -> QWidget:
        """Put strip, rail, page and bar together, as the shape asks."""
        widget = QWidget()
        strings, look = self._material.pack.strings, self._material.look
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(RedFlagStrip(strings, look), 0, 0, 1, 3)
        grid.addWidget(self._pages, 1, 1)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        if not self._shape.portrait:
            self._advice.setFixedWidth(look.metrics.px(_ADVICE_MM))
            grid.addWidget(self._rail_above_code(), 1, 0, 2, 1)
            grid.addWidget(self._advice, 1, 2)
            grid.addWidget(self._bar, 2, 1, 1, 2)
            return widget
        if self._shape.rail is Rail.NARROW:
            grid.addWidget(self._rail, 1, 0, 2, 1)
            grid.addWidget(self._advice, 2, 1)
            grid.addLayout(_row(self._dock, self._bar), 3, 0, 1, 3)
        else:
            grid.addWidget(self._rail_above_code(), 1, 0)
            grid.addWidget(self._advice, 2, 0, 1, 3)
            grid.addWidget(self._bar, 3, 0, 1, 3)
        return widget

    def _rail_above_code(self) -> QWidget:
        side = QFrame()
        side.setProperty("role", "rail")
        side.setFixedWidth(self._rail.maximumWidth())
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rail, 1)
        column.addWidget(self._dock)
        return side

    def _drawn(self, page: Page) -> QWidget:
        drawers: dict[Kind, Callable[[Page], QWidget]] = {
            Kind.HOME: self._home,
            Kind.CHECKLIST: self._checklist,
            Kind.BOOKING: self._booking,
        }
        view = drawers.get(page.kind, self._article)(page)
        return ReadingArea(view, self._material.pack.strings, self._material.look)

    def _blocks(self, page: Page) -> tuple[Block, ...]:
        return self._material.pack.read(page)

    def _home(self, page: Page) -> QWidget:
        view = HomeView(
            page,
            self._material.pack.pages,
            self._material.look,
            portrait=self._shape.portrait,
        )
        view.page_requested.connect(self.go_to)
        return view

    def _article(self, page: Page) -> QWidget:
        view = PageView(
            page,
            self._blocks(page),
            self._material.pack,
            self._material.look,
            portrait=self._shape.portrait,
        )
        view.code_requested.connect(self.show_code)
        return view

    def _booking(self, page: Page) -> QWidget:
        view = BookingView(
            page,
            self._blocks(page),
            self._material,
            portrait=self._shape.portrait,
            urgent=self.level is Level.EMERGENCY,
        )
        view.code_requested.connect(self.show_code)
        return view

    def _checklist(self, page: Page) -> QWidget:
        view = ChecklistView(page, self._material, self.visit)
        view.answer_toggled.connect(self._toggle)
        view.none_chosen.connect(self._choose_none)
        self._questions = view
        return view

    def _toggle(self, answer: str) -> None:
        before = self.level
        self._show_visit(self.visit.toggled(answer))
        if Level.EMERGENCY in (before, self.level) and before is not self.level:
            self._forget_booking()
        if self.level is Level.EMERGENCY and before is not Level.EMERGENCY:
            self.show_help()

    def _forget_booking(self) -> None:
        """Have the booking page drawn anew: with a code, or with help first."""
        for page in self.pages:
            if page.kind is Kind.BOOKING and (view := self._open.pop(page.id, None)):
                self._pages.removeWidget(view)
                view.deleteLater()

    def _choose_none(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._show_visit(self.visit.with_none(chosen=chosen))

    def _show_visit(self, visit: Visit) -> None:
        self.visit = visit
        self._advice.show_visit(visit)
        if self._questions:
            self._questions.show_visit(visit)
        self._show_dock()

    def _show_dock(self) -> None:
        """Offer booking, unless help is needed first."""
        urgent = self.level is Level.EMERGENCY
        booking = self._material.clinic.booking
        self._dock.setVisible(booking.is_set_up and not urgent)
        if booking.is_set_up:
            self._dock.show_address(booking.address(self.visit.page))

    def _cover(self, view: QWidget) -> None:
        self._layers.setCurrentIndex(self._layers.addWidget(view))

    def _uncover(self) -> None:
        self._layers.setCurrentIndex(0)
        cover = self._layers.takeAt(1)
        if cover and (widget := cover.widget()):
            widget.deleteLater()


def _row(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(first)
    row.addWidget(second, 1)
    return row
