"""The keypad for the PIN of staff."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.pin import TypedPin
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import PIN_KEY_MM, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton, text_button

_DIGITS = frozenset("0123456789")
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class PinPad(QFrame):
    """Ten digits; of the PIN that is typed only dots are shown.

    `entered` carries it as a `TypedPin`, which is overwritten when all have taken it,
    and whenever the pad goes.
    """

    entered = Signal(object)
    closed = Signal()

    def __init__(self, context: ViewContext, digits: Sequence[str]) -> None:
        super().__init__()
        set_role(self, Role.STAFF)
        self._typed = TypedPin()
        self._words = context.pack.staff
        self._look = context.look
        px = context.look.metrics.px
        self._dots = labels.plain("", TextStyle.SECTION)
        self._dots.setMinimumHeight(px(Space.MEDIUM))
        self._reason = labels.plain("", TextStyle.LEAD)
        self._keys = QGridLayout()
        self._keys.setSpacing(px(Space.GAP))
        self._add_keys(digits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Space.GAP))
        column.addWidget(RedFlagStrip(context.pack.strings, context.look))
        column.addStretch(1)
        for label in (
            labels.heading(self._words.enter_pin, TextStyle.SECTION),
            self._dots,
            self._reason,
        ):
            label.setAlignment(_MIDDLE)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._keys)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def refuse(self, reason: str) -> None:
        """Show why a PIN was refused, and clear the digits."""
        self._reason.setText(reason)
        self._wipe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits from a keyboard, and move focus to "enter"."""
        if event.text() in _DIGITS:
            self._add(event.text())
            self._enter_key.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Backspace:
            self._delete()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Overwrite what was typed, however the pad is left."""
        self._typed.wipe()
        super().hideEvent(event)

    def _add_keys(self, digits: Sequence[str]) -> None:
        for index, digit in enumerate(digits):
            key = self._key(digit)
            key.clicked.connect(partial(self._add, digit))
            row, column = (3, 1) if index == 9 else divmod(index, 3)
            self._keys.addWidget(key, row, column)
        delete, enter = self._key(self._words.delete), self._key(self._words.enter)
        delete.clicked.connect(self._delete)
        enter.clicked.connect(self._enter)
        self._enter_key = enter
        back = self._key(self._words.back)
        back.clicked.connect(self.closed)
        self._keys.addWidget(delete, 3, 0)
        self._keys.addWidget(enter, 3, 2)
        self._keys.addWidget(back, 4, 0, 1, 3)

    def _key(self, text: str) -> TouchButton:
        key = text_button(text, self._look, role=Role.KEY)
        side = self._look.metrics.px(PIN_KEY_MM)
        key.setMinimumSize(side * 3 // 2, side)
        return key

    def _add(self, digit: str) -> None:
        self._typed.add(digit)
        self._show_dots()

    def _delete(self) -> None:
        self._typed.delete()
        self._show_dots()

    def _enter(self) -> None:
        self._dots.clear()
        if self._typed:
            self.entered.emit(self._typed)
        self._wipe()

    def _wipe(self) -> None:
        self._typed.wipe()
        self._show_dots()

    def _show_dots(self) -> None:
        self._dots.setText("•" * len(self._typed))
