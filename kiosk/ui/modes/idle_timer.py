"""Count the seconds of silence, and report when the allowed ones are over."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal


class IdleTimer(QObject):
    """Count the silence. It sleeps until the next event is due.

    `asked` says that the visitor has to be asked, `countdown` how many seconds are
    left to answer, `answered` that a touch did, `expired` that time is up.
    """

    asked = Signal()
    countdown = Signal(int)
    answered = Signal()
    expired = Signal()

    def __init__(self, seconds: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._allowed: Callable[[], float] = float
        self._warning = 0.0
        self._since = seconds()
        self._paused_after: float | None = None
        self._is_running = False
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    def start(self, allowed: Callable[[], float], warning: float) -> None:
        """Ask after `allowed()` seconds of silence, and expire `warning` seconds later.

        A `warning` of 0 asks nothing. `allowed` is only called when it matters, as
        it may take a while.
        """
        self._run(allowed, warning, is_asking=False)

    def start_countdown(self, seconds: float) -> None:
        """Expire after `seconds`, telling each, without a question."""
        self._run(float, seconds, is_asking=True)

    def stop(self) -> None:
        """Count no longer."""
        self._is_running = self._is_asking = False
        self._paused_after = None
        self._timer.stop()

    def touch(self) -> None:
        """Start the silence over, unless it has lasted too long by now.

        The timer sleeps with the machine, the clock does not: after that the touch is
        that of another visitor.
        """
        if not self._is_running:
            return
        if self._is_overdue():
            self.stop()
            self.expired.emit()
            return
        self._since = self._seconds()
        if self._paused_after is not None:
            self._paused_after = 0.0
        if self._is_asking:
            self._is_asking = False
            self.answered.emit()
            self.tick()

    def pause(self) -> None:
        """Let no time pass, as while speech plays."""
        if self._paused_after is None:
            self._paused_after = self._silence()

    def resume(self) -> None:
        """Go on counting from where it was paused."""
        if self._paused_after is not None:
            self._since = self._seconds() - self._paused_after
            self._paused_after = None
            self.tick()

    def tick(self) -> None:
        """Check how long it has been silent, and emit the signal due."""
        if not self._is_running or self._paused_after is not None:
            return
        due = self._allowed() - self._silence()
        if due > 0:
            self._timer.start(_milliseconds(due))
        elif due + self._warning > 0:
            self._ask(due + self._warning)
        else:
            self.stop()
            self.expired.emit()

    def _run(
        self, allowed: Callable[[], float], warning: float, *, is_asking: bool
    ) -> None:
        self._allowed, self._warning = allowed, warning
        self._is_running, self._is_asking = True, is_asking
        self._paused_after = None
        self._since = self._seconds()
        self.tick()

    def _ask(self, left: float) -> None:
        if not self._is_asking:
            self._is_asking = True
            self.asked.emit()
        self.countdown.emit(ceil(left))
        self._timer.start(1000)

    def _is_overdue(self) -> bool:
        """Check whether time was up before the timer fired."""
        if self._paused_after is not None:
            return False
        silence = self._silence()
        if silence * 1000 <= self._timer.interval():
            return False
        return silence >= self._allowed() + self._warning

    def _silence(self) -> float:
        return self._seconds() - self._since


def _milliseconds(seconds: float) -> int:
    """Return when to check again: not more often than once a second."""
    return max(1000, ceil(seconds * 1000))
