"""What is always within reach, at the bottom of every screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from kiosk.domain.content import Strings
from kiosk.ui import labels
from kiosk.ui.look import Look
from kiosk.ui.touch_button import TouchButton


class ControlsBar(QFrame):
    """The control that ends the visit, and what every advice must be read with."""

    finished = Signal()

    def __init__(self, strings: Strings, look: Look, *, stacked: bool) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        px = look.metrics.px
        icon = look.icon("finish", "heading", 7)
        finish = TouchButton(strings.finished, icon, look, role="finish")
        finish.clicked.connect(self.finished)
        promise = f"{strings.disclaimer} {strings.nothing_kept}"
        finish.centre()
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if stacked else way.LeftToRight, self)
        row.setContentsMargins(px(6), px(3), px(4), px(3))
        row.setSpacing(px(4))
        row.addWidget(labels.plain(promise, "bar"), 1)
        row.addWidget(finish)
