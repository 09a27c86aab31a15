"""The question whether a visitor is still there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.content.placeholders import fill
from kiosk.ui.accessibility.properties import decorative
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    COUNTDOWN_MM,
    NOTICE_MARGINS,
    NOTICE_WIDTH_MM,
    QUESTION_MARGINS,
    Space,
)
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role


class IdleNotice(QFrame):
    """A veil over the page, with a card on it. Any touch or key is an answer."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.VEIL)
        strings = context.pack.strings
        self.question = f"{strings.still_there} {strings.still_there_how}"
        self._number = context.pack.number
        self._clearing_in = context.pack.strings.clearing_in
        px = context.look.metrics.px
        self.setAccessibleName(self.question)
        self._count = decorative(labels.plain("", TextStyle.COUNT))
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = px(COUNTDOWN_MM * context.look.metrics.text_scale)
        self._count.setFixedSize(side, side)
        self._clears = labels.plain("", TextStyle.BODY)
        column = QVBoxLayout(self)
        column.setContentsMargins(NOTICE_MARGINS.in_px(px))
        column.addStretch(3)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card(context), 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_seconds_left(self, seconds: int) -> None:
        """Show how many seconds are left before the visit ends."""
        number = self._number(seconds)
        self._count.setText(number)
        self._clears.setText(fill(self._clearing_in, {"seconds": number}))

    def _card(self, context: ViewContext) -> QFrame:
        strings, px = context.pack.strings, context.look.metrics.px
        card = QFrame()
        set_role(card, Role.QUESTION)
        card.setMaximumWidth(px(NOTICE_WIDTH_MM * context.look.metrics.text_scale))
        text = QVBoxLayout()
        text.setSpacing(px(Space.GAP))
        text.addWidget(labels.heading(strings.still_there, TextStyle.TITLE))
        text.addWidget(labels.plain(strings.still_there_how, TextStyle.LEAD))
        text.addWidget(self._clears)
        row = QHBoxLayout(card)
        row.setContentsMargins(QUESTION_MARGINS.in_px(px))
        row.setSpacing(px(Space.MEDIUM))
        if context.look.metrics.is_large:
            self._count.setParent(self)
            self._count.hide()  # the sentence beside it says as much
        else:
            row.addWidget(self._count)
        row.addLayout(text, 1)
        return card
