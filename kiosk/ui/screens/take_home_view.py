"""The code that a visitor takes a page home with, or the clinic's card instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kiosk.domain.metrics import LARGE_QR_CODE_MM
from kiosk.ui.accessibility.announcer import announce
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import QR_CODE_VIEW_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.qr_code import BESIDE_WORDS, QrCode
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.take_home_button import card_of
from kiosk.ui.widgets.touch_button import text_button, way_back


class TakeHomeView(QFrame):
    """A code that holds no answer, and what it is; a button that prints the page.

    Emits `closed`.
    """

    closed = Signal()

    def __init__(self, page: str, context: ViewContext, *, portrait: bool) -> None:
        super().__init__()
        set_role(self, Role.OVERLAY)
        self._page, self._context = page, context
        px = context.look.metrics.px
        strings, look = context.pack.strings, context.look
        self._print = text_button(strings.print_page, look, role=Role.DEED)
        self._print.setObjectName("print")
        self._print.clicked.connect(self._print_page)
        self._printing = labels.plain("", TextStyle.BODY)
        self._printing.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(QR_CODE_VIEW_MARGINS.in_px(px))
        column.setSpacing(px(Space.SMALL))
        column.addStretch(1)
        column.addLayout(self._code_and_words(portrait=portrait))
        column.addStretch(1)
        back = way_back(context.pack.strings.close_code, context.look)
        back.clicked.connect(self.closed)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingArea(inner, context.pack.strings, context.look))

    def _code_and_words(self, *, portrait: bool) -> QBoxLayout:
        way = QBoxLayout.Direction
        body = QBoxLayout(way.TopToBottom if portrait else way.LeftToRight)
        body.setSpacing(self._context.look.metrics.px(Space.MEDIUM))
        if code := self._code():
            code.setAccessibleName(self._context.pack.strings.scan_title)
            body.addWidget(code, 0, BESIDE_WORDS)
        body.addLayout(self._words(has_code=code is not None), 1)
        return body

    def _code(self) -> QrCode | None:
        context, metrics = self._context, self._context.look.metrics
        if address := self._address:
            return QrCode(address, LARGE_QR_CODE_MM, metrics)
        if card := card_of(context):
            return QrCode(card, LARGE_QR_CODE_MM, metrics)
        return None

    @property
    def _address(self) -> str:
        handout, language = self._context.clinic.handout, self._context.pack.language
        return handout.address(language, self._page) if handout.base_url else ""

    def _words(self, *, has_code: bool) -> QVBoxLayout:
        strings, look = self._context.pack.strings, self._context.look
        column = QVBoxLayout()
        column.setSpacing(look.metrics.px(Space.GAP))
        column.addStretch(1)
        column.addWidget(labels.heading(strings.scan_title, TextStyle.TITLE))
        if has_code:
            what = strings.page_in_code if self._address else strings.card_in_code
            column.addWidget(labels.plain(strings.scan_how, TextStyle.LEAD))
            column.addWidget(labels.plain(what, TextStyle.BODY))
            column.addWidget(labels.plain(strings.not_in_code, TextStyle.BODY))
        if self._address:
            column.addWidget(labels.address(self._address, TextStyle.ADDRESS))
        if self._context.print_page:
            column.addWidget(self._print, 0, Qt.AlignmentFlag.AlignLeading)
            column.addWidget(self._printing)
        column.addStretch(1)
        return column

    def _print_page(self) -> None:
        """Print the page once, and say where the paper comes out."""
        strings, print_page = self._context.pack.strings, self._context.print_page
        if not print_page:
            return
        is_sent = print_page(self._page, self._context.pack.language)
        said = strings.printing if is_sent else strings.no_more_paper
        self._printing.setText(said)
        self._printing.show()
        self._print.hide()
        announce(self, said)
