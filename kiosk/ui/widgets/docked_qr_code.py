"""The small booking code under the rail."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from kiosk.content.words import Strings
from kiosk.domain.addresses import fits_code
from kiosk.domain.metrics import DOCKED_QR_CODE_MM, TextSize
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import DOCK_MARGINS, DOCKED_QR_CODE_MARGINS, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.style.text_measure import font_of, widest
from kiosk.ui.widgets.qr_code import QrCode


class DockedQrCode(QFrame):
    """A code on a white card, with a line that says its purpose.

    `is_readable` is false while the squares of the code would be too small for a phone.
    """

    def __init__(self, strings: Strings, look: Look) -> None:
        super().__init__()
        set_role(self, Role.RAIL)
        self.is_readable = False
        self._look = look
        self._name = strings.booking_code
        self._card = QFrame()
        set_role(self._card, Role.DOCKED_QR_CODE)
        px = look.metrics.px
        self._card_column = QVBoxLayout(self._card)
        self._card_column.setContentsMargins(DOCKED_QR_CODE_MARGINS.in_px(px))
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(DOCK_MARGINS.in_px(px))
        row.setSpacing(px(Space.GAP))
        row.addWidget(self._card, 0, Qt.AlignmentFlag.AlignBottom)
        self._caption = caption = labels.plain(strings.book_with_phone, TextStyle.DOCK)
        least = widest(strings.book_with_phone, font_of(look, TextSize.CONTROL))
        caption.setMinimumWidth(round(least) + 1)
        row.addWidget(caption, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the code, or below where there is no room beside.

        A code's squares are whole pixels: on a coarse screen they come out larger.
        """
        super().resizeEvent(event)
        beside = QBoxLayout.Direction.LeftToRight
        edges = self._row.contentsMargins()
        room = self.width() - edges.left() - edges.right() - self._row.spacing()
        fits = self._card.sizeHint().width() + self._caption.minimumWidth() <= room
        self._row.setDirection(beside if fits else QBoxLayout.Direction.TopToBottom)

    def show_address(self, address: str) -> None:
        """Replace the code by one of this address, if a phone can read that."""
        while item := self._card_column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.is_readable = fits_code(address, DOCKED_QR_CODE_MM)
        if self.is_readable:
            code = QrCode(address, DOCKED_QR_CODE_MM, self._look.metrics)
            code.setAccessibleName(self._name)
            self._card_column.addWidget(code)
