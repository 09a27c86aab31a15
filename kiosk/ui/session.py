"""Everything one visitor sees and has done. Thrown away, never cleaned."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.content import Block, Kind, Link, Page
from kiosk.domain.shape import Rail, Shape
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.errors import ContentError
from kiosk.ui import labels
from kiosk.ui.advice_panel import AdvicePanel
from kiosk.ui.arrangement import Parts
from kiosk.ui.booking_view import BookingView
from kiosk.ui.checklist_view import ChecklistView
from kiosk.ui.code_view import CodeView
from kiosk.ui.controls_bar import ControlsBar
from kiosk.ui.docked_code import DockedCode
from kiosk.ui.emergency_view import EmergencyView
from kiosk.ui.home_view import HomeView
from kiosk.ui.idle_notice import IdleNotice
from kiosk.ui.material import Material
from kiosk.ui.page_view import PageView
from kiosk.ui.reading_area import ReadingArea
from kiosk.ui.red_flag_strip import RedFlagStrip
from kiosk.ui.tab_rail import TabRail


class Session(QWidget):
    """The screen of one visit, drawn from the visit's value."""

    changed = Signal()
    stumbled = Signal()
    finished = Signal()
    knocked = Signal()

    def __init__(self, material: Material, shape: Shape, visit: Visit) -> None:
        super().__init__()
        self._material = material
        self._shape = shape
        self._visit = visit
        self._open: dict[str, ReadingArea] = {}
        self._questions: ChecklistView | None = None
        self._notice: IdleNotice | None = None
        pack, look = material.pack, material.look
        self._rail = TabRail(pack.pages, look, shape.rail)
        self._rail.page_requested.connect(self._turn_to)
        self._dock = DockedCode(pack.strings, look)
        self._pages = QStackedWidget()
        self._advice = AdvicePanel(material, portrait=shape.portrait)
        self._advice.help_requested.connect(self.show_help)
        self._bar = ControlsBar(material, stacked=shape.rail is Rail.NARROW)
        self._bar.finished.connect(self.finished)
        self._bar.knocked.connect(self.knocked)
        parts = Parts(self._rail, self._dock, self._pages, self._advice, self._bar)
        self._strip = RedFlagStrip(pack.strings, look)
        self._layers = QStackedLayout(self)
        everyday = parts.arranged(shape, look.metrics)
        self._layers.addWidget(_stacked(self._strip, everyday))
        self.go_to(pack.page(visit.page).id)
        self._area.go_to(visit.position)

    @property
    def visit(self) -> Visit:
        """The visit as it stands, down to where the reader is on the page."""
        return replace(self._visit, position=self._area.position)

    @property
    def words(self) -> int:
        """How many words there are to read on what is open, a scroll away or not."""
        cover = self._layers.widget(1)
        if cover:
            return labels.count_words(cover)
        return labels.count_words(self._area) + labels.count_words(self._advice)

    @property
    def is_covered(self) -> bool:
        """Tell whether a code or an emergency stands before the page."""
        return self._layers.currentIndex() != 0

    @property
    def _area(self) -> ReadingArea:
        return self._open[self._visit.page]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that can be opened."""
        return self._material.pack.pages

    @property
    def level(self) -> Level:
        """How soon the answers so far need help."""
        return self._material.checklist.assess(self._visit.answers)

    def go_to(self, page: str) -> None:
        """Open a page."""
        if page not in self._open:
            self._open[page] = self._drawn(self._material.pack.page(page))
            self._pages.addWidget(self._open[page])
        self._rail.mark(page)
        self._pages.setCurrentWidget(self._open[page])
        self._show_visit(self._visit.at(page))

    def _turn_to(self, page: str) -> None:
        """Open a page that was touched, or stay: its file may have changed since."""
        try:
            self.go_to(page)
        except ContentError:
            self._rail.mark(self._visit.page)
            self.stumbled.emit()

    def ask(self) -> None:
        """Ask whether anyone is still there, without touching what is open."""
        self._notice = IdleNotice(self._material, self)
        self._place_notice()
        self._notice.show()

    def count_down(self, seconds: int) -> None:
        """Say how long the question stands."""
        if self._notice:
            self._notice.count_down(seconds)

    def go_on(self) -> None:
        """Take the question away; what is under it was never touched."""
        if self._notice:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the question before all of the page."""
        super().resizeEvent(event)
        self._place_notice()

    def show_help(self) -> None:
        """Let the emergency take the whole screen."""
        views = (self._emergency(text) for text in EmergencyView.TEXTS)
        view = next((v for v in views if v.fits(self.size())), None)
        view = view or self._emergency(EmergencyView.TEXTS[-1])
        view.closed.connect(self._uncover)
        view.finished.connect(self.finished)
        self._cover(view)
        self._visit = replace(self._visit, helping=True)

    def _emergency(self, text: str) -> EmergencyView:
        answers, portrait = self._visit.answers, self._shape.portrait
        return EmergencyView(answers, self._material, portrait=portrait, text=text)

    def show_code(self, link: Link) -> None:
        """Show a link's address as a code to take away."""
        view = CodeView(link, self._material)
        view.closed.connect(self._uncover)
        view.finished.connect(self.finished)
        strip = RedFlagStrip(self._material.pack.strings, self._material.look)
        self._cover(_stacked(strip, view))

    def _place_notice(self) -> None:
        if self._notice:
            top = self._strip.height()
            self._notice.setGeometry(self.rect().adjusted(0, top, 0, 0))
            self._notice.raise_()

    def _drawn(self, page: Page) -> ReadingArea:
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
        view.page_requested.connect(self._turn_to)
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
        view = ChecklistView(page, self._material, self._visit)
        view.answer_toggled.connect(self._toggle)
        view.none_chosen.connect(self._choose_none)
        self._questions = view
        return view

    def _toggle(self, answer: str) -> None:
        before = self.level
        self._show_visit(self._visit.toggled(answer))
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
        self._show_visit(self._visit.with_none(chosen=chosen))

    def _show_visit(self, visit: Visit) -> None:
        self._visit = visit
        self._advice.show_visit(visit)
        if self._questions:
            self._questions.show_visit(visit)
        self._show_dock()
        self.changed.emit()

    def _show_dock(self) -> None:
        """Offer booking, unless help is needed first."""
        urgent = self.level is Level.EMERGENCY
        booking = self._material.clinic.booking
        self._dock.setVisible(booking.is_set_up and not urgent)
        if booking.is_set_up:
            self._dock.show_address(booking.address(self._visit.page))

    def _cover(self, view: QWidget) -> None:
        self._layers.setCurrentIndex(self._layers.addWidget(view))

    def _uncover(self) -> None:
        self._visit = replace(self._visit, helping=False)
        self._layers.setCurrentIndex(0)
        cover = self._layers.takeAt(1)
        if cover and (widget := cover.widget()):
            widget.deleteLater()


def _stacked(top: QWidget, rest: QWidget) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(top)
    column.addWidget(rest, 1)
    return widget
