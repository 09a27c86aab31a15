"""Check that every text is large enough and has the room it needs.

A text's size is that of its capitals. Arabic has none: its alef, the plain upright
stroke, stands for them. Text in Arabic letters often contains digits and Latin
names too, so there the smaller of capital and alef counts.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument, QTextFragment
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QStyle, QWidget
from PySide6.QtWidgets import QStyleOptionButton as ButtonOption

from kiosk.content.bidi import runs_right_to_left
from kiosk.domain.metrics import CAPITAL_MM, Metrics
from kiosk.ui.audit.box import Box
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.visibility import VisibleWidget, box_of, path
from kiosk.ui.style.labels import document_of

_ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3]")
_LARGE_PX = 1000
_TOLERANCE_PX = 1.0
_HALF_A_PIXEL = 0.5  # a font's size is a whole number of pixels
_ENDLESS = 1_000_000


def text_of(widget: QWidget) -> str:
    """Return the text a widget itself writes, with its markup; empty if none."""
    return widget.text().strip() if isinstance(widget, QLabel | QAbstractButton) else ""


def too_small(visible: VisibleWidget, metrics: Metrics) -> Iterator[Fault]:
    """Yield the text of a widget if its capitals are too small."""
    for font, text in _fonts(visible.widget):
        px = _capital(font.key(), is_arabic=bool(_ARABIC.search(text)))
        if px + _HALF_A_PIXEL < CAPITAL_MM * metrics.px_per_mm:
            mm = px / metrics.px_per_mm
            yield Fault("capital letters", path(visible.widget), mm, CAPITAL_MM)
            return


def cut_off(visible: VisibleWidget, metrics: Metrics) -> Iterator[Fault]:
    """Yield a label or button that is too small for its text or picture."""
    widget = visible.widget
    if isinstance(widget, QLabel):
        has, needs = _room(widget), _needed(widget)
    else:
        assert isinstance(widget, QAbstractButton)
        has, needs = _room_in(widget), _needed_in(widget)
    mm = metrics.px_per_mm
    sides = (
        ("width", has.width(), needs.width()),
        ("height", has.height(), needs.height()),
    )
    for side, got, wanted in sides:
        if got + _TOLERANCE_PX < wanted:
            yield Fault(
                f"{side} for what is on it", path(widget), got / mm, wanted / mm
            )


def overlapped_text(visible: VisibleWidget, metrics: Metrics) -> Iterator[Fault]:
    """Yield text that lies, or partly lies, under another widget."""
    if not visible.obstacles:
        return
    words = text_box(visible)
    for cover in visible.obstacles:
        under = words.intersection(cover.box)
        if not under.is_empty:
            mm = min(under.width, under.height) / metrics.px_per_mm
            what = f"words under {path(cover.widget)}"
            yield Fault(what, path(visible.widget), mm, 0.0)


def fragments(text: QTextDocument) -> Iterator[QTextFragment]:
    """Yield the pieces of a document that are each written in one way."""
    block = text.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            yield pieces.fragment()
            pieces += 1
        block = block.next()


def _fonts(widget: QWidget) -> Iterator[tuple[QFont, str]]:
    rich = document_of(widget) if isinstance(widget, QLabel) else None
    if not rich:
        yield widget.font(), text_of(widget)
        return
    known = set()
    for piece in fragments(rich):
        index = piece.charFormatIndex()
        if index not in known and piece.text().strip():
            known.add(index)
            yield piece.charFormat().font(), rich.toPlainText()


@lru_cache(maxsize=64)
def _capital(key: str, *, is_arabic: bool) -> float:
    """Return the height in pixels of the capitals of the font with this key."""
    font = QFont()
    font.fromString(key)
    capital = QFontMetricsF(font).capHeight()
    if not is_arabic:
        return capital
    px = font.pixelSize()
    font.setPixelSize(_LARGE_PX)
    alef = QFontMetricsF(font).tightBoundingRect("\u0627").height()
    return min(capital, alef * px / _LARGE_PX)


def _room(label: QLabel) -> QSize:
    """Return the size that the frame and margins of a label leave."""
    margin = 2 * label.margin()
    return label.contentsRect().size() - QSize(margin, margin)


def _needed(label: QLabel) -> QSize:
    """Return the size that a label's picture or text needs, wrapped at its width."""
    if rich := document_of(label):
        return _needed_rich(label, rich)
    if label.text():
        return _needed_plain(label)
    return label.pixmap().deviceIndependentSize().toSize()


def _needed_rich(label: QLabel, rich: QTextDocument) -> QSize:
    """Return the size that a text with marks needs.

    From right to left Qt 6.8 takes the space at which a line ends for a part of it.
    """
    width = _room(label).width()
    if label.wordWrap() and rich.textWidth() != width:
        rich.setTextWidth(width)  # as the label itself does before it draws
    ideal, height = round(rich.idealWidth()), round(rich.size().height())
    if label.wordWrap() and label.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        space = round(QFontMetricsF(label.font()).horizontalAdvance(" "))
        ideal = max(ideal - space, min(ideal, width))
    return QSize(ideal, height)


def _needed_plain(label: QLabel) -> QSize:
    if not label.wordWrap():
        return label.sizeHint() - (label.size() - _room(label))
    width = _room(label).width()
    flags = int(Qt.TextFlag.TextWordWrap)
    line = QRect(0, 0, width, _ENDLESS)
    return label.fontMetrics().boundingRect(line, flags, label.text()).size()


def _room_in(button: QAbstractButton) -> QSize:
    if not isinstance(button, QPushButton):
        return button.contentsRect().size()
    option = ButtonOption()
    button.initStyleOption(option)
    part = QStyle.SubElement.SE_PushButtonContents
    return button.style().subElementRect(part, option, button).size()


def _needed_in(button: QAbstractButton) -> QSize:
    flags = int(Qt.TextFlag.TextShowMnemonic)
    return button.fontMetrics().size(flags, button.text())


def text_box(visible: VisibleWidget) -> Box:
    """Return the box of a label's text in its window."""
    label = visible.widget
    if not isinstance(label, QLabel) or document_of(label) or not label.text():
        return visible.box
    way = Qt.LayoutDirection
    runs = way.RightToLeft if runs_right_to_left(label.text()) else way.LeftToRight
    side = QStyle.visualAlignment(runs, label.alignment())
    flags = int(side.value) | int(Qt.TextFlag.TextWordWrap)
    metrics, room = label.fontMetrics(), label.contentsRect()
    box = box_of(metrics.boundingRect(room, flags, label.text()))
    return box.moved(*visible.box[:2])
