"""The small booking code: a card beside the tabs, and a button to the booking page."""

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton

from kiosk.content.pages import Page
from kiosk.domain.addresses import SMALLEST_SQUARE_MM
from kiosk.domain.layout import ScreenLayout
from kiosk.domain.metrics import DOCKED_CARD_MM, GAP_MM, TextSize
from kiosk.ui.accessibility.properties import decorative
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import SQUARE_TOLERANCE_MM, IconSize
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Property, Role, TextStyle
from kiosk.ui.style.properties import set_role, set_state
from kiosk.ui.style.text_measure import words_width
from kiosk.ui.widgets.qr_code import QrCode


class DockedQrCode(QPushButton):
    """A code on a white card with words beside or below; touched, it opens `page`.

    Without an address, or with one whose squares would be too small for a phone, it
    has an icon in the place of the code.
    """

    page_requested = Signal(str)
    page_pressed = Signal(str)

    def __init__(self, page: Page, name: str, look: Look, layout: ScreenLayout) -> None:
        super().__init__()
        set_role(self, Role.DOCKED_QR_CODE)
        self.setObjectName("dock")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._page, self._name, self._look = page, name, look
        box, px = layout.code, look.metrics.px
        self._card_width = box.width
        self._side = min(box.width, px(DOCKED_CARD_MM), box.height)
        self._is_beside = box.height <= self._side
        self.setAccessibleName(page.tile)
        self._caption = decorative(labels.plain(self._words, TextStyle.DOCK))
        self._caption.setParent(self)
        if not self._is_beside:
            self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code: QLabel | None = None
        self._address = ""
        self.pressed.connect(partial(self.page_pressed.emit, page.id))
        self.clicked.connect(partial(self.page_requested.emit, page.id))

    @property
    def _words(self) -> str:
        page, room = self._page, self._card_width - self._look.metrics.px(GAP_MM)
        fits = words_width(page.tile, self._look, TextSize.CONTROL) <= room
        return page.tile if self._is_beside or fits else page.tab

    def mark(self, *, is_open: bool) -> None:
        """Show whether its page is the open one."""
        set_state(self, Property.CHOSEN, state=is_open)

    def show_address(self, address: str) -> None:
        """Show the code of this address, if a phone can read it."""
        if self._code and address == self._address:
            return
        self._address = address
        if self._code:
            self._code.hide()
            self._code.deleteLater()
        self._code = self._drawn(address)
        self._code.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._code.setParent(self)
        self._code.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the code, or below it."""
        super().resizeEvent(event)
        self._place()

    def _drawn(self, address: str) -> QLabel:
        if address:
            metrics = self._look.metrics
            side_mm = self._side / metrics.px_per_mm
            code = QrCode(address, side_mm, metrics, within=True)
            code.setAccessibleName(self._name)
            margin = code.margin_px * 3 // 4  # there the card is white, but at corners
            inside = code.rect().adjusted(margin, margin, -margin, -margin)
            code.setMask(QRegion(inside))
            if code.square_mm >= SMALLEST_SQUARE_MM - SQUARE_TOLERANCE_MM:
                return code
        icon = self._look.icon(self._page.icon, Colour.CODE_INK, IconSize.CHOICE)
        return labels.drawing(icon)

    def _place(self) -> None:
        """Put code and words into their halves of the card, mirrored if need be.

        An icon has as much room as it needs, and the words have the rest.
        """
        gap = self._look.metrics.px(GAP_MM)
        is_icon = self._code and not isinstance(self._code, QrCode)
        side = self._code.height() + 2 * gap if is_icon and self._code else self._side
        code, words = QRect(0, 0, side, side), self.rect()
        if self._is_beside:
            code.setHeight(self.height() if is_icon else side)
            words.setLeft(side)
            words.setRight(self.width() - gap)
        else:
            if is_icon:
                needed = side + self._caption.heightForWidth(self.width())
                code.moveTop(max(0, (self.height() - needed) // 2))
                words.setHeight(code.top() + needed)
            code.setWidth(self.width())
            words.setTop(code.bottom() + 1)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            code.moveLeft(self.width() - code.right() - 1)
            words.moveLeft(self.width() - words.right() - 1)
        self._caption.setGeometry(words)
        if self._code:
            centred = QRect(self._code.rect())
            centred.moveCenter(code.center())
            self._code.setGeometry(centred)
