"""The strip above a visit: which symptoms need help now, and whose kiosk it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kiosk.content.words import Strings
from kiosk.domain.metrics import TOUCH_MM, TextSize
from kiosk.ui.style.lengths import (
    LEAST_CLINIC_NAME_MM,
    STRIP_BUTTON_MARGINS,
    STRIP_END_MARGINS,
    STRIP_MARGINS,
    IconSize,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.style.text_measure import font_of, height, strip_text_room, width
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.widgets.touch_button import TouchButton


class VisitStrip(QFrame):
    """A red line of text with an icon, the same on every page.

    It is a button: `emergency_requested` follows. At its far end is the clinic's name;
    `name_held` follows when that was held.
    """

    emergency_requested = Signal()
    name_held = Signal()

    def __init__(self, strings: Strings, clinic: str, look: Look, room: int) -> None:
        super().__init__()
        set_role(self, Role.STRIP)
        px = look.metrics.px
        icon = look.icon("emergency", Colour.ON_EMERGENCY, IconSize.MARK)
        button = TouchButton(strings.red_flag, icon, look, role=Role.RED_FLAG)
        button.setObjectName("red_flag")
        button.set_margins(STRIP_BUTTON_MARGINS.in_px(px, mirrored=look.mirrored))
        button.clicked.connect(self.emergency_requested)
        name = ClinicName(clinic, look)
        name.fit(_name_room(strings.red_flag, clinic, look, room))
        name.held.connect(self.name_held)
        row = QHBoxLayout(self)
        row.setContentsMargins(STRIP_END_MARGINS.in_px(px, mirrored=look.mirrored))
        row.setSpacing(px(Space.GAP))
        row.addWidget(button, 1)
        row.addWidget(name)


def _name_room(text: str, name: str, look: Look, strip_px: int) -> int:
    """Return the room for the name beside a text that makes no higher strip for it."""
    font, least = font_of(look, TextSize.STRIP), look.metrics.px(LEAST_CLINIC_NAME_MM)
    most = max(least, width(name, font_of(look, TextSize.CONTROL, bold=False)))
    lowest = height(text, font, strip_text_room(look, strip_px, least))
    edges = STRIP_MARGINS.top + STRIP_MARGINS.bottom
    lowest = max(lowest, look.metrics.px(TOUCH_MM - edges))
    for room in range(most, least, -look.metrics.px(Space.SMALL)):
        if height(text, font, strip_text_room(look, strip_px, room)) <= lowest:
            return room
    return least
