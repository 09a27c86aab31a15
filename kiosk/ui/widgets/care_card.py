"""A care card: what to do and how soon, in words, by an icon and by colour."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.triage import Level
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import CARD_BODY_MARGINS, CARD_HEAD_MARGINS, IconSize, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Property, TextStyle
from kiosk.ui.style.properties import set_level

_HEAD_COLOURS = {
    Level.INFORMATION: Colour.ACCENT,
    Level.ROUTINE: Colour.ROUTINE_INK,
    Level.SAME_DAY: Colour.SAME_DAY_INK,
    Level.EMERGENCY: Colour.ON_EMERGENCY,
}
_HEAD_STYLES = {
    Level.INFORMATION: TextStyle.CARD_INFORMATION,
    Level.ROUTINE: TextStyle.CARD_ROUTINE,
    Level.SAME_DAY: TextStyle.CARD_SAME_DAY,
    Level.EMERGENCY: TextStyle.CARD_EMERGENCY,
}


class CareCardView(QFrame):
    """A coloured head with an icon and a heading, and a body below.

    The head can be moved down over the body, to stay in sight while that scrolls by. It
    remains below the body, which has a hole there: a screen reader reads it first.
    """

    def __init__(
        self, level: Level, heading: str, body: list[QWidget], look: Look
    ) -> None:
        super().__init__()
        set_level(self, Property.CARD, level)
        self._hidden = 0
        self.setAccessibleName(heading)
        px = look.metrics.px
        self._head = head = QFrame()
        set_level(head, Property.CARD_HEAD, level)
        row = QHBoxLayout(head)
        row.setContentsMargins(CARD_HEAD_MARGINS.in_px(px))
        row.setSpacing(px(Space.GAP))
        icon = look.icon(level.key, _HEAD_COLOURS[level], IconSize.CONTROL)
        row.addWidget(labels.drawing(icon))
        row.addWidget(labels.heading(heading, _HEAD_STYLES[level]), 1)
        self._body = QWidget()
        below = QVBoxLayout(self._body)
        below.setContentsMargins(CARD_BODY_MARGINS.in_px(px))
        below.setSpacing(px(Space.GAP))
        for widget in body:
            below.addWidget(widget)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._body, 1)

    @property
    def head_height(self) -> int:
        """The height of the head in pixels."""
        return self._head.height()

    def keep_head_in_sight(self, hidden: int) -> None:
        """Move the head down if so many pixels of the card are out of sight above."""
        self._hidden = hidden
        self._place_head()

    def event(self, event: QEvent) -> bool:
        """Put the head back to where it was after the card was laid out again."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place_head()
        return done

    def _place_head(self) -> None:
        frame = self.contentsRect()
        lowest = frame.bottom() + 1 - self._head.height()
        self._head.move(frame.left(), max(frame.top(), min(self._hidden, lowest)))
        covered = self._head.geometry().translated(-self._body.pos())
        self._body.setMask(QRegion(self._body.rect()).subtracted(QRegion(covered)))
