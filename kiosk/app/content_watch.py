"""Notice that the clinic's folder has changed, and wait until its files are all there.

A thread beside the window's compares the names, sizes and times of its files. It takes
some milliseconds, and works for network shares too, which send no sign of a change.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.app.background import Background
from kiosk.files.snapshot import stamp_of

SETTLE_MS = 10_000
"""How long nothing must have changed in a folder that is being copied."""


class ContentWatch(QObject):
    """Emits `changed` when a folder has changed, and no longer does."""

    changed = Signal()

    def __init__(
        self, folder: Path, is_read: Callable[[str], bool], parent: QObject
    ) -> None:
        """`is_read` tells of a stamp whether the folder was read as it is now."""
        super().__init__(parent)
        self._folder = folder
        self._is_read = is_read
        self._seen: str | None = None
        self._stamps = Background(self)
        self._stamps.done.connect(self._compare)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.look)

    @property
    def last_stamp(self) -> str:
        """The stamp of the folder at the last look, empty before the first one."""
        return self._seen or ""

    @property
    def is_looking(self) -> bool:
        """Whether it is not known yet if the folder has changed."""
        return self._stamps.is_working or self._settle.isActive()

    def stop(self) -> None:
        """Look at it no more."""
        self._settle.stop()
        self._stamps.stop()

    def look(self) -> None:
        """Look at the folder now, and again if it has changed since the last look."""
        self._settle.stop()
        self._stamps.do(self._stamp)

    def _stamp(self) -> str:
        return stamp_of(self._folder)

    def _compare(self, stamp: str | None) -> None:
        """Emit `changed` for a folder that was twice the same, and is not read yet."""
        before, self._seen = self._seen, stamp
        if stamp is None or self._is_read(stamp):
            return
        if stamp == before:
            self.changed.emit()
        else:
            self._settle.start()
