"""Notice when the visitor has walked away."""

from collections.abc import Callable
from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal


class Phase(Enum):
    """Who is there, as far as silence tells."""

    NOBODY = auto()
    SOMEBODY = auto()
    ASKED = auto()


class IdleTimer(QObject):
    """Count the silence. It sleeps until there can be something to tell."""

    came = Signal()
    asked = Signal()
    left = Signal(int)
    answered = Signal()
    expired = Signal()

    def __init__(self, seconds: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._allowed: Callable[[], float] = float
        self._warning = 0.0
        self._since = seconds()
        self._held_after: float | None = None
        self.phase = Phase.NOBODY
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    def rest(self) -> None:
        """Wait for somebody to come, without a clock."""
        self.phase = Phase.NOBODY
        self._held_after = None
        self._timer.stop()

    def watch(self, allowed: Callable[[], float], warning: float) -> None:
        """Somebody is here: ask after `allowed()` seconds of silence.

        `warning` seconds after that they are gone; 0 asks nothing. What is allowed is
        only asked for when it matters: it may cost something to know.
        """
        self._allowed, self._warning = allowed, warning
        self.phase = Phase.SOMEBODY
        self._held_after = None
        self._since = self._seconds()
        self.tick()

    def touch(self) -> None:
        """Start the silence over, unless it has lasted too long by now.

        The timer sleeps with the machine, the clock does not: after that the touch is
        that of somebody else.
        """
        if self._is_overdue():
            self.rest()
            self.expired.emit()
            return
        before, self._since = self.phase, self._seconds()
        if self._held_after is not None:
            self._held_after = 0.0
        if before is Phase.NOBODY:
            self.came.emit()
        elif before is Phase.ASKED:
            self.phase = Phase.SOMEBODY
            self.answered.emit()
            self.tick()

    def hold(self) -> None:
        """Let time stand still, as while speech plays."""
        if self._held_after is None:
            self._held_after = self._silence()

    def go_on(self) -> None:
        """Let time run again from where it stood."""
        if self._held_after is not None:
            self._since = self._seconds() - self._held_after
            self._held_after = None
            self.tick()

    def tick(self) -> None:
        """See how long it has been silent, and say what comes of it."""
        if self.phase is Phase.NOBODY or self._held_after is not None:
            return
        due = self._allowed() - self._silence()
        if due > 0:
            self._timer.start(_milliseconds(due))
        elif due + self._warning > 0:
            self._ask(due + self._warning)
        else:
            self.rest()
            self.expired.emit()

    def _ask(self, left: float) -> None:
        if self.phase is Phase.SOMEBODY:
            self.phase = Phase.ASKED
            self.asked.emit()
        self.left.emit(ceil(left))
        self._timer.start(1000)

    def _is_overdue(self) -> bool:
        """Tell whether time was up before the timer could say so."""
        if self.phase is Phase.NOBODY or self._held_after is not None:
            return False
        silence = self._silence()
        if silence * 1000 <= self._timer.interval():
            return False
        return silence >= self._allowed() + self._warning

    def _silence(self) -> float:
        return self._seconds() - self._since


def _milliseconds(seconds: float) -> int:
    """Return when to look again: not more often than once a second."""
    return max(1000, ceil(seconds * 1000))
