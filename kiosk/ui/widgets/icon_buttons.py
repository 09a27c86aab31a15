"""The buttons of a bar, in one line: icon and word, or the icon alone."""

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.content.bidi import runs_right_to_left
from kiosk.domain.metrics import GAP_MM, TOUCH_MM, TextSize
from kiosk.ui.style.lengths import (
    ICON_ABOVE_MARGINS,
    ONE_LINE_MARGINS,
    IconSize,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.style.text_measure import (
    LABEL_SPARE_MM,
    line_px,
    tab_size,
    words_width,
)
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.touch_button import TouchButton

_ROLES = {
    (False, False): Role.CONTROL,
    (False, True): Role.CONTROL_SMALL,
    (True, False): Role.FINISH,
    (True, True): Role.FINISH_SMALL,
}
"""The role of a control: by whether it is loud, and whether its words are small."""


class IconButton(Struct, frozen=True):
    """The words and the icon of a control; a `loud` one is more prominent.

    `short` is said where there is no room for `text`, `name` to a screen reader.
    """

    text: str
    icon: str
    short: str = ""
    name: str = ""
    loud: bool = False


class _Place(Enum):
    """Where a control has its word."""

    BESIDE = 1
    ABOVE = 2
    NOWHERE = 3


class _Way(Struct, frozen=True):
    """A way to draw all controls of a bar.

    `keeps_loud` draws the loud ones' words, `tight` has words almost at the edges.
    """

    place: _Place
    enlarged: bool = False
    short: bool = True
    keeps_loud: bool = False
    tight: bool = False

    def place_of(self, offer: IconButton) -> _Place:
        kept = self.keeps_loud and offer.loud
        return _Place.ABOVE if kept else self.place

    def words(self, offer: IconButton) -> str:
        return (self.short and offer.short) or offer.text


_WAYS = (
    _Way(_Place.BESIDE, enlarged=True, short=False),
    _Way(_Place.BESIDE, enlarged=True),
    _Way(_Place.BESIDE, short=False),
    _Way(_Place.BESIDE),
    _Way(_Place.ABOVE, short=False),
    _Way(_Place.ABOVE),
    _Way(_Place.ABOVE, tight=True),
    _Way(_Place.NOWHERE, keeps_loud=True),
    _Way(_Place.NOWHERE),
)
"""The ways to draw controls, the best first."""


class IconButtons(QWidget):
    """A button for each control; `control_pressed` carries the one that was touched.

    All have their words at the same place. `room` is how wide they are together, in
    pixels; words of usual size take the place of large ones for which it is too little,
    and icons alone that of words.
    """

    control_pressed = Signal(Control)

    def __init__(
        self, offers: Mapping[Control, IconButton], look: Look, room: int
    ) -> None:
        super().__init__()
        self._look = look
        gap = look.metrics.px(GAP_MM)
        self._way, widths = self._fitted(list(offers.values()), room + gap)
        spare = room + gap - sum(widths)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        over = max(0, -spare)  # of icons alone: each is rounded up to whole pixels
        row.setSpacing(gap - -(-over // max(1, len(offers) - 1)))
        self.buttons: dict[Control, TouchButton] = {}
        for index, (control, offer) in enumerate(offers.items()):
            button = self._button(control, offer)
            button.setFixedWidth(widths[index] - gap + max(0, spare) // len(offers))
            row.addWidget(button)
            self.buttons[control] = button
        row.addStretch(1)

    @property
    def without_words(self) -> Sequence[TouchButton]:
        """The buttons whose words have no room; they are shown while pressed."""
        return [button for button in self.buttons.values() if button.is_icon_alone]

    def change(self, control: Control, offer: IconButton) -> None:
        """Give one of the buttons other words and another icon."""
        words = self._way.words(offer)
        self.buttons[control].set_label(words, self._icon(offer), offer.name)

    def _fitted(
        self, offers: Sequence[IconButton], room: int
    ) -> tuple[_Way, list[int]]:
        """Return the first way that fits, and how wide each button is with its gap."""
        high = line_px(self._look, TextSize.ACTION) > self._look.metrics.px(TOUCH_MM)
        for way in (way for way in _WAYS if not (high and way.enlarged)):
            widths = [self._width(offer, way) for offer in offers]
            if sum(widths) <= room:
                break
        return way, widths

    def _width(self, offer: IconButton, way: _Way) -> int:
        px, place = self._look.metrics.px, way.place_of(offer)
        least, gap = px(TOUCH_MM), px(GAP_MM)
        if place is _Place.NOWHERE:
            return least + gap
        size = tab_size(enlarged=way.enlarged)
        text = way.words(offer)
        words = words_width(text, self._look, size, bold=offer.loud)
        if runs_right_to_left(text):
            words += px(LABEL_SPARE_MM)
        edges = ONE_LINE_MARGINS.left + ONE_LINE_MARGINS.right
        if way.tight:
            edges = ICON_ABOVE_MARGINS.left + ICON_ABOVE_MARGINS.right
        if place is _Place.ABOVE:
            return max(least, words + px(edges)) + gap
        return words + px(edges + IconSize.CONTROL + Space.GAP) + gap

    def _icon(self, offer: IconButton) -> QPixmap:
        colour = Colour.BAR if offer.loud else Colour.ON_BAR
        return self._look.icon(offer.icon, colour, IconSize.CONTROL)

    def _button(self, control: Control, offer: IconButton) -> TouchButton:
        way, place = self._way, self._way.place_of(offer)
        button = TouchButton(
            way.words(offer),
            self._icon(offer),
            self._look,
            role=_ROLES[offer.loud, not way.enlarged],
            icon_above=place is not _Place.BESIDE,
        )
        button.set_name(offer.name or offer.text)
        line = line_px(self._look, tab_size(enlarged=way.enlarged))
        button.keep_to_one_line(line)
        if place is _Place.BESIDE:
            button.set_margins(ONE_LINE_MARGINS.in_px(self._look.metrics.px))
            button.centre()
        if place is _Place.NOWHERE:
            button.show_icon_alone()
        button.setObjectName(control.value)
        button.clicked.connect(partial(self._press, control))
        return button

    def _press(self, control: Control, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.control_pressed.emit(control)
