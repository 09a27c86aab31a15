"""Look through the pages once the first one stands on the screen.

Start-up reads only what the first page needs, so a mistake further down a page shows
when the page is opened. This finds it before a visitor does.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.content import Pack, Page
from kiosk.errors import ContentError


class Proofreader(QObject):
    """Read one page at a time, giving way to the visitor in between."""

    found = Signal(object)
    finished = Signal(tuple)

    def __init__(self, pack: Pack, parent: QObject) -> None:
        super().__init__(parent)
        self._pack = pack
        self._left = list(pack.pages)
        self._good: list[Page] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_one)

    def start(self) -> None:
        """Begin; `found` names each bad page, `finished` carries the good ones."""
        self._timer.start(0)

    def _read_one(self) -> None:
        if not self._left:
            self._timer.stop()
            self.finished.emit(tuple(self._good))
            self.deleteLater()
            return
        page = self._left.pop(0)
        try:
            self._pack.read(page)
        except ContentError as problem:
            self.found.emit(problem)
        else:
            self._good.append(page)
