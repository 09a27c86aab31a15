"""A QR code, large enough for a phone an arm's length away."""

from collections.abc import Collection
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
    ASCII; a screen reader has it as it was written. A vCard in the address's place is
    carried as it is, and not read aloud.
    """

    def __init__(
        self,
        address: str,
        mm: float,
        metrics: Metrics,
        *,
        within: bool = False,
    ) -> None:
        super().__init__()
        is_card = address.startswith(CARD_START)
        text = address if is_card else encoded_address(address)
        modules = _kept.get(text) or _modules(text)
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

    It takes 4 ms to make, of which segno needs most to choose among eight masks. It is
    not kept here: a cache of what was asked for would reveal the pages opened.
    """
    import segno

    level = "l" if text.startswith(CARD_START) else "m"
    code = segno.make(text, error=level, micro=False, encoding="utf-8")
    rows = [bytes(row) for row in code.matrix_iter(border=_QUIET_ZONE)]
    data, side = b"".join(rows).translate(_SHADES), len(rows)
    return QImage(data, side, side, side, QImage.Format.Format_Grayscale8).copy()


_kept: dict[str, QImage] = {}
"""Codes by their text: those of the addresses that `prepare_code` was given."""


def prepare_code(addresses: Collection[str]) -> bool:
    """Make the code of one of these addresses; return False if each has its code.

    `QrCode` uses the codes made here, until other addresses are given. A caller gives
    the addresses of all pages, not of those that a visitor has opened: so nobody can
    tell from the codes in memory what a visitor has read.
    """
    texts = [encoded_address(address) for address in addresses]
    for text in _kept.keys() - texts:
        del _kept[text]
    wanted = next((text for text in texts if text not in _kept), None)
    if wanted is not None:
        _kept[wanted] = _modules(wanted)
    return wanted is not None
