"""The kiosk's own window as a part of another one, in the shape of a chosen screen."""

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from kiosk.app.loading import Looks, view_contexts
from kiosk.app.preview.reading import Edition
from kiosk.domain.metrics import Metrics
from kiosk.ui.window.shell import Shell

_PAUSE_MS = 100
_BESIDE_SCREEN = "#EFEFEF"
"""A grey that no theme has, so that the edge of the kiosk's window can be seen."""


class Screen(Struct, frozen=True):
    """A usual screen: its name, its shape, and its width in millimetres."""

    name: str
    shape: QSize
    width_mm: float


SCREENS = (
    Screen("Landscape, 21.5 inches", QSize(1920, 1080), 476.0),
    Screen("Portrait, 21.5 inches", QSize(1080, 1920), 268.0),
    Screen("Landscape, 15.4 inches", QSize(1280, 800), 331.0),
    Screen("Portrait, 15.4 inches", QSize(800, 1280), 207.0),
)


class Stage(QWidget):
    """Shows a screen as large as there is room, with all that it would have on it.

    Page, language, size of text and place on the page stay when other content comes.
    `shown` says that it is on the screen. The shell is at the top left: its events and
    those of the window around it have the same places.
    """

    shown = Signal()

    def __init__(self, shell: Shell, edition: Edition) -> None:
        super().__init__()
        self._shell = shell
        self._edition = edition
        self._screen = SCREENS[0]
        shell.setParent(self)
        self.setMinimumSize(320, 320)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def choose(self, index: int) -> None:
        """Take the shape of another screen."""
        self._screen = SCREENS[index]
        self._draw()

    def show_edition(self, edition: Edition) -> None:
        """Show other content; `shown` follows once it is painted."""
        self._edition = edition
        self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the stage with grey; the kiosk's window is painted over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_BESIDE_SCREEN))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again once the size stays."""
        super().resizeEvent(event)
        self._pause.start()

    def _draw(self) -> None:
        """Draw the visit again, as far down its page as it was."""
        at = bar.value() if (bar := self.bar()) else 0
        keep = Qt.AspectRatioMode.KeepAspectRatio
        size = self._screen.shape.scaled(self.size(), keep)
        looks = Looks(Metrics.of_screen(size.toTuple(), self._screen.width_mm))
        contexts = view_contexts(self._edition.settings, self._edition.library, looks)
        self._shell.supply(contexts)
        self._shell.resize(size)
        self._shell.serve(contexts)
        QTimer.singleShot(0, lambda: self._finish(at))

    def _finish(self, at: int) -> None:
        if bar := self.bar():
            bar.setValue(at)
        self._shell.repaint()
        self.shown.emit()

    def bar(self) -> QScrollBar | None:
        """Return what scrolls the page or overlay in front, if anything does."""
        front = self._shell.front
        if not front:
            return None
        areas = front.findChildren(QScrollArea)
        shown = (area for area in areas if area.isVisibleTo(front))
        return next((area.verticalScrollBar() for area in shown), None)
