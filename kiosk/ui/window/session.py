"""Everything one visitor sees and has done. Thrown away, never cleaned."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.content.blocks import Link
from kiosk.content.pages import Page, PageKind
from kiosk.domain.layout import ScreenLayout
from kiosk.domain.preferences import PreferenceQuestion
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.errors import ContentError
from kiosk.ui.accessibility.announcer import announce
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.advice_panel import AdvicePanel
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.docked_qr_code import DockedQrCode
from kiosk.ui.widgets.listen_bar import ListenBar
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.tab_rail import TabRail
from kiosk.ui.widgets.unused_area import UnusedArea
from kiosk.ui.window.frame import Frame, FrameParts
from kiosk.ui.window.geometry import area_of, direction_of, shape_of
from kiosk.ui.window.page_views import PageViews

if TYPE_CHECKING:
    from kiosk.ui.screens.emergency_view import EmergencySize, EmergencyView
    from kiosk.ui.screens.idle_notice import IdleNotice
    from kiosk.ui.screens.qr_code_view import QrCodeView
    from kiosk.ui.widgets.choice_view import ChoiceView


class Session(QWidget):
    """The screen of one visit, drawn from the visit's value.

    `visit_change_requested` carries the visit with other preferences: a session for it
    takes the place of this one. `announced` carries words about a change, for those who
    do not see it; `content_changed` says that there is other text to read.
    """

    changed = Signal()
    page_failed = Signal()
    finished = Signal()
    staff_requested = Signal()
    visit_change_requested = Signal(Visit)
    announced = Signal(str)
    content_changed = Signal()

    def __init__(
        self,
        material: ViewContext,
        size: QSize,
        visit: Visit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.SESSION)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # paints its paper
        self.setLayoutDirection(direction_of(material.pack))
        self._material = material
        self._visit = visit
        self._assessment = material.checklist.assess(visit.answers)
        self._area_px = area_of(size, material, visit)
        self._shape = shape_of(size, material, visit)
        self._open: dict[str, ReadingArea] = {}
        self._notice: IdleNotice | None = None
        self._beyond = UnusedArea(material.clinic.name, material.look, self)
        self._drawer = PageViews(material, self._shape, self)
        self._drawer.page_requested.connect(self._turn_to)
        self._drawer.code_requested.connect(self.show_code)
        self._drawer.answer_toggled.connect(self._toggle)
        self._drawer.none_chosen.connect(self._choose_none)
        self._build()
        self.go_to(material.pack.page(visit.page).id)
        self._area.go_to(visit.position)

    def _build(self) -> None:
        material, shape = self._material, self._shape
        pack, look, preferences = material.pack, material.look, self._visit.preferences
        self._rail = TabRail(pack.pages, look, shape)
        self._rail.page_requested.connect(self._turn_to)
        self._dock = None
        if shape.has_code and material.clinic.booking.fits_docked:
            self._dock = DockedQrCode(pack.strings, look)
        self._pages = QStackedWidget(self)
        size = self._area_px.size()
        beside = look.metrics.px(shape.rail_mm) if not shape.portrait else 0
        self._bars = self._new_bars(size.width() - beside)
        foot = labels.height_needed(self._bars, size.width() - beside)
        room = size - QSize(0, foot)
        self._advice = AdvicePanel(material, room, portrait=shape.portrait)
        self._advice.help_requested.connect(self.show_help)
        parts = FrameParts(
            self._rail, self._dock, self._pages, self._advice, self._bars
        )
        metrics, width = look.metrics, size.width()
        self._parts = Frame(parts, shape, metrics, width)
        self._strip = RedFlagStrip(pack.strings, look)
        self._frame = _stacked(self._strip, self._parts)
        self._frame.setParent(self)
        set_role(self._frame, Role.FRAME)
        self._parts.serve(preferences.reach)

    def _new_bars(self, width: int) -> QWidget:
        """Return the controls at the foot, below those of the voice if it reads."""
        preferences, portrait = self._visit.preferences, self._shape.portrait
        self._bar = ControlsBar(self._material, preferences, width, portrait=portrait)
        self._bar.finished.connect(self.finished)
        self._bar.staff_requested.connect(self.staff_requested)
        self._bar.question_requested.connect(self.ask_preference)
        self._bar.listening_toggled.connect(self.toggle_listening)
        self.listen_bar: ListenBar | None = None
        if preferences.listening:
            self.listen_bar = ListenBar(self._material, width)
            return _stacked(self.listen_bar, self._bar)
        return self._bar

    @property
    def visit(self) -> Visit:
        """The visit as it stands, down to where the reader is on the page."""
        return replace(self._visit, position=self._area.position)

    @property
    def shape(self) -> ScreenLayout:
        """How it is laid out."""
        return self._shape

    @property
    def words(self) -> int:
        """How many words there are to read on what is open, a scroll away or not."""
        if cover := self._parts.covered_by:
            return labels.count_words(cover)
        return labels.count_words(self._area) + labels.count_words(self._advice)

    @property
    def is_covered(self) -> bool:
        """Tell whether a code, a question or an emergency stands before the page."""
        return self._parts.covered_by is not None

    @property
    def front(self) -> QWidget:
        """The open page, or what stands before it."""
        return self._parts.covered_by or self._area

    @property
    def _area(self) -> ReadingArea:
        return self._open[self._visit.page]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that can be opened."""
        return self._material.pack.pages

    @property
    def assessment(self) -> Assessment:
        """What the answers so far mean; it is made once for each answer."""
        return self._assessment

    @property
    def language(self) -> str:
        """The language it is in."""
        return self._material.pack.language

    @property
    def title(self) -> str:
        """What the open page is about."""
        return self._material.pack.page(self._visit.page).title

    def introduce(self, *, translated: bool) -> None:
        """Tell a screen reader what page is open, and aloud a language that is new.

        What stands before the page has told itself.
        """
        title = "" if self.is_covered else self.title
        if translated:
            self._tell(f"{self._material.pack.name}. {title}")
        elif title:
            announce(self, title)

    def _tell(self, words: str) -> None:
        """Say what has changed to whoever cannot see it."""
        announce(self, words)
        self.announced.emit(words)

    def go_to(self, page: str) -> None:
        """Open a page."""
        if page not in self._open:
            shown = self._material.pack.page(page)
            self._open[page] = self._drawer.drawn(
                shown, self._visit, self._assessment, self._foot, self._pages
            )
            self._open[page].setObjectName(f"page {page}")
            self._pages.addWidget(self._open[page])
        self._rail.mark(page)
        self._pages.setCurrentWidget(self._open[page])
        self._show_visit(self._visit.on_page(page))
        self.content_changed.emit()

    def go_home(self) -> None:
        """Leave whatever is open for the first page."""
        self._uncover()
        self._turn_to(self.pages[0].id)

    def _turn_to(self, page: str) -> None:
        """Open a page that was touched, or stay: its file may have changed since."""
        try:
            self.go_to(page)
        except ContentError:
            self._rail.mark(self._visit.page)
            self.page_failed.emit()
        else:
            announce(self, self.title)

    @property
    def _foot(self) -> str:
        """What stands at the end of a page where the bar has no room for it."""
        strings = self._material.pack.strings
        if self._bar.has_promise:
            return ""
        return f"{strings.disclaimer} {strings.nothing_kept}"

    def ask(self) -> None:
        """Ask whether anyone is still there, without touching what is open."""
        from kiosk.ui.screens.idle_notice import IdleNotice

        self._notice = IdleNotice(self._material, self._frame)
        self._place_notice()
        self._notice.show()
        announce(self, self._notice.question, urgent=True)

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
        """Keep to the part of the window that can be reached."""
        super().resizeEvent(event)
        self._area_px = area_of(self.size(), self._material, self._visit)
        self._frame.setGeometry(self._area_px)
        self._beyond.stand_above(self._area_px, self.width())
        self._place_notice()

    def lay_out(self, size: QSize) -> None:
        """Take a size before it can be seen, so that every part has its own."""
        self.resize(size)
        self._frame.setGeometry(area_of(size, self._material, self._visit))
        for part in (self._frame, self._parts):
            if layout := part.layout():
                layout.activate()

    def show_help(self) -> None:
        """Let the emergency take the whole screen."""
        from kiosk.ui.screens.emergency_view import EMERGENCY_SIZES

        room = QSize(self._area_px.width(), self._parts.height() - self._bars.height())
        views = (self._emergency(size) for size in EMERGENCY_SIZES)
        view = next((v for v in views if v.fits(room)), None)
        view = view or self._emergency(EMERGENCY_SIZES[-1])
        self._cover(view)
        self._visit = replace(self._visit, shows_emergency=True)
        announce(self, view.first_words, urgent=True)

    def _emergency(self, size: "EmergencySize") -> "EmergencyView":
        from kiosk.ui.screens.emergency_view import EmergencyView

        answers, portrait = self._visit.answers, self._shape.portrait
        return EmergencyView(answers, self._material, portrait=portrait, size=size)

    def show_code(self, link: Link) -> None:
        """Show a link's address as a code to take away."""
        from kiosk.ui.screens.qr_code_view import QrCodeView

        portrait = self._shape.portrait
        self._cover(QrCodeView(link, self._material, portrait=portrait))
        announce(self, f"{self._material.pack.strings.scan_title}. {link.text}")

    def ask_preference(self, question: PreferenceQuestion) -> None:
        """Ask how the visitor wants the screen."""
        from kiosk.ui.screens.preference_questions import preference_question

        view = preference_question(
            question, self.visit, self._material, portrait=self._shape.portrait
        )
        view.setObjectName(f"question {question.value}")
        view.chosen.connect(self.visit_change_requested)
        self._cover(view)
        announce(self, view.question)

    def listen(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Speak or do not, if the kiosk can speak."""
        if self._material.speech and on is not self._visit.preferences.listening:
            self.toggle_listening()

    def toggle_listening(self) -> None:
        """Speak from now on, or no longer."""
        preferences = self._visit.preferences
        wanted = replace(preferences, listening=not preferences.listening)
        self.visit_change_requested.emit(self.visit.with_preferences(wanted))

    def explain_keys(self) -> None:
        """Say what keys do; an emergency comes back after that."""
        from kiosk.ui.widgets.choice_view import ChoiceView

        view = ChoiceView(
            self._material.pack.strings.keys_how,
            (),
            None,
            self._material,
            portrait=self._shape.portrait,
        )
        view.setObjectName("keys")
        self._cover(view)

    def _place_notice(self) -> None:
        if self._notice:
            top = self._strip.height()
            self._notice.setGeometry(self._frame.rect().adjusted(0, top, 0, 0))
            self._notice.raise_()

    def _toggle(self, answer: str) -> None:
        self._answer(self._visit.toggled(answer))

    def _choose_none(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._answer(self._visit.with_none(chosen=chosen))

    def _answer(self, visit: Visit) -> None:
        """Assess the answers, and show, on the whole screen if it must, the result."""
        before, heading = self._assessment, self._advice.heading
        self._assessment = self._material.checklist.assess(visit.answers)
        self._show_visit(visit)
        if self._assessment.may_book is not before.may_book:
            self._forget_booking()
        if not self._assessment.takes_whole_screen:
            self._tell_advice(heading)
        elif not before.takes_whole_screen:
            self.show_help()

    def _tell_advice(self, before: str) -> None:
        """Announce the heading of the advice if it is another one than before."""
        heading = self._advice.heading
        if heading not in ("", before):
            self._tell(heading)

    def _forget_booking(self) -> None:
        """Have the booking page drawn anew: with a code, or with help first."""
        for page in self.pages:
            if page.kind is PageKind.BOOKING and (
                view := self._open.pop(page.id, None)
            ):
                self._pages.removeWidget(view)
                view.deleteLater()

    def _show_visit(self, visit: Visit) -> None:
        self._visit = visit
        self._advice.show_visit(visit, self._assessment)
        self._drawer.show_visit(visit)
        self._show_dock()
        self.changed.emit()

    def _show_dock(self) -> None:
        """Show the code of the open page, if booking is offered."""
        if self._dock:
            booking = self._material.clinic.booking
            self._dock.setVisible(self._assessment.may_book)
            self._dock.show_address(booking.address(self._visit.page))

    def _cover(self, view: "EmergencyView | QrCodeView | ChoiceView") -> None:
        view.closed.connect(self._close_cover)
        self._parts.cover(view)
        self.content_changed.emit()

    def _close_cover(self) -> None:
        """Show what was covered; an emergency comes back after anything else."""
        from kiosk.ui.screens.emergency_view import EmergencyView

        was_help = isinstance(self._parts.covered_by, EmergencyView)
        if self._visit.shows_emergency and not was_help:
            self.show_help()
            return
        self._uncover()
        announce(self, self.title)

    def _uncover(self) -> None:
        self._visit = replace(self._visit, shows_emergency=False)
        self._parts.uncover()
        self.content_changed.emit()


def _stacked(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[-1], 1)
    return whole
