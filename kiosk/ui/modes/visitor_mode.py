"""Look after the visits: when one begins, when it is over, what stands in between."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.clock import Clock
from kiosk.domain.idle import IdlePolicy
from kiosk.domain.opening_hours import Hours
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.input.input_gate import InputGate
from kiosk.ui.modes.idle_timer import IdleTimer, Phase
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.dark_view import DarkView
from kiosk.ui.window.shell import Shell

CLEANING_S = 60.0
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class VisitPolicy:
    """How the clinic wants its visitors looked after."""

    idle: IdlePolicy
    hours: Hours
    attract: bool


class VisitorMode(QObject):
    """Between an empty room, a visit and the staff, know who is there.

    `hours_changed` tells whether the clinic has just opened or closed; `asked` that a
    visitor is asked whether they are still there; `woken_by_key` that a key began a
    visit; `visit_ended` that it is over.
    """

    hours_changed = Signal(bool)
    asked = Signal()
    woken_by_key = Signal()
    visit_ended = Signal()

    def __init__(self, shell: Shell, conduct: VisitPolicy, clock: Clock) -> None:
        super().__init__(shell)
        self._shell = shell
        self._conduct = conduct
        self._clock = clock
        self._is_open: bool | None = self._open_now()
        self._dark: bool | None = None
        self._cleaning: CleaningView | None = None
        self._clean_at = 0.0
        self._wipe = QTimer(self)
        self._wipe.timeout.connect(self.wipe)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.look_at_the_clock)
        self._gate = InputGate(clock.seconds, self)
        self._guard = IdleTimer(clock.seconds, self)
        self._gate.touched.connect(self._guard.touch)
        self._guard.came.connect(self._welcome)
        self._guard.asked.connect(self._ask)
        self._guard.left.connect(self._count_down)
        self._guard.answered.connect(self._go_on)
        self._guard.expired.connect(self.end_visit)

    @property
    def guard(self) -> IdleTimer:
        """Who counts the silence."""
        return self._guard

    def begin(self) -> None:
        """Begin to work: the room is empty."""
        self._shell.finished.connect(self.rest)
        self._shell.changed.connect(self._guard.touch)
        self._shell.content_changed.connect(self._guard.touch)
        self._shell.drawn.connect(self._ask_again)
        self._minute.start(MINUTE_MS)
        self._empty()

    def watch(self) -> None:
        """Stand before the window, once it is on the screen."""
        self._shell.windowHandle().installEventFilter(self._gate)

    def end_visit(self) -> None:
        """Forget the visitor, and wait for the next."""
        self.rest()
        self._shell.start_over()

    def rest(self) -> None:
        """A visit is over: a second touch of the same hand must not begin another."""
        self._empty()
        self._gate.pause()

    def leave(self) -> None:
        """Work no more: the kiosk has nothing left to show."""
        self._gate.touched.disconnect(self._guard.touch)
        self._shell.finished.disconnect(self.rest)
        self._shell.changed.disconnect(self._guard.touch)
        self._shell.content_changed.disconnect(self._guard.touch)
        self._shell.drawn.disconnect(self._ask_again)
        self._guard.rest()
        self._minute.stop()
        self._wipe.stop()
        self._gate.open()

    def resume(self) -> None:
        """Go on with the visit that something stood before."""
        self._shell.uncover()
        self._gate.open()
        self._guard.watch(self._allowed, self._conduct.idle.warning)

    def host(self, screen: QWidget, seconds: float) -> None:
        """Stand a screen that is no visitor's before the visit.

        After `seconds` of silence the visit behind it is over.
        """
        self._shell.cover(screen)
        self._gate.open()
        self._guard.watch(lambda: seconds, 0)

    def stand_aside(self) -> None:
        """Let touch lead nowhere until something is hosted or a visit begins."""
        self._guard.rest()
        self._gate.shut(deaf=True)

    def clean(self) -> None:
        """End the visit, and let touch be dead for a minute."""
        self.visit_ended.emit()
        self._shell.start_over()
        self._guard.rest()
        self._gate.shut(deaf=True)
        self._clean_at = self._clock.seconds() + CLEANING_S
        self._cleaning = CleaningView(self._material)
        self._shell.cover(self._cleaning)
        self._wipe.start(1000)
        self.wipe()

    def wipe(self) -> None:
        """Count the minute of cleaning down."""
        left = self._clean_at - self._clock.seconds()
        if self._cleaning and left > 0:
            self._cleaning.count_down(ceil(left))
            return
        self._wipe.stop()
        self._cleaning = None
        self._gate.open()
        self.rest()

    def _empty(self) -> None:
        """Show what an empty room sees."""
        self._guard.rest()
        self.visit_ended.emit()
        self._dark = None
        self.look_at_the_clock()

    def try_again(self) -> None:
        """The words for the present hours could not be had: ask in a minute."""
        self._is_open = None

    def look_at_the_clock(self) -> None:
        """See whether the clinic has opened or closed."""
        is_open = self._open_now()
        if is_open is not self._is_open and self._may_change_words():
            self._is_open, self._dark = is_open, None
            self.hours_changed.emit(is_open)
        is_empty = self._guard.phase is Phase.NOBODY and not self._cleaning
        if is_empty and self._dark is not (not is_open):
            self._dark = not is_open
            self._show_rest()

    def _may_change_words(self) -> bool:
        """Leave a visitor alone who has an emergency, a code or a question open."""
        if self._guard.phase is Phase.NOBODY:
            return True
        session = self._shell.session
        asked = self._guard.phase is Phase.ASKED
        return bool(session and not session.is_covered and not asked)

    def _show_rest(self) -> None:
        if self._dark:
            self._shell.cover(DarkView())
        elif self._conduct.attract:
            self._shell.cover(self._attract())
        else:
            self._shell.uncover()
            self._gate.open()
            return
        self._gate.shut()

    def _attract(self) -> Attract:
        stock = self._shell.stock
        assert stock  # as there is material
        attract = Attract(self._material, stock)
        attract.chosen.connect(self._welcome_in)
        return attract

    @property
    def _material(self) -> ViewContext:
        assert self._shell.material  # an attendant works in a kiosk that works
        return self._shell.material

    def _open_now(self) -> bool:
        return self._conduct.hours.is_open(self._clock.now())

    def _allowed(self) -> float:
        session = self._shell.session
        if not session:
            return self._conduct.idle.allowed(0)
        scale = session.visit.preferences.text_scale
        return self._conduct.idle.allowed(session.words, scale)

    def _welcome(self) -> None:
        """Begin a visit: in the language whose name was touched, if one was.

        A key wakes nothing yet where there is a language to choose: it shows which.
        """
        cover, place = self._shell.cover_shown, self._gate.place
        if isinstance(cover, Attract) and place:
            self._speak(cover.language_at(place))
        if isinstance(cover, Attract) and cover.offers_languages and not place:
            self._gate.shut(but_for_keys=True)
        else:
            self.resume()
        if cover and not place:
            self.woken_by_key.emit()

    def _welcome_in(self, language: str) -> None:
        """Begin a visit in the language that was pressed without a touch."""
        self._speak(language)
        self.resume()

    def _speak(self, language: str) -> None:
        if language:
            self._shell.change(Visit(language=language))

    def _ask(self) -> None:
        if session := self._shell.session:
            session.ask()
        self._gate.shut()
        self.asked.emit()

    def _ask_again(self) -> None:
        """Put the question before a session that was drawn anew under it."""
        session = self._shell.session
        if session and self._guard.phase is Phase.ASKED:
            session.ask()

    def _count_down(self, seconds: int) -> None:
        if session := self._shell.session:
            session.count_down(seconds)

    def _go_on(self) -> None:
        if session := self._shell.session:
            session.go_on()
        self._gate.open()
