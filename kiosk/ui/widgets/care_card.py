"""A care card: what to do and how soon, told apart by words, shape and colour."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.triage import Level
from kiosk.ui.style import labels
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Property, TextStyle
from kiosk.ui.style.properties import set_level

_HEAD_COLOURS = {
    Level.INFORMATION: "accent",
    Level.ROUTINE: "routine_ink",
    Level.SAME_DAY: "same_day_ink",
    Level.EMERGENCY: "on_emergency",
}
_HEAD_STYLES = {
    Level.INFORMATION: TextStyle.CARD_INFORMATION,
    Level.ROUTINE: TextStyle.CARD_ROUTINE,
    Level.SAME_DAY: TextStyle.CARD_SAME_DAY,
    Level.EMERGENCY: TextStyle.CARD_EMERGENCY,
}


class CareCardView(QFrame):
    """A coloured head with an icon and a heading, and a body below."""

    def __init__(
        self, level: Level, heading: str, body: list[QWidget], look: Look
    ) -> None:
        super().__init__()
        set_level(self, Property.CARD, level)
        self.setAccessibleName(heading)
        px = look.metrics.px
        head = QFrame()
        set_level(head, Property.CARD_HEAD, level)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(5), px(3.4), px(5), px(3.4))
        row.setSpacing(px(4))
        icon = look.icon(level.key, _HEAD_COLOURS[level], 8)
        row.addWidget(labels.drawing(icon))
        row.addWidget(labels.heading(heading, _HEAD_STYLES[level]), 1)
        below = QVBoxLayout()
        below.setContentsMargins(px(6), px(3.6), px(6), px(4.4))
        below.setSpacing(px(2.4))
        for widget in body:
            below.addWidget(widget)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(below, 1)
