"""Notice every change in a folder, however an editor saves.

Some write into the file, some put another in its place; new files and folders count,
too. A folder on another machine reports nothing, so it is looked at now and then.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

PAUSE_MS = 60
"""How long nothing must have changed: a file may be emptied before it is written."""
LOOK_MS = 1000


class FolderWatcher(QObject):
    """Emits `changed` shortly after a change of a file in one of the places.

    A place is a folder, with all that is in it, or a file.
    """

    changed = Signal()

    def __init__(self, places: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._wait)
        self._watcher.fileChanged.connect(self._wait)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._compare)
        self._look = QTimer(self)
        self._look.timeout.connect(self._look_again)
        self._look.start(LOOK_MS)
        self._seen = self._stamps()
        self._watch()

    def _wait(self) -> None:
        self._pause.start()

    def _look_again(self) -> None:
        if not self._pause.isActive() and self._stamps() != self._seen:
            self._pause.start()

    def _compare(self) -> None:
        """Emit `changed` if something has; watch what is new."""
        if (stamps := self._stamps()) != self._seen:
            self._seen = stamps
            self._watch()
            self.changed.emit()

    def _watch(self) -> None:
        """Watch all files anew: another one may have taken the place of each."""
        watcher = self._watcher
        if old := [*watcher.files(), *watcher.directories()]:
            watcher.removePaths(old)
        watcher.addPaths([str(path) for path in self._paths()])

    def _stamps(self) -> dict[Path, tuple[int, int, int]]:
        """Return what changes with each file."""
        stamps = {}
        for path in self._paths():
            try:
                found = path.stat()
            except OSError:
                continue
            is_folder = path.is_dir()
            size = 0 if is_folder else found.st_size
            stamps[path] = (found.st_ino, size, 0 if is_folder else found.st_mtime_ns)
        return stamps

    def _paths(self) -> Iterator[Path]:
        for place in self._places:
            yield from filter(Path.exists, (place, *place.rglob("*")))
