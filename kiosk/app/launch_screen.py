"""Show the picture that the last start began with, until the kiosk is there.

Importing and building the kiosk takes longer than bringing a picture to the screen: a
kiosk that starts again is never seen black.
"""

from collections.abc import Callable
from functools import partial
from typing import Self

from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.files.first_picture import kept_picture
from kiosk.files.paths import state_path

PIXELS = QImage.Format.Format_RGB32
"""How the picture is kept: as Qt paints it, so that it is copied to the window."""

_MOST_MS = 500
"""How long the screen may take to show it: after that the start goes on without."""

_LAST_TOUCHES_MS = 1_000


class LaunchScreen(QWidget):
    """A window that is one picture; `touched` says where a finger came down first."""

    touched = Signal(QPoint)

    @classmethod
    def shown(cls, application: QApplication) -> Self | None:
        """Return the window once it is painted; None where no picture is kept."""
        state, screen = state_path(), application.primaryScreen()
        if not state or not screen:
            return None
        place = screen.geometry()
        pixels = kept_picture(state.parent, (place.width(), place.height()))
        return cls(pixels, place) if pixels else None

    def __init__(self, pixels: memoryview, place: QRect) -> None:
        super().__init__()
        self._pixels: memoryview | None = pixels  # the picture is not a copy of them
        self._picture = QImage(pixels, place.width(), place.height(), PIXELS)
        self._touched_at: QPoint | None = None
        self._painting = QEventLoop(self)
        self.setCursor(_no_cursor())
        self.setGeometry(place)  # or without a window manager it begins in a corner
        self.showFullScreen()
        QTimer.singleShot(_MOST_MS, self._painting, self._painting.quit)
        self._painting.exec()
        QApplication.sync()  # or Qt may send the picture after the imports

    def tell_touch(self, slot: Callable[[QPoint], object]) -> None:
        """Tell the slot of the first touch: in a moment, if it has come already."""
        self.touched.connect(slot)
        if self._touched_at is not None:
            QTimer.singleShot(0, self, partial(self.touched.emit, self._touched_at))

    def give_way(self) -> None:
        """Close a moment later: touches from before are still on their way here."""
        QTimer.singleShot(_LAST_TOUCHES_MS, self, self._close)

    def _close(self) -> None:
        """Close, and give the memory of the picture back."""
        self.hide()
        self._picture, self._pixels = QImage(), None
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture; once Qt has brought it to the screen, go on."""
        QPainter(self).drawImage(0, 0, self._picture)
        QTimer.singleShot(0, self._painting, self._painting.quit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay: the last window to close would end the program before it has begun."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of the first touch, or keep it until the kiosk is there.

        Later ones count for nothing: the visitor is still waiting for the first.
        """
        if self._touched_at is None:
            self._touched_at = event.position().toPoint()
            self.touched.emit(self._touched_at)


def _no_cursor() -> QCursor:
    """Return an invisible one; `Qt.CursorShape` has one, but takes 16 ms to import."""
    pixmap = QPixmap(1, 1)
    pixmap.fill(QColor(0, 0, 0, 0))
    return QCursor(pixmap)
