"""A timeline: points on a line, each with a time and what happens then."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSpacerItem, QWidget

from kiosk.content.blocks import Paragraph, Timeline
from kiosk.domain.metrics import TextSize
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, TextStyle
from kiosk.ui.style.text_measure import words_width


class TimelineView(QWidget):
    """The times one below the other; what happens is beside each, or below it.

    It is below in large text, and where the times alone would take half of `width`.
    """

    def __init__(self, timeline: Timeline, look: Look, width: int) -> None:
        super().__init__()
        px = look.metrics.px
        times = (words_width(it.when, look, TextSize.BODY) for it in timeline.points)
        beside = not look.metrics.is_large and max(times) <= width / 2
        self._line, self._dot = px(Space.HAIR) / 3, px(Space.HAIR)
        self._colour = QColor(look.colours[Colour.ACCENT])
        self._times: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(Space.SMALL))
        grid.setVerticalSpacing(px(Space.GAP))
        grid.addItem(QSpacerItem(2 * self._dot + px(Space.GAP), 0), 0, 0)
        grid.setColumnStretch(2 if beside else 1, 1)
        for index, point in enumerate(timeline.points):
            when = labels.plain(point.when, TextStyle.TIME)
            what = labels.rich([Paragraph(point.what)], look)
            row = index if beside else 2 * index
            if beside:
                when.setWordWrap(False)
            grid.addWidget(when, row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(what, *((row, 2) if beside else (row + 1, 1)))
            self._times.append(when)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and a dot beside the first line of each time."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        across = self.width() - self._dot if mirrored else self._dot
        centres = [
            QPointF(across, label.y() + label.fontMetrics().lineSpacing() / 2)
            for label in self._times
        ]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, self._line))
        painter.drawLine(centres[0], centres[-1])
        painter.setBrush(self._colour)
        for centre in centres:
            painter.drawEllipse(centre, self._dot * 0.75, self._dot * 0.75)
        painter.end()
