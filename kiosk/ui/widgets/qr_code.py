"""A QR code, large enough for a phone an arm's length away."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from kiosk.domain.addresses import encoded_address
from kiosk.domain.handout import CARD_START
from kiosk.domain.metrics import Metrics

BESIDE_WORDS = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
"""Where a code is beside words, or above them: all of it in sight, however many."""

_QUIET_ZONE = 4  # modules, as ISO/IEC 18004 asks
_SHADES = bytes([255, *bytes(255)])  # of a light module, 0, and of a dark one, 1


class QrCode(QLabel):
    """Black squares on white in every theme, each a whole number of pixels.

    The squares themselves, without the white margin, are at least `mm` wide; of a code
    `within` so many millimetres the margin, too, is in them. They carry the address in
    ASCII; a screen reader has it as it was written. That `of_every_visit` is kept.
    A vCard in the address's place is carried as it is, and not read aloud.
    """

    def __init__(
        self,
        address: str,
        mm: float,
        metrics: Metrics,
        *,
        within: bool = False,
        of_every_visit: bool = False,
    ) -> None:
        super().__init__()
        is_card = address.startswith(CARD_START)
        text = address if is_card else encoded_address(address)
        modules = _kept_modules(text) if of_every_visit else _modules(text)
        inside, px = modules.width() - 2 * _QUIET_ZONE, mm * metrics.px_per_mm
        square = int(px / modules.width()) if within else ceil(px / inside)
        self.square_mm = square / metrics.px_per_mm
        side = modules.width() * max(1, square)
        self.margin_px = _QUIET_ZONE * max(1, square)
        self.setPixmap(QPixmap.fromImage(modules.scaled(side, side)))
        self.setFixedSize(side, side)
        if not is_card:
            self.setAccessibleName(address)
            self.setAccessibleDescription(address)


def _modules(text: str) -> QImage:
    """Return the code with its margin, one pixel a module, in the smallest version.

    A card may have the least correction: a screen has no dirt in it.

    It takes 4 ms to make, and is not kept: a cache would reveal the pages opened.
    """
    import segno

    level = "l" if text.startswith(CARD_START) else "m"
    code = segno.make(text, error=level, micro=False, encoding="utf-8")
    rows = [bytes(row) for row in code.matrix_iter(border=_QUIET_ZONE)]
    data, side = b"".join(rows).translate(_SHADES), len(rows)
    return QImage(data, side, side, side, QImage.Format.Format_Grayscale8).copy()


@lru_cache(maxsize=1)
def _kept_modules(text: str) -> QImage:
    """Return the code that each visit begins with, which reveals nothing of one."""
    return _modules(text)
