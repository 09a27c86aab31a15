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
        words = QVBoxLayout()
        words.setContentsMargins(SCREEN_MARGINS.in_px(px))
        words.setSpacing(px(Space.LARGE))
        words.addStretch(1)
        said = labels.heading(strings.cleaning, TextStyle.TITLE)
        until = labels.plain(strings.cleaning_back_in, TextStyle.LEAD)
        for label in (said, until, self._count):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(label)
        words.addStretch(1)
        column.addLayout(words, 1)

    def count_down(self, seconds: int) -> None:
        """Show how many seconds are left."""
        self._count.setText(self._number(seconds))
