"""Draw a widget more or less transparent, from one picture of it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsEffect, QWidget


class FadeEffect(QGraphicsEffect):
    """Draws its widget once, and shows that picture with each opacity from 0 to 1.

    Qt's own effect draws the widget for each frame where its cache of pixmaps is small.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opacity = 0.0
        self._picture = QPixmap()
        self._offset = QPoint()

    def set_opacity(self, opacity: float) -> None:
        """Show the widget with an opacity from 0, where it is invisible, to 1."""
        self._opacity = opacity
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the picture."""
        if self._picture.isNull():
            system = Qt.CoordinateSystem.LogicalCoordinates
            self._picture = self.sourcePixmap(system, self._offset)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(self._offset, self._picture)
