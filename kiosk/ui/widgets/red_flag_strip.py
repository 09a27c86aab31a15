"""The strip above every screen: which symptoms need help now."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from kiosk.content.words import Strings
from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import STRIP_MARGINS, IconSize, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.style.properties import set_role


class RedFlagStrip(QFrame):
    """A red line of text with an icon, the same on every page."""

    def __init__(self, strings: Strings, look: Look) -> None:
        super().__init__()
        set_role(self, Role.STRIP)
        px = look.metrics.px
        row = QHBoxLayout(self)
        row.setContentsMargins(STRIP_MARGINS.in_px(px))
        row.setSpacing(px(Space.GAP))
        self.setMinimumHeight(px(TOUCH_MM))  # as high as the strip of a visit
        icon = look.icon("emergency", Colour.ON_EMERGENCY, IconSize.MARK)
        row.addWidget(labels.drawing(icon))
        row.addWidget(labels.plain(strings.red_flag, TextStyle.STRIP), 1)
