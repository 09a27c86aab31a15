"""Make labels: plain text, headings, prose, web addresses and pictures."""

import re
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.content.bidi import runs_right_to_left
from kiosk.content.blocks import Heading, Prose
from kiosk.content.plain_text import text_of
from kiosk.content.reading import word_count
from kiosk.ui.accessibility.headings import PROPERTY as HEADING
from kiosk.ui.accessibility.properties import decorative
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import TextStyle
from kiosk.ui.style.properties import set_text_style

_LONG_PIECE = re.compile(r"[^/?-]{25,}")
_WORDS = "words"  # of a label of rich text, without its markup


def plain(text: str, style: TextStyle) -> QLabel:
    """Return a label with text that wraps."""
    return _worded(_label(text), text, style)


def heading(text: str, style: TextStyle) -> QLabel:
    """Return a label that is a heading to a screen reader, too.

    A screen reader asks for the kind of a label once, when its text is set.
    """
    label = _label(text)
    label.setProperty(HEADING, text)
    label.setAccessibleName(text)
    return _worded(label, text, style)


def rich(parts: Iterable[Prose | Heading], look: Look) -> QLabel:
    """Return a label with prose that wraps and has no links to follow."""
    from kiosk.ui.style.rich_text import html_of, mirrored

    parts = tuple(parts)
    html = html_of(parts)
    label = _rtl_label() if look.mirrored else QLabel()
    label.setText(look.rich(mirrored(html) if look.mirrored else html))
    label.setProperty(_WORDS, text_of(parts))
    label.setTextFormat(Qt.TextFormat.RichText)
    set_text_style(label, TextStyle.BODY)
    return _wrapping(label)


def with_larger(
    text: str, part: str, px: int, style: TextStyle, *, rtl: bool
) -> QLabel:
    """Return a label with text that wraps, a part of which is bold and `px` high."""
    from html import escape

    html = escape(text).replace(
        escape(part), f"<b style='font-size: {px}px'>{escape(part)}</b>"
    )
    label = QLabel(f"<div dir='{'rtl' if rtl else 'ltr'}'>{html}</div>")
    label.setProperty(_WORDS, text)
    label.setTextFormat(Qt.TextFormat.RichText)
    set_text_style(label, style)
    return _wrapping(label)


def address(text: str, style: TextStyle) -> QLabel:
    """Return a label with a web address that can break after a slash.

    It also breaks within long pieces: they would make the page wider than the screen.
    """
    return plain(_LONG_PIECE.sub(_with_breaks, text), style)


def drawing(pixmap: QPixmap, alt: str = "") -> QLabel:
    """Return a label of the size of a picture, which `alt` describes.

    Without a description the picture is decoration, and kept from screen readers.
    """
    label = QLabel()
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setPixmap(pixmap)
    label.setFixedSize(pixmap.size())
    label.setAccessibleName(alt)
    return label if alt else decorative(label)


def height_needed(widget: QWidget, width: int) -> int:
    """Return how many pixels high a widget full of labels must be at a width.

    Labels that were never shown are styled first: their font depends on it.
    """
    for child in widget.findChildren(QWidget):
        child.ensurePolished()
    if layout := widget.layout():
        layout.invalidate()
    return widget.heightForWidth(width)


def document_of(label: QLabel) -> QTextDocument | None:
    """Return the document in which a label lays out its rich text, if it does.

    It is laid out at the label's width: Qt does that only when it paints the label.
    """
    rich = label.findChild(QTextDocument)
    if rich:
        label.heightForWidth(label.width())
    return rich


def count_words(widget: QWidget) -> int:
    """Return the number of words of the labels in a widget, without hidden ones."""
    return sum(
        word_count(label.property(_WORDS) or label.text())
        for label in widget.findChildren(QLabel)
        if label.isVisibleTo(widget)
    )


def _with_breaks(piece: re.Match[str]) -> str:
    return re.sub(r"([.&=_]|[^.&=_]{16})", "\\1\u200b", piece[0])


def _label(text: str) -> QLabel:
    return _rtl_label() if runs_right_to_left(text) else QLabel()


def _rtl_label() -> QLabel:
    """Return a label for such a text; its own classes of Qt are loaded only then."""
    from kiosk.ui.style.rtl_label import RtlLabel

    return RtlLabel()


def _worded(label: QLabel, text: str, style: TextStyle) -> QLabel:
    label.setText(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_text_style(label, style)
    return _wrapping(label)


def _wrapping(label: QLabel) -> QLabel:
    """Make a label wrap, and leave touches to the button or page around it."""
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    label.setSizePolicy(wrapping_policy())
    return label


@cache
def wrapping_policy() -> QSizePolicy:
    """Return the size policy of text that wraps: its height depends on its width.

    It is one for all: Qt copies it. Do not change it.
    """
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
