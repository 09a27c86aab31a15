"""Begin and end visits, and show a screen between them.

The meaning of input and silence in each mode is in `domain.mode`.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.clock import Clock
from kiosk.domain.mode import RULES, Input, Mode, Screen, Swap
from kiosk.domain.visit import Visit
from kiosk.domain.visit_policy import VisitPolicy
from kiosk.ui.context import ViewContext
from kiosk.ui.input.input_gate import InputGate
from kiosk.ui.modes.current_mode import CurrentMode
from kiosk.ui.modes.idle_timer import IdleTimer
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.dark_view import DarkView
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell

MINUTE_MS = 60_000


class VisitorMode(QObject):
    """Take the kiosk from one mode to the next.

    `mode_changed` is emitted once the screen of the new mode is shown. `hours_changed`
    says whether the clinic has just opened or closed; `asked` that a visitor is asked
    whether they are still there; `woken_by_key` that a key began a visit;
    `visit_ended` that it is over.
    """

    mode_changed = Signal(Mode)
    hours_changed = Signal(bool)
    asked = Signal()
    woken_by_key = Signal()
    visit_ended = Signal()

    def __init__(self, shell: Shell, policy: VisitPolicy, clock: Clock) -> None:
        super().__init__(shell)
        self._shell = shell
        self._policy = policy
        self._clock = clock
        self._is_open = self._open_now()
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.check_opening_hours)
        self._current = CurrentMode(clock.seconds, policy.idle, self._allowed, self)
        self._current.arrived.connect(self._welcome)
        self._current.changed.connect(self.mode_changed)
        timer = self._current.timer
        timer.asked.connect(self._ask)
        timer.countdown.connect(self._count_down)
        timer.answered.connect(self._go_on)
        timer.expired.connect(self._expire)

    @property
    def mode(self) -> Mode:
        """The present mode."""
        return self._current.mode

    @property
    def may_swap_content(self) -> bool:
        """Whether other content may be shown now, as no visit is open."""
        return self._current.rules.swap is Swap.NOW

    @property
    def idle_timer(self) -> IdleTimer:
        """The timer that counts the silence."""
        return self._current.timer

    @property
    def gate(self) -> InputGate:
        """The gate that lets touches and keys through, or not."""
        return self._current.gate

    def start(self) -> None:
        """Wait for the first visitor."""
        self._shell.finished.connect(self.wait_for_visitor)
        self._shell.session_started.connect(self._attach_session)
        if session := self._shell.session:
            self._attach_session(session)
        self._minute.start(MINUTE_MS)
        self.wait_for_visitor()

    def stop(self) -> None:
        """Let no visit begin any more: the kiosk has nothing left to show."""
        self._shell.finished.disconnect(self.wait_for_visitor)
        self._shell.session_started.disconnect(self._attach_session)
        self._minute.stop()
        self._current.enter(Mode.TROUBLE)

    def end_visit(self) -> None:
        """Forget the visitor, and wait for the next."""
        self.wait_for_visitor()
        self._shell.start_over()

    def wait_for_visitor(self) -> None:
        """Show what an empty room sees; content may change first."""
        self.idle_timer.stop()
        self.visit_ended.emit()
        self._change_hours()
        self._wait()

    def resume(self) -> None:
        """Show the visit, and go on with it."""
        self._enter(Mode.VISIT)

    def show_staff_screen(self, screen: QWidget, mode: Mode) -> None:
        """Show a staff screen over the visit."""
        self._shell.show_screen(screen)
        self._current.enter(mode)

    def measure(self) -> None:
        """Show the pages to the size check; touch does nothing."""
        self._enter(Mode.MEASURING)

    def clean(self) -> None:
        """End the visit, and ignore touches while the glass is wiped."""
        self.idle_timer.stop()
        self.visit_ended.emit()
        self._shell.start_over()
        self._enter(Mode.CLEANING)

    def show_waiting_screen(self) -> None:
        """Where there is no visitor, show the screen for none in its present words."""
        if self._current.rules.is_waiting:
            self._wait()

    def check_opening_hours(self) -> None:
        """Check whether the clinic has opened or closed, as every minute."""
        may_change = self.may_change_words()
        if may_change and self._change_hours() and self._current.rules.is_waiting:
            self._wait()

    def _change_hours(self) -> bool:
        """Emit `hours_changed` if the clinic has opened or closed."""
        before, self._is_open = self._is_open, self._open_now()
        if self._is_open is before:
            return False
        self.hours_changed.emit(self._is_open)
        return True

    def may_change_words(self) -> bool:
        """Return whether no visitor has an emergency, a code or a question open."""
        swap, session = self._current.rules.swap, self._shell.session
        if swap is Swap.IN_VISIT:
            return bool(session and not session.has_overlay)
        return swap is Swap.NOW

    def _wait(self) -> None:
        self._enter(self._policy.waiting_mode(self._clock.now()))

    def _enter(self, mode: Mode) -> None:
        """Show the screen of a mode, then have its rules hold."""
        if screen := self._screen(RULES[mode].screen):
            self._shell.show_screen(screen)
        else:
            self._shell.hide_screen()
        self._current.enter(mode)

    def _screen(self, screen: Screen) -> QWidget | None:
        """Return a screen that belongs to no visit; None for the page of one."""
        if screen is Screen.BLACK:
            return DarkView()
        if screen is Screen.CLEANING:
            return CleaningView(self._context)
        return self._attract() if screen is Screen.INVITATION else None

    def _attract(self) -> Attract:
        contexts = self._shell.contexts
        assert contexts  # as there is a context
        attract = Attract(self._context, contexts)
        attract.language_chosen.connect(self._welcome_in)
        return attract

    @property
    def _context(self) -> ViewContext:
        assert self._shell.context  # there are visits only in a kiosk that works
        return self._shell.context

    def _open_now(self) -> bool:
        return self._policy.hours.is_open(self._clock.now())

    def _allowed(self) -> float:
        """Return the seconds that a visitor may take to read the open page."""
        if not (session := self._shell.session):
            return self._policy.idle.allowed(0)
        visit = session.visit
        scale, urgent = visit.preferences.text_scale, visit.shows_emergency
        return self._policy.idle.allowed(session.word_count, scale, emergency=urgent)

    def _welcome(self, by: Input) -> None:
        """Begin a visit: in the language whose name was touched, if one was.

        A key first lets keys choose, where there is a language to choose.
        """
        screen, point = self._shell.screen_shown, self.gate.point
        attract = screen if isinstance(screen, Attract) else None
        if attract and point:
            self._speak(attract.language_at(point))
        if by is Input.CHOOSE and attract and attract.offers_languages:
            self._current.enter(Mode.CHOOSING)
        else:
            self.resume()
        if screen and not point:
            self.woken_by_key.emit()

    def _welcome_in(self, language: str) -> None:
        """Begin a visit in the language that was pressed without a touch."""
        self._speak(language)
        self.resume()

    def _speak(self, language: str) -> None:
        if language:
            self._shell.open(Visit(language=language))

    def _attach_session(self, session: Session) -> None:
        """Count what changes on a page as a touch; ask again over a rebuilt page."""
        session.changed.connect(self._current.touch)
        session.content_changed.connect(self._current.touch)
        if self.mode is Mode.ASKING:
            session.overlays.show_idle_notice()

    def _ask(self) -> None:
        self._current.enter(Mode.ASKING)
        if session := self._shell.session:
            session.overlays.show_idle_notice()
        self.asked.emit()

    def _count_down(self, seconds: int) -> None:
        screen, session = self._shell.screen_shown, self._shell.session
        if isinstance(screen, CleaningView):
            screen.count_down(seconds)
        elif session:
            session.overlays.show_seconds_left(seconds)

    def _go_on(self) -> None:
        """Take the question away; the page under it was never touched."""
        if session := self._shell.session:
            session.overlays.hide_idle_notice()
        self._current.enter(Mode.VISIT)

    def _expire(self) -> None:
        """Wait for the next visitor; cleaning has ended its visit already."""
        if self.mode is Mode.CLEANING:
            self.wait_for_visitor()
        else:
            self.end_visit()
