"""The trouble screen, shown when the kiosk cannot work; the screen is never blank.

Its text is written here, in English, and needs no theme: content or theme may be
broken.
"""

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle

_LOCAL = "your local emergency number"
_LINES_ON_SCREEN = 26


class TroubleView(QWidget):
    """For visitors: where to get help. For staff: the problem, in one line."""

    def __init__(self, problem: str, emergency_number: str = "") -> None:
        super().__init__()
        size = self.screen().size()
        self._line = min(size.width(), size.height()) // _LINES_ON_SCREEN
        self.setAutoFillBackground(True)
        self.setPalette(QPalette(QColor("white"), QColor("white")))
        column = QVBoxLayout(self)
        edge = 2 * self._line
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(self._line // 2)
        number = emergency_number or _LOCAL
        column.addStretch(1)
        column.addWidget(self._text("This screen is not working.", lines=1.8))
        column.addWidget(self._text("Please ask at reception.", lines=1.2))
        column.addSpacing(self._line)
        alarm = "Trouble breathing, swallowing or speaking?"
        column.addWidget(self._text(alarm, lines=1.8, colour="#8E0B1C"))
        help_now = f"Tell a member of staff now, or call {number}."
        column.addWidget(self._text(help_now, lines=1.2))
        column.addStretch(1)
        column.addWidget(self._text(f"For staff: {problem}", lines=0.8))

    def _text(self, text: str, *, lines: float, colour: str = "#16262E") -> QLabel:
        label = labels.plain(text, TextStyle.TROUBLE)
        font = QFont("Atkinson Hyperlegible")
        font.setPixelSize(round(self._line * lines))
        font.setBold(lines > 1.5)
        label.setFont(font)
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        label.setPalette(palette)
        return label
