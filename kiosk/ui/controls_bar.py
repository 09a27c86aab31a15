"""What is always within reach, at the bottom of every screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from kiosk.ui import labels
from kiosk.ui.clinic_name import ClinicName
from kiosk.ui.material import Material
from kiosk.ui.touch_button import finish_button


class ControlsBar(QFrame):
    """Whose kiosk this is, what all advice is to be read with, and the way to end."""

    finished = Signal()
    knocked = Signal()

    def __init__(self, material: Material, *, stacked: bool) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        strings, look = material.pack.strings, material.look
        px = look.metrics.px
        name = ClinicName(material.clinic.name, look)
        name.held.connect(self.knocked)
        finish = finish_button(strings, look)
        finish.clicked.connect(self.finished)
        promise = f"{strings.disclaimer} {strings.nothing_kept}"
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if stacked else way.LeftToRight, self)
        row.setContentsMargins(px(6), px(3), px(4), px(3))
        row.setSpacing(px(5))
        row.addWidget(name)
        row.addWidget(labels.plain(promise, "bar"), 1)
        row.addWidget(finish)
