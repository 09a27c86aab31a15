"""The session of one visit: applies each touch to the visit, and reports the change.

Its screen, pages and overlays have modules of their own. It is never cleaned.
"""

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.pages import Page
from kiosk.domain.follow_up import Question, Reply
from kiosk.domain.preferences import PreferenceQuestion
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.window.announcements import Announcements
from kiosk.ui.window.geometry import direction_of, screen_layout_of
from kiosk.ui.window.overlays import Overlays
from kiosk.ui.window.visit_screen import VisitScreen


class Session(QWidget):
    """The screen of one visit, drawn from the visit's value.

    `visit_change_requested` carries the visit with other preferences, for a session
    that replaces this one. `announced` carries words about a change, for those who
    do not see it; `content_changed` says that there is other text to read;
    `page_pressed` carries the page that a pressed button opens once it is released.
    """

    changed = Signal()
    finished = Signal()
    staff_requested = Signal()
    visit_change_requested = Signal(Visit)
    announced = Signal(str)
    content_changed = Signal()
    page_pressed = Signal(str)

    def __init__(
        self,
        context: ViewContext,
        size: QSize,
        visit: Visit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.SESSION)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # paints its paper
        self.setLayoutDirection(direction_of(context.pack))
        self._context = context
        self._notices = context.notices
        self._visit = visit
        self._assessment = context.checklist.assess(visit.answers)
        self.screen_layout = layout = screen_layout_of(size, context, visit)
        self._screen = VisitScreen(context, visit, layout)
        frame = self._screen.frame
        frame.setParent(self)
        frame.resize(size)
        self.overlays = Overlays(self, frame, context, portrait=layout.portrait)
        self._announcements = Announcements(self, context)
        self._connect()
        self.go_to(context.pack.page(visit.page).id)
        self._screen.pages.area(self._visit.page).go_to(visit.position)

    def _connect(self) -> None:
        screen = self._screen
        screen.strip.emergency_requested.connect(self.show_emergency)
        screen.strip.name_held.connect(self.staff_requested)
        for part in screen.parts_leading_to_pages:
            part.page_pressed.connect(self.page_pressed)
            part.page_requested.connect(self._open_page)
        screen.pages.qr_code_requested.connect(self.overlays.show_qr_code)
        screen.pages.sources_requested.connect(self.overlays.show_sources)
        screen.pages.take_home_requested.connect(self.overlays.show_take_home)
        screen.pages.answer_toggled.connect(self._toggle_answer)
        screen.pages.none_chosen.connect(self._choose_none)
        screen.pages.replied.connect(self._reply)
        screen.pages.emergency_requested.connect(self.show_emergency)
        screen.pages.advice_requested.connect(self.overlays.show_advice)
        screen.pages.staff_card_requested.connect(self.overlays.show_staff_card)
        screen.bar.finished.connect(self.finished)
        screen.bar.page_requested.connect(self._leave_for)
        screen.bar.question_requested.connect(self.ask_preference)
        screen.bar.listening_toggled.connect(self.toggle_listening)
        self._connect_overlays()

    def _connect_overlays(self) -> None:
        overlays = self.overlays
        overlays.replied.connect(self._reply)
        overlays.list_requested.connect(self._screen.pages.show_others)
        overlays.finished.connect(self.finished)
        overlays.question_requested.connect(self.ask_preference)
        overlays.listening_toggled.connect(self.toggle_listening)
        overlays.changed.connect(self.content_changed)
        overlays.closed.connect(self._announce_title)
        overlays.visit_change_requested.connect(self.visit_change_requested)
        self._announcements.announced.connect(self.announced)

    @property
    def visit(self) -> Visit:
        """The visit as it is now, down to where the reader is on the page."""
        is_urgent = self.overlays.shows_emergency
        position = self._screen.pages.area(self._visit.page).position
        return replace(self._visit, position=position, shows_emergency=is_urgent)

    @property
    def assessment(self) -> Assessment:
        """The assessment of the answers so far; it is made once for each answer."""
        return self._assessment

    @property
    def word_count(self) -> int:
        """The number of words of `parts`, in sight or not."""
        return sum(map(labels.count_words, self.parts))

    @property
    def has_overlay(self) -> bool:
        """Whether a code, a question or an emergency is in place of the page."""
        return self.overlays.front is not None

    @property
    def front(self) -> QWidget:
        """The open page, or the overlay in its place."""
        return self.parts[-1]

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What a visitor reads: urgent notices and the open page, or the overlay."""
        return self._screen.parts(self._visit.page, self.overlays.front)

    @property
    def is_outdated(self) -> bool:
        """Whether the urgent notices of today are others than those shown."""
        return self._notices != self._context.notices

    @property
    def voice_controls(self) -> ControlsBar | None:
        """The bar, while the visitor listens: it has the controls of the voice."""
        return self._screen.bar if self._visit.preferences.listening else None

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that can be opened."""
        return self._context.pack.pages

    @property
    def language(self) -> str:
        """The code of the language it is in."""
        return self._context.pack.language

    @property
    def title(self) -> str:
        """The title of the open page."""
        return self._context.pack.page(self._visit.page).title

    def prepare_page(self, page: str = "") -> bool:
        """Build this page ahead, or one of the first; return False if it is built."""
        return self._screen.prepare(self._visit, self._assessment, page)

    def introduce(self, *, translated: bool) -> None:
        """Announce the open page to a screen reader, and aloud a new language."""
        title = "" if self.has_overlay else self.title
        self._announcements.introduce(title, translated=translated)

    def go_to(self, page: str) -> None:
        """Open a page."""
        shown = self._context.pack.page(page)
        self._screen.pages.open(shown, self._visit, self._assessment)
        self._screen.rail.mark(page)
        self._show_visit(self._visit.on_page(page))
        self.content_changed.emit()

    def go_home(self) -> None:
        """Close all overlays, and open the first page."""
        self._leave_for(self.pages[0].id)

    def show_emergency(self) -> None:
        """Let the emergency take the whole screen."""
        self.overlays.show_emergency(self._visit.answers)

    def ask_preference(self, question: PreferenceQuestion) -> None:
        """Ask how the visitor wants the screen."""
        self.overlays.ask_preference(question, self.visit)

    def listen(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Speak or do not, if the kiosk can speak."""
        if self._context.speech and on is not self._visit.preferences.listening:
            self.toggle_listening()

    def toggle_listening(self) -> None:
        """Speak from now on, or no longer."""
        now = self._visit.preferences
        wanted = self.visit.with_preferences(replace(now, listening=not now.listening))
        self.visit_change_requested.emit(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        super().resizeEvent(event)
        self._screen.frame.setGeometry(self.rect())

    def lay_out(self, size: QSize) -> None:
        """Take a size before it can be seen, so that every part has its own."""
        self.resize(size)
        self._screen.frame.setGeometry(self.rect())

    def _leave_for(self, page: str) -> None:
        self.overlays.close_all()
        self._open_page(page)

    def _open_page(self, page: str) -> None:
        """Open a page that was touched, and announce it to a screen reader."""
        self.go_to(page)
        self._announce_title()

    def _toggle_answer(self, answer: str) -> None:
        self._answer(self._visit.toggled(answer))

    def _reply(self, question: Question, reply: Reply | None) -> None:
        self._answer(self._visit.replied(question, reply))

    def _choose_none(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._answer(self._visit.with_none(chosen=chosen))

    def _answer(self, visit: Visit) -> None:
        """Assess the answers, and show the result: an emergency before all else."""
        before, heading = self._assessment, self._screen.pages.advice_heading
        self._assessment = self._context.checklist.assess(visit.answers)
        is_emergency = self._assessment.takes_whole_screen
        if is_emergency and not before.takes_whole_screen:
            self.overlays.show_emergency(visit.answers)
        self._show_visit(visit)
        if self._assessment.may_book is not before.may_book:
            self._screen.pages.forget_booking()
        if not is_emergency:
            now = self._screen.pages.advice_heading
            self._announcements.announce_advice(heading, now)

    def _show_visit(self, visit: Visit) -> None:
        self._visit = visit
        self._screen.show_visit(visit, self._assessment)
        self.overlays.show_visit(visit, self._assessment)
        self.changed.emit()

    def _announce_title(self) -> None:
        self._announcements.announce_title(self.title)
