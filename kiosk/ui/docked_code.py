"""The small booking code under the rail."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.domain.content import Strings
from kiosk.domain.metrics import DOCKED_CODE_MM
from kiosk.ui import labels
from kiosk.ui.look import Look
from kiosk.ui.qr_code import QrCode


class DockedCode(QFrame):
    """A code on a white card, and what it is for."""

    def __init__(self, strings: Strings, look: Look) -> None:
        super().__init__()
        self._look = look
        self._card = QFrame()
        self._card.setProperty("role", "code_card")
        px = look.metrics.px
        self._place = QVBoxLayout(self._card)
        self._place.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), 0, px(3), px(4))
        row.setSpacing(px(3))
        row.addWidget(self._card, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(labels.plain(strings.book_with_phone, "dock"), 1)

    def show_address(self, address: str) -> None:
        """Put a code of this address in place of the one before."""
        while item := self._place.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._place.addWidget(QrCode(address, DOCKED_CODE_MM, self._look.metrics))
