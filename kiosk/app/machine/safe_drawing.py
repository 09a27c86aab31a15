"""Draw the safe screen: a picture that shows whom to ask when no program can.

No widget or style sheet is in it, so that a thread can draw it.
"""

from hashlib import sha256

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextLayout,
    QTextOption,
    QTransform,
)

from kiosk.content.trouble_words import TroubleWords
from kiosk.domain.rotation import Rotation

_LINES = range(16, 90, 2)
"""How many lines the shorter side has room for: 16, or as many as all needs."""

_SIDE_BY_SIDE = 3
_INK, _ALARM = "#16262E", "#8E0B1C"
_FOR_STAFF = (
    "For staff: the kiosk ended again and again. It is tried again every five minutes; "
    "the reasons are in: journalctl -u kiosk"
)


class SafeScreen(Struct, frozen=True):
    """What the picture shows, and how large it is in pixels.

    `number` is the one to call, empty if none is set; `families` are the fonts. The
    picture is turned by `rotation`: who shows it turns nothing.
    """

    languages: tuple[TroubleWords, ...]
    number: str
    width: int
    height: int
    families: tuple[str, ...]
    rotation: Rotation = Rotation.NONE

    @property
    def key(self) -> str:
        """The same for the same picture."""
        return sha256(repr((self, _FOR_STAFF)).encode()).hexdigest()

    @property
    def text(self) -> str:
        """The words for a console, which has no letters from right to left."""
        shown = [it for it in self.languages if not it.rtl]
        parts = ["\n".join(filter(None, it.lines(self.number))) for it in shown]
        return "\n\n".join((*parts, _FOR_STAFF, ""))

    def draw(self) -> QImage:
        """Return the picture."""
        image = QImage(self.width, self.height, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        for lines in _LINES:
            sheet = _Sheet(self, painter, min(self.width, self.height) // lines)
            if sheet.height <= self.height:
                break
        sheet.draw()
        painter.end()
        return image.transformed(QTransform().rotate(self.rotation))


class _Text(Struct, frozen=True):
    """A text in its lines, and where they begin."""

    layout: QTextLayout
    place: QPoint
    ink: str


class _Sheet:
    """The texts of a screen in their places: languages side by side, staff's below."""

    def __init__(self, screen: SafeScreen, painter: QPainter, line: int) -> None:
        self._screen = screen
        self._painter = painter
        self._line = line
        self._texts: list[_Text] = []
        edge = 2 * line
        wide = screen.width > screen.height
        columns = _SIDE_BY_SIDE if wide else 1 + len(screen.languages) // 6
        step = (screen.width - edge) // columns
        top = edge
        for at in range(0, len(screen.languages), columns):
            row = screen.languages[at : at + columns]
            bottoms = [
                self._place_language(words, QRect(edge + n * step, top, step - edge, 0))
                for n, words in enumerate(row)
            ]
            top = max(bottoms) + edge
        place = QRect(edge, top, screen.width - 2 * edge, 0)
        self.height = self._place(_FOR_STAFF, place, 0.7) + edge

    def draw(self) -> None:
        """Draw all of it, in the middle of the height."""
        self._painter.translate(0, max(0, self._screen.height - self.height) // 2)
        for text in self._texts:
            self._painter.setPen(QColor(text.ink))
            text.layout.draw(self._painter, QPointF(text.place))

    def _place_language(self, words: TroubleWords, place: QRect) -> int:
        """Place what is said in one language; return where it ends."""
        way = Qt.LayoutDirection
        side = way.RightToLeft if words.rtl else way.LeftToRight
        title, ask, alarm, help_now = words.lines(self._screen.number)
        for text, lines, ink in (
            (title, 1.4, _INK),
            (ask, 1.1, _INK),
            (alarm, 1.4, _ALARM),
            (help_now, 1.1, _INK),
        ):
            if text:
                place.setTop(self._place(text, place, lines, ink, side))
        return place.top()

    def _place(
        self,
        words: str,
        place: QRect,
        lines: float,
        ink: str = _INK,
        way: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> int:
        """Place a text, and return where the next one begins."""
        font = QFont(list(self._screen.families))
        font.setPixelSize(max(1, round(self._line * lines)))
        font.setBold(lines > 1.2)
        layout = _in_lines(words, font, place.width(), way)
        self._texts.append(_Text(layout, place.topLeft(), ink))
        height = layout.boundingRect().height()
        return place.top() + round(height + self._line * 0.6)


_SIDES = {
    Qt.LayoutDirection.LeftToRight: Qt.AlignmentFlag.AlignLeft,
    Qt.LayoutDirection.RightToLeft: Qt.AlignmentFlag.AlignRight,
}


def _in_lines(
    words: str, font: QFont, width: int, way: Qt.LayoutDirection
) -> QTextLayout:
    """Return a text broken into lines of a width.

    `drawText` would move each line from right to left by the blank at its end.
    """
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setTextDirection(way)
    option.setAlignment(_SIDES[way] | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
