"""The buttons of a bar, an icon above a word each, in as many rows as they need."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.metrics import GAP_MM, TextSize
from kiosk.ui.style.lengths import BESIDE_CONTROL_WORD_MM, SMALLEST_CONTROL_MM, IconSize
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.style.text_measure import font_of, widest
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.touch_button import TouchButton

_ROLES = {
    (False, False): Role.CONTROL,
    (False, True): Role.CONTROL_SMALL,
    (True, False): Role.FINISH,
    (True, True): Role.FINISH_SMALL,
}
"""The role of a control: by whether it is loud, and whether its words are small."""


@dataclass(frozen=True, slots=True)
class IconButton:
    """The words and the icon of a control; a `loud` one is more prominent."""

    text: str
    icon: str
    loud: bool = False


class IconButtons(QWidget):
    """A button for each control; `control_pressed` carries the one that was touched.

    Where there is no room for words as large as the visitor wants them, the words here
    keep their size: each has its icon. `rows` is how many rows the buttons take,
    `least` how wide such a row is at least, in pixels.
    """

    control_pressed = Signal(Control)

    def __init__(
        self, offers: Mapping[Control, IconButton], look: Look, width: int
    ) -> None:
        super().__init__()
        self._look = look
        text = " ".join(offer.text for offer in offers.values())
        gap = look.metrics.px(GAP_MM)
        columns, small, cell = self._fitted(len(offers), text, width + gap)
        self.rows = -(-len(offers) // columns)
        self.least = columns * (cell + gap) - gap
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(gap)
        self.buttons: dict[Control, TouchButton] = {}
        for index, (control, offer) in enumerate(offers.items()):
            button = self._button(control, offer, small=small)
            button.setMinimumWidth(cell)
            grid.addWidget(button, index // columns, index % columns)
            self.buttons[control] = button
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def change(self, control: Control, offer: IconButton) -> None:
        """Give one of the buttons other words and another icon."""
        self.buttons[control].set_label(offer.text, self._icon(offer))

    def _fitted(self, count: int, text: str, room: int) -> tuple[int, bool, int]:
        """Return how many are side by side, if their words are small, and how wide."""
        px = self._look.metrics.px
        least = px(SMALLEST_CONTROL_MM)
        half = -(-count // 2)
        ways = [(False, count), (False, half), (True, count), (True, half)]
        if self._look.metrics.text_scale > 1:
            del ways[1]  # two rows of large words leave the page no room
        for small, columns in ways:
            needed = self._widest(text, small=small) + px(BESIDE_CONTROL_WORD_MM)
            cell = max(needed, least)
            if columns * (cell + px(GAP_MM)) <= room:
                return columns, small, cell
        return max(1, room // px(SMALLEST_CONTROL_MM + GAP_MM)), True, least

    def _widest(self, text: str, *, small: bool) -> int:
        font = font_of(self._look, TextSize.CONTROL if small else TextSize.ACTION)
        return round(widest(text, font)) + 1

    def _icon(self, offer: IconButton) -> QPixmap:
        colour = Colour.HEADING if offer.loud else Colour.ON_BAR
        return self._look.icon(offer.icon, colour, IconSize.CONTROL)

    def _button(
        self, control: Control, offer: IconButton, *, small: bool
    ) -> TouchButton:
        role = _ROLES[offer.loud, small]
        icon = self._icon(offer)
        button = TouchButton(offer.text, icon, self._look, role=role, icon_above=True)
        button.setObjectName(control.value)
        button.clicked.connect(partial(self._press, control))
        return button

    def _press(self, control: Control, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.control_pressed.emit(control)
