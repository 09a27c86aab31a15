"""The advice in a few words: a button that opens all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from kiosk.domain.metrics import TOUCH_MM
from kiosk.domain.triage import Level
from kiosk.ui.accessibility.properties import decorative
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import BUTTON_MARGINS, IconSize, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Property, TextStyle
from kiosk.ui.style.properties import set_level

_LINES = {
    Level.INFORMATION: Colour.ACCENT,
    Level.ROUTINE: Colour.ROUTINE,
    Level.SAME_DAY: Colour.SAME_DAY,
    Level.EMERGENCY: Colour.EMERGENCY_INK,
}


class AdviceLine(QPushButton):
    """The level's icon and a few words, in the level's colours."""

    def __init__(self, level: Level, text: str, opens: str, look: Look) -> None:
        super().__init__()
        set_level(self, Property.CARD, level)
        self.setObjectName("advice line")
        self.setAccessibleName(text)
        self.setAccessibleDescription(opens)
        self.setSizePolicy(labels.wrapping_policy())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        px = look.metrics.px
        self.setMinimumHeight(px(TOUCH_MM))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(BUTTON_MARGINS.in_px(px))
        row.setSpacing(px(Space.GAP))
        ink = _LINES[level]
        row.addWidget(labels.drawing(look.icon(level.key, ink, IconSize.CONTROL)))
        row.addWidget(decorative(labels.plain(text, TextStyle.ADDRESS)), 1)
        row.addWidget(labels.drawing(look.icon("up", ink, IconSize.CONTROL)))

    def sizeHint(self) -> QSize:
        """Return the size that the words need."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which no word is cut off."""
        return self._row.totalMinimumSize()
