"""Work beside the window's thread, one piece at a time."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

_POLL_MS = 20

_T = TypeVar("_T")


class Background(QObject):
    """Runs a function in a thread, then emits `done` with its result.

    Asked while it runs, it runs the function again: its files may have changed since.
    """

    done = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._is_asked = False
        self._thread: _Piece[object] | None = None
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._take)

    @property
    def is_working(self) -> bool:
        """Whether what was asked for is not done yet."""
        return self._thread is not None

    def ask(self) -> None:
        """Do the work, from now on or once more after the present piece."""
        if self._thread:
            self._is_asked = True
            return
        self._thread = _Piece(self._work)
        self._thread.start()
        self._poll.start(_POLL_MS)

    def _take(self) -> None:
        if not self._thread or self._thread.is_alive():
            return
        piece, self._thread = self._thread, None
        self._poll.stop()
        if self._is_asked:
            self._is_asked = False
            self.ask()
        self.done.emit(piece.result)


class _Piece(threading.Thread, Generic[_T]):
    """A thread that does one piece of work; `result` is None if that failed."""

    def __init__(self, work: Callable[[], _T]) -> None:
        super().__init__(name="content", daemon=True)
        self._work = work
        self.result: _T | None = None

    def run(self) -> None:
        """Do the work."""
        self.result = self._work()
