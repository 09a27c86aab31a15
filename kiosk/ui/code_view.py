"""A link's address, large, to take away on a phone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.domain.content import Link, Strings
from kiosk.domain.metrics import LARGE_CODE_MM
from kiosk.ui import labels
from kiosk.ui.look import Look
from kiosk.ui.material import Material
from kiosk.ui.qr_code import QrCode
from kiosk.ui.touch_button import TouchButton, finish_button

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class CodeView(QFrame):
    """A code and its address in words. A kiosk opens no browser."""

    closed = Signal()
    finished = Signal()

    def __init__(self, link: Link, material: Material) -> None:
        super().__init__()
        self.setProperty("role", "code_screen")
        strings, look = material.pack.strings, material.look
        px = look.metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(8), px(14), px(10))
        column.setSpacing(px(3))
        column.addStretch(1)
        words = (
            labels.plain(strings.scan_title, "title"),
            labels.plain(link.text, "lead"),
            labels.plain(strings.scan_how, "body"),
        )
        address = labels.address(link.address, "address")
        for label in (*words, address):
            label.setAlignment(_MIDDLE)
            column.addWidget(label)
        code = QrCode(link.address, LARGE_CODE_MM, look.metrics)
        column.insertWidget(column.indexOf(address), code, 0, _MIDDLE)
        column.addStretch(1)
        column.addLayout(self._ways_out(strings, look))

    def _ways_out(self, strings: Strings, look: Look) -> QHBoxLayout:
        icon = look.icon("back", "on_accent", 8)
        back = TouchButton(strings.close_code, icon, look, role="solid")
        back.clicked.connect(self.closed)
        finish = finish_button(strings, look)
        finish.clicked.connect(self.finished)
        ways = QHBoxLayout()
        ways.setSpacing(look.metrics.px(8))
        ways.addStretch(1)
        ways.addWidget(back)
        ways.addWidget(finish)
        ways.addStretch(1)
        return ways
