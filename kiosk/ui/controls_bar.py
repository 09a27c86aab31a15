"""What is always within reach, at the bottom of every screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kiosk.domain.content import Strings
from kiosk.ui import labels
from kiosk.ui.look import Look
from kiosk.ui.touch_button import TouchButton


class ControlsBar(QFrame):
    """The control that ends the visit, and what the kiosk promises about it."""

    finished = Signal()

    def __init__(self, strings: Strings, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        px = look.metrics.px
        icon = look.icon("finish", "heading", 7)
        finish = TouchButton(strings.finished, icon, look, role="finish")
        finish.clicked.connect(self.finished)
        promise = f"{strings.disclaimer} {strings.nothing_kept}"
        row = QHBoxLayout(self)
        row.setContentsMargins(px(9), px(3), px(4), px(3))
        row.setSpacing(px(6))
        row.addWidget(labels.plain(promise, "bar"), 1)
        row.addWidget(finish)
