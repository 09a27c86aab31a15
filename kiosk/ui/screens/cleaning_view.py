"""The cleaning screen: for a minute the glass can be wiped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import SCREEN_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip


class CleaningView(QFrame):
    """How many seconds touches are still ignored, below the red-flag strip."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        set_role(self, Role.ATTRACT)
        strings, px = context.pack.strings, context.look.metrics.px
        self._number = context.pack.number
        self._count = labels.plain("", TextStyle.INVITATION)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(RedFlagStrip(strings, context.look))
        middle = QVBoxLayout()
        middle.setContentsMargins(SCREEN_MARGINS.in_px(px))
        middle.setSpacing(px(Space.SMALL))
        middle.addStretch(1)
        title = labels.heading(strings.cleaning, TextStyle.TITLE)
        until = labels.plain(strings.cleaning_back_in, TextStyle.LEAD)
        for label in (title, until, self._count):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            middle.addWidget(label)
        middle.addStretch(1)
        column.addLayout(middle, 1)

    def count_down(self, seconds: int) -> None:
        """Show how many seconds are left."""
        self._count.setText(self._number(seconds))
