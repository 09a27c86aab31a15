"""Work beside the window's thread, one piece at a time."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_POLL_MS = 20
END_S = 5.0
"""Seconds that the end of the program waits for a piece of work."""

Work = Callable[[], object]


class Background(QObject):
    """Does pieces of work in a thread, and emits `done` with the result of each.

    Asked for a piece while it is being done, it does it again: its files may have
    changed since. The result of one that failed is None; `failed` is told first why, in
    the window's thread. Without it Python prints that.
    """

    done = Signal(object)

    def __init__(
        self, parent: QObject, failed: Callable[[Exception], None] | None = None
    ) -> None:
        super().__init__(parent)
        self._failed = failed
        self._waiting: list[Work] = []
        self._thread: _Piece | None = None
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._take)

    @property
    def is_working(self) -> bool:
        """Whether something that was asked for is not done yet."""
        return bool(self._thread or self._waiting)

    def do(self, work: Work) -> None:
        """Do this piece, after those that wait already, unless it is one of them."""
        if work not in self._waiting:
            self._waiting.append(work)
        self._go_on()

    def stop(self) -> None:
        """Begin no other piece; drop the result of the present one."""
        self._waiting.clear()
        self._poll.stop()

    def _go_on(self) -> None:
        if self._waiting and not self._thread:
            keeps_bug = self._failed is not None
            self._thread = _Piece(self._waiting.pop(0), keeps_bug=keeps_bug)
            self._thread.start()
            self._poll.start(_POLL_MS)

    def _take(self) -> None:
        if not self._thread or self._thread.is_alive():
            return
        piece, self._thread = self._thread, None
        self._poll.stop()
        if self._failed and piece.bug:
            self._failed(piece.bug)
        self.done.emit(piece.result)
        self._go_on()


def wait_for_the_last_piece() -> None:
    """Let the threads end before Python does, if that takes no longer than `END_S`.

    One that Python ends in the middle of Qt's code takes the program with it (SIGABRT).
    """
    for thread in threading.enumerate():
        if isinstance(thread, _Piece):
            thread.join(END_S)


class _Piece(threading.Thread):
    """A thread that does one piece of work.

    It ends with the program, however long the work takes.
    """

    def __init__(self, work: Work, *, keeps_bug: bool) -> None:
        super().__init__(name="content", daemon=True)
        self._work = work
        self._keeps_bug = keeps_bug
        self.result: object = None
        self.bug: Exception | None = None

    def run(self) -> None:
        """Do the work."""
        try:
            self.result = self._work()
        except Exception as bug:
            if not self._keeps_bug:
                raise
            self.bug = bug
