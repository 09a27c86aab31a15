"""Take the window through everything it can show, and measure all of it."""

from itertools import product

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.content.packs import Pack
from kiosk.content.placeholders import fill
from kiosk.domain.preferences import TEXT_SCALES, Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.audit.every_state import EveryState, State
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.size_audit import size_faults
from kiosk.ui.window.shell import Shell

FAULTS_LISTED = 8
STEP_MS = 40
"""Between two screens: heights that follow from widths take a turn or two to settle."""


class SizeReport(Struct, frozen=True):
    """How many screens of how many were measured, and each fault once."""

    measured: int
    expected: int
    faults: tuple[Fault, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every screen could be shown and measured."""
        return self.measured == self.expected

    def lines(self, pack: Pack) -> list[str]:
        """Return the result for staff: all is well, or screens unseen, and faults."""
        words, number = pack.staff, pack.number
        count, measured = number(self.expected), number(self.measured)
        if self.is_complete and not self.faults:
            return [fill(words.sizes_good, {"count": count})]
        lines = []
        if not self.is_complete:
            lines.append(
                fill(words.sizes_missed, {"measured": measured, "count": count})
            )
        if self.faults:
            lines.append(fill(words.sizes_bad, {"count": number(len(self.faults))}))
        return [*lines, *map(str, self.faults[:FAULTS_LISTED])]


class SizeCheck(QObject):
    """Show every screen in every language and text size, and measure each.

    A screen that cannot be shown, or not be measured, is missing from the report's
    count, and the check goes on with the next.
    """

    finished = Signal(SizeReport)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        states = _states(shell)
        self._expected, self._measured = len(states), 0
        self._waiting = iter(states)
        self._shown: Visit | None = None
        self._faults: dict[str, Fault] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Begin; it takes about a minute."""
        self._timer.start(STEP_MS)

    def step(self) -> None:
        """Measure the screen that is shown, and show the next."""
        shown, self._shown = self._shown, None
        if shown:
            self._measure(shown)
        visit, state = next(self._waiting, (None, None))
        if visit and state and self._shell.contexts:
            state.show()
            self._shown = visit
        else:
            self._finish()

    def _measure(self, visit: Visit) -> None:
        if self._shell.contexts:
            metrics = self._shell.contexts.of(visit).look.metrics
            for fault in size_faults(self._shell, metrics):
                self._faults.setdefault(f"{fault.what} {fault.where}", fault)
            self._measured += 1

    def _finish(self) -> None:
        self._timer.stop()
        if self._shell.screen_shown:
            self._shell.hide_screen()
        faults = tuple(self._faults.values())
        self.finished.emit(SizeReport(self._measured, self._expected, faults))
        self.deleteLater()


def _states(shell: Shell) -> list[tuple[Visit, State]]:
    """Return every state of the window, each with the visit it is drawn from."""
    contexts = shell.contexts
    languages = contexts.library.languages if contexts else ()
    texts = range(len(TEXT_SCALES))
    visits = (
        Visit(language=language.code, preferences=Preferences(text=text))
        for language, text in product(languages, texts)
    )
    return [(v, state) for v in visits for state in EveryState(shell, v).states()]
