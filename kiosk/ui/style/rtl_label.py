"""A label for text from right to left, whose lines begin at its right edge.

QLabel moves each wrapped line to the left by the space at its end, and cuts off the
last letter. It also cuts off marks that are higher than a line, such as those of some
Arabic words: this label has room for them.
"""

from math import ceil
from unicodedata import combining

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QTextDocumentFragment,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel

_LEFTWARDS = Qt.LayoutDirection.RightToLeft
_HEADING = 1.4  # times as large as the other letters of rich text, at most
_ROUNDING_PX = 2
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
        text, font, most = self.text(), self.font(), 1.0
        if self.textFormat() == Qt.TextFormat.RichText:
            most = _HEADING if "<h" in text else most
            font.setBold("<b>" in text or "<h" in text)
            text = QTextDocumentFragment.fromHtml(text).toPlainText()
        letters, (ascent, descent) = QPainterPath(), _line(text, font)
        letters.addText(0, 0, font, _words_with_marks(text))
        drawn = letters.boundingRect()
        above, below = most * (-drawn.top() - ascent), most * (drawn.bottom() - descent)
        return max(0, ceil(above) + _ROUNDING_PX), max(0, ceil(below) + _ROUNDING_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, unless it is being read aloud: then QLabel uses a document."""
        is_rich = self.textFormat() == Qt.TextFormat.RichText
        if is_rich or self.textInteractionFlags() != _NOTHING:
            super().paintEvent(event)
            return
        QFrame.paintEvent(self, event)
        room = self._room()
        layout, height = self._laid_out(room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(room.left(), self._top(room, height)))
        painter.end()

    def line_tops(self) -> list[int]:
        """Return where lines of plain text begin, in pixels below the label's top."""
        room = self._room()
        layout, height = self._laid_out(room.width())
        top, count = self._top(room, height), layout.lineCount()
        return [round(top + layout.lineAt(at).y()) for at in range(count)]

    def _room(self) -> QRect:
        margin = self.margin()
        return self.contentsRect().adjusted(margin, margin, -margin, -margin)

    def _top(self, room: QRect, height: int) -> int:
        """Return where lines begin that are so many pixels high."""
        alignment = self.alignment()
        if alignment & Qt.AlignmentFlag.AlignVCenter:
            return room.top() + room.height() // 2 - height // 2  # as Qt rounds it
        is_last = alignment & Qt.AlignmentFlag.AlignBottom
        return room.top() + (room.height() - height if is_last else 0)

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """Return the lines, and their height in pixels."""
        option = QTextOption(_side(self.alignment()))
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


def _words_with_marks(text: str) -> str:
    """Return the words that have marks: to outline all takes 2 ms a label."""
    return " ".join(word for word in text.split() if any(map(combining, word)))


def _side(alignment: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Return the side that lines keep to: what leads them is on their right.

    QStyle knows it too; but QStyle's constants take 3 ms of each start.
    """
    sides = Qt.AlignmentFlag
    if alignment & (sides.AlignHCenter | sides.AlignJustify | sides.AlignAbsolute):
        return alignment
    return sides.AlignLeft if alignment & sides.AlignRight else sides.AlignRight


def _line(text: str, font: QFont) -> tuple[float, float]:
    """Return how high a line of these letters is above and below where it stands."""
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent(), line.descent()
