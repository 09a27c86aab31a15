"""A label for text from right to left, whose lines begin at its right edge.

QLabel moves each wrapped line to the left by the space at its end, and cuts off the
last letter. It also cuts off marks that are higher than a line, such as those of some
Arabic words: this label has room for them.
"""

from math import ceil
from unicodedata import combining

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QStyle

_LEFTWARDS = Qt.LayoutDirection.RightToLeft
_MARKS_ABOVE, _MARKS_BELOW = 0.35, 0.1  # of the letters' size, of rich text
_ANY_WIDTH_PX, _ROUNDING_PX = 10_000, 2
_NOTHING = Qt.TextInteractionFlag.NoTextInteraction


class RtlLabel(QLabel):
    """A label that lays out its lines as a text document does.

    Rich text it draws as any other label, with room for marks.
    """

    def setText(self, text: str) -> None:
        """Set the text, and leave room for its marks."""
        super().setText(text)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Leave as much room as letters of another size need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        has_marks = any(map(combining, self.text()))
        above, below = self._beyond_a_line() if has_marks else (0, 0)
        self.setContentsMargins(0, above, 0, below)

    def _beyond_a_line(self) -> tuple[int, int]:
        """Return how far marks are above and below a line: those of few words are."""
        if self.textFormat() == Qt.TextFormat.RichText:
            size = self.fontInfo().pixelSize()
            return round(_MARKS_ABOVE * size), round(_MARKS_BELOW * size)
        layout, _ = self._laid_out(_ANY_WIDTH_PX)
        line, letters = layout.lineAt(0), QPainterPath()
        letters.addText(0, 0, self.font(), self.text())
        drawn = letters.boundingRect()
        above = ceil(-drawn.top() - line.ascent()) + _ROUNDING_PX
        below = ceil(drawn.bottom() - line.descent()) + _ROUNDING_PX
        return max(0, above), max(0, below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, unless it is being read aloud: then QLabel uses a document."""
        is_rich = self.textFormat() == Qt.TextFormat.RichText
        if is_rich or self.textInteractionFlags() != _NOTHING:
            super().paintEvent(event)
            return
        QFrame.paintEvent(self, event)
        room = self.contentsRect()
        layout, height = self._laid_out(room.width())
        size = room.size()
        size.setHeight(height)
        place = QStyle.alignedRect(self.layoutDirection(), self.alignment(), size, room)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(place.topLeft()))
        painter.end()

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """Return the lines, and their height in pixels."""
        option = QTextOption(QStyle.visualAlignment(_LEFTWARDS, self.alignment()))
        option.setTextDirection(_LEFTWARDS)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, height))
            height += line.height()
        layout.endLayout()
        return layout, round(height)
