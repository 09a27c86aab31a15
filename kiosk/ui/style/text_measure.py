"""Measure text in pixels before there is a widget for it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.content.packs import Pack
from kiosk.domain.layout import LayoutNeeds
from kiosk.domain.metrics import TextSize
from kiosk.ui.style.lengths import STRIP_MARGINS, IconSize, Space
from kiosk.ui.style.look import Look

_STRIP_EDGES_MM = STRIP_MARGINS.top + STRIP_MARGINS.bottom
_BESIDE_STRIP_MM = (
    STRIP_MARGINS.left + IconSize.MARK + Space.SMALL + STRIP_MARGINS.right
)
_BAR_EDGES_MM = 22.0
"""All of a control's height but its words."""
_HIGH = 10_000.0


def font_of(look: Look, size: TextSize, *, bold: bool = True) -> QFont:
    """Return the font of a text size of the style sheet."""
    font = QFont(Look.FAMILIES)
    font.setPixelSize(look.metrics.text_px(size))
    font.setBold(bold)
    return font


def widest(text: str, font: QFont) -> float:
    """Return the width in pixels of the widest word of a text."""
    measure = QFontMetricsF(font).horizontalAdvance
    return max(measure(word) for word in text.split())


def height(text: str, font: QFont, width: float) -> float:
    """Return the height in pixels of a text that wraps at a width in pixels."""
    room = QRectF(0.0, 0.0, width, _HIGH)
    flags = Qt.TextFlag.TextWordWrap
    return QFontMetricsF(font).boundingRect(room, flags, text).height()


def needs_of(
    pack: Pack, look: Look, width_mm: float, *, listening: bool
) -> LayoutNeeds:
    """Return the room in millimetres that the texts of a pack need."""
    px = look.metrics.px_per_mm
    tabs = " ".join(page.tab for page in pack.pages)
    tab, strip = font_of(look, TextSize.ACTION), font_of(look, TextSize.STRIP)
    word = widest(tabs, tab) + 1
    line = max(height(page.tab, tab, word) for page in pack.pages)
    strip_px = height(pack.strings.red_flag, strip, (width_mm - _BESIDE_STRIP_MM) * px)
    small = font_of(look, TextSize.CONTROL)
    control = height(pack.strings.text_size, small, 1.0) / px
    bar = control + _BAR_EDGES_MM
    return LayoutNeeds(
        word=word / px,
        line=line / px,
        strip=strip_px / px + _STRIP_EDGES_MM,
        bars=bar * 2 if listening else bar,
        dock=(widest(pack.strings.book_with_phone, small) + 1) / px,
    )
