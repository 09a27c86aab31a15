"""A row of the checklist: a box to tick, a small picture and words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from kiosk.content.blocks import Image
from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.accessibility.assistive_toggle import AssistiveToggle
from kiosk.ui.accessibility.properties import decorative
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    ANSWER_SIGN_MM,
    TICK_BOX_MM,
    TICK_MM,
    TICK_ROW_MARGINS,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Property, Role, TextStyle
from kiosk.ui.style.properties import set_role, set_state


class TickRow(QPushButton):
    """A check box whose whole row can be touched and whose words wrap.

    `sign` is a small picture of the symptom, as SVG or another image.

    A checkable push button is a check box to a screen reader. QCheckBox is not used:
    its size is that of its own text, which does not wrap.
    """

    def __init__(
        self, text: str, look: Look, *, ticked: bool, sign: Image | None = None
    ) -> None:
        super().__init__()
        set_role(self, Role.TICK_ROW)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self._toggling = AssistiveToggle(self)
        self.setSizePolicy(labels.wrapping_policy())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tick = look.icon("tick", Colour.ON_ACCENT, TICK_MM)
        px = look.metrics.px
        self.setMinimumHeight(px(TOUCH_MM))
        self._box = decorative(QLabel())
        self._box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(self._box, Role.TICK_BOX)
        self._box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box.setFixedSize(px(TICK_BOX_MM), px(TICK_BOX_MM))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(TICK_ROW_MARGINS.in_px(px))
        row.setSpacing(px(Space.GAP))
        row.addWidget(self._box)
        if sign:
            row.addWidget(labels.drawing(look.sign(sign, ANSWER_SIGN_MM)))
        row.addWidget(decorative(labels.plain(text, TextStyle.BODY)), 1)
        self.toggled.connect(self._show_tick)
        self.set_ticked(ticked)
        self._show_tick()

    def set_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - like setChecked
        """Tick or clear the box, without a signal that it was pressed."""
        with self._toggling.accounted_for():
            self.setChecked(ticked)

    def nextCheckState(self) -> None:
        """Tick or clear the box because it was pressed."""
        with self._toggling.accounted_for():
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        """Return the size that the words need."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which no word is cut off."""
        return self._row.totalMinimumSize()

    def _show_tick(self) -> None:
        ticked = self.isChecked()
        self._box.setPixmap(self._tick if ticked else QPixmap())
        set_state(self._box, Property.CHOSEN, state=ticked)
