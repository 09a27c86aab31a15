"""Staff measure the screen with a bank card, whose size is the same everywhere.

ISO/IEC 7810, ID-1: 85.60 mm by 53.98 mm.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import STAFF_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton, text_button

CARD_WIDTH_MM = 85.60
CARD_HEIGHT_MM = 53.98
_STEPS = {"much_smaller": -20, "smaller": -1, "larger": 1, "much_larger": 20}
_NARROWEST_PX = 80


class Calibration(QFrame):
    """A frame to make as wide as a card.

    `measured` carries the width in millimetres of a screen that is `screen_px` wide.
    """

    measured = Signal(float)
    closed = Signal()

    def __init__(self, context: ViewContext, screen_px: int) -> None:
        super().__init__()
        set_role(self, Role.STAFF)
        self._screen_px = screen_px
        self._look = context.look
        self._words = context.pack.staff
        self._card = QFrame()
        set_role(self._card, Role.CARD_OUTLINE)
        px = context.look.metrics.px
        self._width_px = px(CARD_WIDTH_MM)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(RedFlagStrip(context.pack.strings, context.look))
        column = QVBoxLayout()
        column.setContentsMargins(STAFF_MARGINS.in_px(px))
        column.setSpacing(px(Space.SMALL))
        outer.addLayout(column, 1)
        column.addWidget(labels.plain(self._words.card_how, TextStyle.LEAD))
        column.addStretch(1)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addLayout(self._steps())
        column.addLayout(self._ends())
        self._show()

    def _steps(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._look.metrics.px(Space.GAP))
        for index, (word, step) in enumerate(_STEPS.items()):
            button = self._button(getattr(self._words, word), Role.DEED)
            button.clicked.connect(partial(self._grow, step))
            grid.addWidget(button, 0, index)
        return grid

    def _ends(self) -> QHBoxLayout:
        back, keep = (
            self._button(self._words.back, Role.DEED),
            self._button(self._words.keep, Role.LOUD_TILE),
        )
        back.clicked.connect(self.closed)
        keep.clicked.connect(self._keep)
        row = QHBoxLayout()
        row.setSpacing(self._look.metrics.px(Space.GAP))
        row.addWidget(back)
        row.addWidget(keep)
        return row

    def _button(self, text: str, role: Role) -> TouchButton:
        return text_button(text, self._look, role=role)

    def _grow(self, step: int) -> None:
        widest = self._screen_px - 2 * _NARROWEST_PX
        self._width_px = max(_NARROWEST_PX, min(widest, self._width_px + step))
        self._show()

    def _show(self) -> None:
        height_px = self._width_px * CARD_HEIGHT_MM / CARD_WIDTH_MM
        self._card.setFixedSize(self._width_px, round(height_px))

    def _keep(self) -> None:
        self.measured.emit(self._screen_px * CARD_WIDTH_MM / self._width_px)
