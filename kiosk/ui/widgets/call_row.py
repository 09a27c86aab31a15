"""A button that calls staff, and beside it what comes of the call."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.domain.staff_call import CallState
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import IconSize, Space
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.style.text_measure import button_width
from kiosk.ui.widgets.call_words import call_words
from kiosk.ui.widgets.touch_button import TouchButton

_MOST = 100
"""How much of the row the words take of the room that the button leaves."""


class CallRow(QWidget):
    """The button, and the words above it where the screen is narrow.

    There they take the place that was touched, which is in sight.
    """

    requested = Signal()

    def __init__(self, context: ViewContext, *, portrait: bool) -> None:
        super().__init__()
        self._strings = context.pack.strings
        look, call = context.look, self._strings.call_staff
        icon = look.icon("desk", Colour.ON_ACCENT, IconSize.CONTROL)
        button = TouchButton(call, icon, look, role=Role.SOLID)
        button.setObjectName("call")
        gap = look.metrics.px(Space.GAP)
        button.prefer_one_line(button_width(call, look, IconSize.CONTROL) + gap)
        button.clicked.connect(self.requested)
        self._told = labels.heading("", TextStyle.SECTION)
        self._told.hide()
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if portrait else way.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.px(Space.SMALL))
        row.addWidget(self._told, _MOST)
        row.insertWidget(1 if portrait else 0, button)
        if not portrait:
            row.addStretch(1)

    def show_call(self, state: CallState) -> None:
        """Show what the visitor is told of a call."""
        words = call_words(state, self._strings)
        self._told.setText(words)
        self._told.setVisible(bool(words))
