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
    ROW_TAB_MARGINS,
    Space,
)
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role


def question_of(context: ViewContext, *, emergency: bool) -> str:
    """Return the question as it is announced: of an emergency, whether staff know."""
    strings = context.pack.strings
    question = strings.told_staff if emergency else strings.still_there
    return f"{question} {strings.still_there_how}"


class IdleNotice(QFrame):
    """A veil over the page, with a card on it. Any touch or key is an answer."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.VEIL)
        self._number = context.pack.number
        self._clearing_in = context.pack.strings.clearing_in
        px = context.look.metrics.px
        self.setAccessibleName(question_of(context, emergency=False))
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


class EmergencyNotice(QFrame):
    """A card in the place of the emergency's controls: no veil is over its steps."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        set_role(self, Role.SAY)
        self._context = context
        self.setAccessibleName(question_of(context, emergency=True))
        px = context.look.metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(ROW_TAB_MARGINS.in_px(px))
        column.setSpacing(0)
        told = context.pack.strings.told_staff
        column.addWidget(labels.heading(told, TextStyle.SAY_HEADING))
        self._clears = labels.plain("", TextStyle.COMPACT)
        column.addWidget(self._clears)

    def show_seconds_left(self, seconds: int) -> None:
        """Show how many seconds are left before the visit ends."""
        pack = self._context.pack
        clearing = fill(pack.strings.clearing_in, {"seconds": pack.number(seconds)})
        self._clears.setText(f"{pack.strings.still_there_how} {clearing}")
