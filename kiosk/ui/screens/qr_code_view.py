"""The large QR code of a link, for a phone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kiosk.content.blocks import Link
from kiosk.domain.metrics import LARGE_QR_CODE_MM
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import QR_CODE_VIEW_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.qr_code import BESIDE_WORDS, QrCode
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.touch_button import way_back


class QrCodeView(QFrame):
    """A code, and its address in words: no browser is opened here. Emits `closed`."""

    closed = Signal()

    def __init__(self, link: Link, context: ViewContext, *, portrait: bool) -> None:
        super().__init__()
        set_role(self, Role.OVERLAY)
        strings, look = context.pack.strings, context.look
        px = look.metrics.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(QR_CODE_VIEW_MARGINS.in_px(px))
        column.setSpacing(px(Space.SMALL))
        column.addStretch(1)
        way = QBoxLayout.Direction
        body = QBoxLayout(way.TopToBottom if portrait else way.LeftToRight)
        body.setSpacing(px(Space.MEDIUM))
        code = QrCode(link.address, LARGE_QR_CODE_MM, look.metrics)
        code.setAccessibleName(link.text)
        body.addWidget(code, 0, BESIDE_WORDS)
        body.addLayout(_text_column(link, context), 1)
        column.addLayout(body)
        column.addStretch(1)
        back = way_back(strings.close_code, look)
        back.clicked.connect(self.closed)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingArea(page, strings, look))


def _text_column(link: Link, context: ViewContext) -> QVBoxLayout:
    strings = context.pack.strings
    column = QVBoxLayout()
    column.setSpacing(context.look.metrics.px(Space.GAP))
    column.addStretch(1)
    column.addWidget(labels.heading(strings.scan_title, TextStyle.TITLE))
    column.addWidget(labels.plain(link.text, TextStyle.LEAD))
    column.addWidget(labels.plain(strings.scan_how, TextStyle.BODY))
    column.addWidget(labels.address(link.address, TextStyle.ADDRESS))
    column.addStretch(1)
    return column
