"""The button that floats at the foot of a text and tells what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.content.placeholders import fill
from kiosk.content.words import Strings
from kiosk.domain.metrics import GAP_MM
from kiosk.ui.accessibility.properties import leads_on
from kiosk.ui.style.lengths import IconSize
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.widgets.touch_button import TouchButton

_INKS = {Role.MORE: Colour.ON_ACCENT, Role.MORE_HELP: Colour.ON_EMERGENCY}

LONGEST_SECTION = 32
"""The letters of the longest name of a section that a button for it has."""


class MoreButton(QWidget):
    """One button with room around it, away from what scrolls past. Emits `asked`."""

    asked = Signal()

    def __init__(self, strings: Strings, look: Look, role: Role) -> None:
        super().__init__()
        self._strings = strings
        self._down = look.icon("down", _INKS[role], IconSize.MORE)
        self._up = look.icon("up", _INKS[role], IconSize.MORE)
        self._button = TouchButton(strings.more_below, self._down, look, role=role)
        self._button.setObjectName("more")
        leads_on(self._button)
        self._button.centre()
        self._button.clicked.connect(self.asked)
        gap = look.metrics.px(GAP_MM)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(gap, gap, gap, gap)
        self._layout.addWidget(self._button)

    def lead_to(self, section: str) -> None:
        """Tell that a section comes next; no name, or a long one, is simply more."""
        name = fill(self._strings.next_section, {"section": section})
        is_short = 0 < len(section) <= LONGEST_SECTION
        self._say(name if is_short else self._strings.more_below, self._down)

    def lead_to_the_top(self) -> None:
        """Tell that this is the end."""
        self._say(self._strings.back_to_top, self._up)

    def _say(self, words: str, icon: QPixmap) -> None:
        if words != self._button.accessibleName():
            self._button.set_label(words, icon)
            self._button.adjust()
            self._layout.invalidate()
            self._layout.activate()


def lay_over(area: QWidget, button: MoreButton, whole: QWidget) -> QGridLayout:
    """Lay the button over the foot of an area that fills the whole."""
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.addWidget(area, 0, 0)
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    grid.addWidget(button, 0, 0, end)
    button.raise_()
    return grid
