"""The area above a screen that was brought lower: the clinic's name.

An empty area would look like a fault. It cannot be touched.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.accessibility.properties import decorative
from kiosk.ui.style.lengths import LEAST_UNUSED_MM
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import TextStyle
from kiosk.ui.style.properties import set_text_style


class UnusedArea(QLabel):
    """The clinic's name in the middle of the area, if it is high enough."""

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        set_text_style(self, TextStyle.BEYOND_REACH)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._least_px = look.metrics.px(LEAST_UNUSED_MM)
        decorative(self)

    def fill_above(self, area: QRect, width: int) -> None:
        """Fill the part of the window above `area`, `width` pixels wide."""
        room = QRect(0, 0, width, area.top())
        self.setGeometry(room)
        self.setVisible(room.height() >= self._least_px)
