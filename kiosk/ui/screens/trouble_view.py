"""The trouble screen, shown when the kiosk cannot work; the screen is never blank.

It needs neither content nor theme: either may be broken. Whoever reads it is not known,
so every language is there at once.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from kiosk.content.trouble_words import TROUBLE_WORDS, TroubleWords
from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle

_LINES_ON_SCREEN = 30
_ALARM = "#8E0B1C"


class TroubleView(QWidget):
    """For visitors: where to get help. For staff: the problem, in one line."""

    def __init__(self, problem: str, emergency_number: str = "") -> None:
        super().__init__()
        size = self.screen().size()
        self._line = min(size.width(), size.height()) // _LINES_ON_SCREEN
        self.setAutoFillBackground(True)
        self.setPalette(QPalette(QColor("white"), QColor("white")))
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        edge = 2 * self._line
        column.setContentsMargins(edge, edge, edge, edge)
        is_wide = size.width() > size.height()
        direction = QBoxLayout.Direction
        languages = QBoxLayout(
            direction.LeftToRight if is_wide else direction.TopToBottom
        )
        languages.setSpacing(2 * self._line)
        for words in TROUBLE_WORDS:
            languages.addLayout(self._language(words, emergency_number), 1)
        column.addStretch(1)
        column.addLayout(languages)
        column.addStretch(1)
        column.addWidget(self._text(f"For staff: {problem}", lines=0.8))

    def _language(self, words: TroubleWords, emergency_number: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._line // 2)
        title, ask, alarm, help_now = words.lines(emergency_number)
        for text, lines, colour in (
            (title, 1.4, ""),
            (ask, 1.1, ""),
            (alarm, 1.4, _ALARM),
            (help_now, 1.1, ""),
        ):
            label = self._text(text, lines=lines, colour=colour or "#16262E")
            if words.rtl:
                absolute = Qt.AlignmentFlag.AlignAbsolute
                label.setAlignment(Qt.AlignmentFlag.AlignRight | absolute)
            if colour:
                column.addSpacing(self._line // 2)
            column.addWidget(label)
        column.addStretch(1)
        return column

    def _text(self, text: str, *, lines: float, colour: str = "#16262E") -> QLabel:
        label = labels.plain(text, TextStyle.TROUBLE)
        font = QFont(["Atkinson Hyperlegible", "Noto Sans Arabic"])
        font.setPixelSize(round(self._line * lines))
        font.setBold(lines > 1.2)
        label.setFont(font)
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        label.setPalette(palette)
        return label
