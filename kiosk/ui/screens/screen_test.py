"""Staff test where the touchscreen is dead and whether the picture is cut off."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.content.placeholders import fill
from kiosk.domain.metrics import TOUCH_MM
from kiosk.domain.rotation import SETUP_TOUCH, Rotation
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import SCREEN_TEST_MARGINS
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.touch_button import text_button

_CLOCKWISE = ((0, 0), (1, 0), (1, 1), (0, 1))
_NEAR = 0.25
"""How far from a corner a touch is in it, in parts of the sides, added up."""

_BARS = ("#FFFFFF", "#FFFF00", "#00FFFF", "#00FF00", "#FF00FF", "#FF0000", "#0000FF")


class ScreenTest(QWidget):
    """Squares of the smallest touch target; a touched one is filled.

    Bars of full colours show a broken channel, a line round the edge shows whether
    the picture is cut off. The first touch is to be in the top left corner: if it lands
    in another, the screen says how to turn touches. `turned` is how they are by now.
    """

    closed = Signal()

    def __init__(self, context: ViewContext, turned: Rotation = Rotation.NONE) -> None:
        super().__init__()
        self._turned = turned
        self._words = context.pack.staff
        self._side = context.look.metrics.px(TOUCH_MM)
        self._colours = context.look.colours
        self._reached: set[tuple[int, int]] = set()
        words, px = self._words, context.look.metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(SCREEN_TEST_MARGINS.in_px(px))
        column.addStretch(1)
        self._how = how = labels.plain(words.test_corner, TextStyle.LEAD)
        how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = text_button(words.back, context.look, role=Role.SOLID)
        back.clicked.connect(self.closed)
        column.addWidget(how)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    @property
    def reached(self) -> frozenset[tuple[int, int]]:
        """The touched squares, each as column and row."""
        return frozenset(self._reached)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fill the square under the finger; the first tells how touches are turned."""
        if not self._reached:
            self._how.setText(self._advice(event.position().toPoint()))
        self._fill(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Fill the squares the finger passes."""
        self._fill(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, squares and edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours[Colour.SURFACE]))
        line = QColor(self._colours[Colour.LINE])
        for row in range(self.height() // self._side + 1):
            for column in range(self.width() // self._side + 1):
                square = QRect(
                    column * self._side, row * self._side, self._side, self._side
                )
                if colour := self._filling(column, row):
                    painter.fillRect(square, QColor(self._colours[colour]))
                painter.setPen(line)
                painter.drawRect(square)
        self._draw_bars(painter)
        painter.setPen(QPen(QColor(self._colours[Colour.EMERGENCY]), 3))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _filling(self, column: int, row: int) -> Colour | None:
        """Return the colour of a square; of the one to touch first until it is."""
        if (column, row) in self._reached:
            return Colour.ACCENT
        is_first = (column, row) == (0, 0) and not self._reached
        return Colour.EMERGENCY if is_first else None

    def _advice(self, point: QPoint) -> str:
        """Return what to do after a first touch that was meant for the top left."""
        x = point.x() / self.width()
        y = point.y() / self.height()
        for corners, place in enumerate(_CLOCKWISE):
            if corners and abs(x - place[0]) + abs(y - place[1]) < _NEAR:
                command = f"sudo {SETUP_TOUCH} {self._turned.after(corners)}"
                return fill(self._words.test_turned, {"command": command})
        return self._words.test_how

    def _draw_bars(self, painter: QPainter) -> None:
        width = self.width() // (2 * len(_BARS))
        left = (self.width() - width * len(_BARS)) // 2
        for index, colour in enumerate(_BARS):
            bar = QRect(left + index * width, 2 * self._side, width, self._side)
            painter.fillRect(bar, QColor(colour))

    def _fill(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._reached.add((point.x() // self._side, point.y() // self._side))
        self.update()
