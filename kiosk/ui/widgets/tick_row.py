"""One answer of the checklist: a box to tick, as large as its words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.accessibility.assistive_toggle import AssistiveToggle
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    ANSWER_SIGN_MM,
    TICK_BOX_MM,
    TICK_MM,
    TICK_ROW_MARGINS,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Property, Role, TextStyle
from kiosk.ui.style.properties import set_role, set_state


class TickRow(QPushButton):
    """A check box whose whole row can be touched and whose words wrap.

    `sign` is a small picture of what the words say.

    To a screen reader a button that can be checked is a check box. Qt's own would be
    one as large as the words it writes itself, which are none.
    """

    def __init__(
        self, words: str, look: Look, *, ticked: bool, sign: bytes | None = None
    ) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(words)
        self._toggling = AssistiveToggle(self)
        self.setSizePolicy(labels.wrapping_policy())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tick = look.icon("tick", "on_accent", TICK_MM)
        px = look.metrics.px
        self.setMinimumHeight(px(TOUCH_MM))
        self._box = labels.unspoken(QLabel())
        self._box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(self._box, Role.TICK_BOX)
        self._box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box.setFixedSize(px(TICK_BOX_MM), px(TICK_BOX_MM))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(TICK_ROW_MARGINS.in_px(px))
        row.setSpacing(px(Space.MEDIUM))
        row.addWidget(self._box)
        if sign:
            row.addWidget(labels.drawing(look.sign(sign, ANSWER_SIGN_MM)))
        row.addWidget(labels.unspoken(labels.plain(words, TextStyle.BODY)), 1)
        self.toggled.connect(self._show_tick)
        self.set_ticked(ticked)
        self._show_tick()

    def set_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - like setChecked
        """Agree with the visit."""
        with self._toggling.accounted_for():
            self.setChecked(ticked)

    def nextCheckState(self) -> None:
        """Change because it was pressed."""
        with self._toggling.accounted_for():
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        """Ask for what the words need."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Let the words wrap, but never cut them off."""
        return self._row.totalMinimumSize()

    def _show_tick(self) -> None:
        ticked = self.isChecked()
        self._box.setPixmap(self._tick if ticked else QPixmap())
        for widget in (self, self._box):
            set_state(widget, Property.TICKED, state=ticked)
