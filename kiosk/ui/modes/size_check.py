"""Take the window through everything it can show, and measure all of it."""

from collections.abc import Iterator
from itertools import product

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.preferences import TEXT_SCALES, Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.size_audit import survey
from kiosk.ui.window.shell import Shell

STEP_MS = 40
"""Between two screens: heights that follow from widths take a turn or two to settle."""


class SizeCheck(QObject):
    """Every screen in every language and text size, one at a time, for all to see.

    `finished` carries how many screens there were, and each fault once.
    """

    finished = Signal(int, list)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._states = _states(shell)
        self._visit = Visit()
        self._seen = 0
        self._faults: dict[str, Fault] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Begin; it takes about a minute."""
        self._timer.start(STEP_MS)

    def step(self) -> None:
        """Measure the screen that stands, and bring up the next."""
        if self._seen:
            self._measure()
        visit = next(self._states, None)
        if visit is None:
            self._timer.stop()
            self.finished.emit(self._seen, list(self._faults.values()))
            self.deleteLater()
            return
        self._visit = visit
        self._seen += 1

    def _measure(self) -> None:
        if self._shell.stock:
            metrics = self._shell.stock.of(self._visit).look.metrics
            for fault in survey(self._shell, metrics):
                self._faults.setdefault(f"{fault.what} {fault.where}", fault)


def _states(shell: Shell) -> Iterator[Visit]:
    """Bring the window into every state; yield the visit it is drawn from."""
    stock = shell.stock
    texts = range(len(TEXT_SCALES))
    for language, text in product(stock.languages if stock else (), texts):
        visit = Visit(language=language.code, preferences=Preferences(text=text))
        for _ in EveryState(shell, visit).states():
            yield visit
