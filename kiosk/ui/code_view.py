"""A link's address, large, to take away on a phone."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.domain.content import Link
from kiosk.domain.metrics import LARGE_CODE_MM
from kiosk.ui import labels
from kiosk.ui.material import Material
from kiosk.ui.qr_code import QrCode
from kiosk.ui.reading_area import ReadingArea
from kiosk.ui.touch_button import TouchButton

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class CodeView(QFrame):
    """A code and its address in words. A kiosk opens no browser."""

    closed = Signal()

    def __init__(self, link: Link, material: Material) -> None:
        super().__init__()
        self.setProperty("role", "code_screen")
        strings, look = material.pack.strings, material.look
        px = look.metrics.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(14), px(8), px(14), px(10))
        column.setSpacing(px(3))
        column.addStretch(1)
        words = (
            labels.heading(strings.scan_title, "title"),
            labels.plain(link.text, "lead"),
            labels.plain(strings.scan_how, "body"),
        )
        address = labels.address(link.address, "address")
        for label in (*words, address):
            label.setAlignment(_MIDDLE)
            column.addWidget(label)
        code = QrCode(link.address, LARGE_CODE_MM, look.metrics)
        code.setAccessibleName(strings.booking_code)
        column.insertWidget(column.indexOf(address), code, 0, _MIDDLE)
        column.addStretch(1)
        back = TouchButton(
            strings.close_code, look.icon("back", "on_accent", 8), look, role="solid"
        )
        back.clicked.connect(self.closed)
        column.addWidget(back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingArea(page, strings, look))

    def minimumSizeHint(self) -> QSize:
        """Fit wherever it is put: what has no room can be scrolled to."""
        return QSize(1, 1)
