"""Measure text in pixels before there is a widget for it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.content.packs import Pack
from kiosk.content.pages import Page
from kiosk.domain.layout import LayoutNeeds, TabNeeds
from kiosk.domain.metrics import TOUCH_MM, TextSize
from kiosk.ui.style.lengths import (
    BUTTON_MARGINS,
    LEAST_CLINIC_NAME_MM,
    LONGEST_ROW_WORDS_MM,
    ROW_TAB_MARGINS,
    STRIP_MARGINS,
    IconSize,
    Space,
)
from kiosk.ui.style.look import Look

_LINE_EMS = 1.64
"""An Arabic line, which is higher than a Latin one: neither moves when it changes."""

_BESIDE_ROW_MM = (
    ROW_TAB_MARGINS.left + IconSize.CONTROL + Space.GAP + ROW_TAB_MARGINS.right
)
_BESIDE_TILE_MM = 2 * Space.HAIR
LABEL_SPARE_MM = 1.0
"""Arabic words are a little wider in their label than by themselves."""

_BESIDE_STRIP_MM = (
    *(STRIP_MARGINS.left, IconSize.MARK, Space.GAP),
    *(Space.SMALL, STRIP_MARGINS.right),
)
"""The edges of the strip, its icon, and the space before the clinic's name."""

_HIGH = 10_000.0


def font_of(look: Look, size: TextSize, *, bold: bool = True) -> QFont:
    """Return the font of a text size."""
    font = QFont(look.families)
    font.setPixelSize(look.metrics.text_px(size))
    font.setBold(bold)
    return font


def width(text: str, font: QFont) -> int:
    """Return the width in pixels of a text in one line."""
    return round(QFontMetricsF(font).horizontalAdvance(text)) + 1


def words_width(words: str, look: Look, size: TextSize, *, bold: bool = True) -> int:
    """Return the width in pixels of words of the interface in one line, kept."""
    key = words, size, bold
    if key not in look.widths:
        look.widths[key] = width(words, font_of(look, size, bold=bold))
    return look.widths[key]


def height(text: str, font: QFont, room: float) -> float:
    """Return the height in pixels of a text that wraps at a width in pixels."""
    flags = Qt.TextFlag.TextWordWrap
    whole = QRectF(0.0, 0.0, room, _HIGH)
    return QFontMetricsF(font).boundingRect(whole, flags, text).height()


def letter_px(look: Look, words: str) -> float:
    """Return how wide a letter of some words of a page is, on an average, in pixels."""
    font = font_of(look, TextSize.BODY, bold=False)
    return width(words, font) / max(1, len(words))


def button_width(words: str, look: Look, icon_mm: float = 0.0) -> int:
    """Return how wide a button with some words is, if none wraps."""
    font = font_of(look, TextSize.BODY)
    edges = BUTTON_MARGINS.left + BUTTON_MARGINS.right + Space.GAP
    return width(words, font) + look.metrics.px(edges + icon_mm)


def button_height(words: str, look: Look, width_px: int) -> int:
    """Return how high a button with some words is at a width."""
    px = look.metrics.px
    room = width_px - px(BUTTON_MARGINS.left + BUTTON_MARGINS.right)
    edges = px(BUTTON_MARGINS.top + BUTTON_MARGINS.bottom)
    lines = height(words, font_of(look, TextSize.BODY), room)
    return max(px(TOUCH_MM), round(lines) + edges)


def line_px(look: Look, size: TextSize) -> int:
    """Return the height of a line of words that stands alone, whatever its script."""
    return look.metrics.px(look.metrics.text_mm(size) * _LINE_EMS)


def tab_size(*, enlarged: bool) -> TextSize:
    """Return the size of the words of tabs and controls: the visitor's, or usual."""
    return TextSize.ACTION if enlarged else TextSize.CONTROL


def row_words(page: Page, look: Look, size: TextSize) -> str:
    """Return the title of a page for its tab, or if that is too long its short one."""
    metrics = look.metrics
    times = metrics.text_mm(size) / metrics.text_mm(TextSize.CONTROL)
    longest = metrics.px(LONGEST_ROW_WORDS_MM * times)
    return page.title if words_width(page.title, look, size) <= longest else page.tab


def strip_text_room(look: Look, strip_px: int, name_px: int) -> int:
    """Return the room in pixels for the words of the strip beside a clinic's name."""
    return strip_px - look.metrics.px(sum(_BESIDE_STRIP_MM)) - name_px


def needs_of(
    pack: Pack, pages: tuple[Page, ...], look: Look, width_px: int
) -> LayoutNeeds:
    """Return the room that the texts of a pack need in a window, for these tabs."""
    metrics = look.metrics
    strip = font_of(look, TextSize.STRIP)
    room = strip_text_room(look, width_px, metrics.px(LEAST_CLINIC_NAME_MM))
    strip_px = height(pack.strings.red_flag, strip, room)
    edges = STRIP_MARGINS.top + STRIP_MARGINS.bottom
    caption = tab_size(enlarged=metrics.is_large)
    wanted = usual = _tab_needs(pages, look, TextSize.ACTION)
    if metrics.text_px(TextSize.ACTION) != metrics.text_px(TextSize.CONTROL):
        usual = _tab_needs(pages, look, TextSize.CONTROL)
    return LayoutNeeds(
        wanted=wanted,
        usual=usual,
        strip=max(TOUCH_MM, strip_px / metrics.px_per_mm + edges),
        caption=metrics.text_mm(caption) * _LINE_EMS + Space.HAIR,
    )


def _tab_needs(pages: tuple[Page, ...], look: Look, size: TextSize) -> TabNeeds:
    """Return the room for tabs: beside its icon the word of an open page is bold."""
    px = look.metrics.px_per_mm
    rows = [words_width(row_words(page, look, size), look, size) for page in pages]
    tiles = [words_width(page.tab, look, size, bold=False) for page in pages]
    line = look.metrics.text_mm(size) * _LINE_EMS
    return TabNeeds(
        row=max(rows, default=0) / px + _BESIDE_ROW_MM + LABEL_SPARE_MM,
        tile=max(tiles, default=0) / px + _BESIDE_TILE_MM,
        row_height=line + 2 * Space.HAIR,
        tile_height=line + IconSize.CONTROL + 2 * Space.HAIR,
    )
