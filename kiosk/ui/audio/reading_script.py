"""What a screen says when it is read aloud, sentence by sentence, in reading order.

A script is made of what stands on the screen now; it remembers where each sentence
stands, so that it can be shown while it is said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import Qt as RichText
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.content.bidi import bare
from kiosk.content.placeholders import fill
from kiosk.content.sentences import sentences
from kiosk.content.words import Strings
from kiosk.ui.accessibility.properties import language_of
from kiosk.ui.accessibility.reading_order import walk

_BREAK = "\N{ZERO WIDTH SPACE}"  # where the address of a website may go on below


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its language, and where in which widget it stands."""

    text: str
    language: str
    widget: QWidget
    start: int = 0
    length: int = 0


def script_of(root: QWidget, language: str, strings: Strings) -> tuple[Sentence, ...]:
    """Return every sentence of what is shown in `root`, a scroll away or not."""
    return tuple(_sentences(_in_order(root), language, strings))


def text_of(label: QLabel) -> str:
    """Return a label's words, whatever they are written in."""
    if label.textFormat() is not RichText.TextFormat.RichText:
        return label.text()
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


def button_over(widget: QWidget | None) -> QAbstractButton | None:
    """Return the control that a widget is part of, if it is."""
    while widget:
        if isinstance(widget, QAbstractButton):
            return widget
        widget = widget.parentWidget()
    return None


def _in_order(root: QWidget) -> Iterator[QWidget]:
    """Yield what can be read, in the order of reading: a card is read whole."""
    for widget in walk(root):
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget


def _sentences(
    widgets: Iterable[QWidget], language: str, strings: Strings
) -> Iterator[Sentence]:
    for widget in widgets:
        own = language_of(widget) or language
        if isinstance(widget, QLabel) and widget.text():
            text = text_of(widget)
            for span in sentences(text):
                said = bare(text[span.start : span.end]).replace(_BREAK, "")
                yield Sentence(said, own, widget, span.start, span.end - span.start)
        elif name := widget.accessibleName():
            if isinstance(widget, QLabel):
                name = fill(strings.picture_shows, {"picture": name})
            yield Sentence(bare(name), own, widget)


def place_of(sentence: Sentence) -> QPoint:
    """Return where in its widget a sentence begins, to scroll there."""
    label = sentence.widget
    if not isinstance(label, QLabel) or not sentence.length:
        return QPoint(0, 0)
    document = _document(label)
    block = document.findBlock(sentence.start)
    top = document.documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(sentence.start - block.position())
    return QPoint(0, round(top + line.y()))


def character_at(label: QLabel, place: QPoint) -> int:
    """Return which of a label's characters stands at or near a place on it."""
    nearest = RichText.HitTestAccuracy.FuzzyHit
    document = _document(label)
    return document.documentLayout().hitTest(QPointF(place), nearest)


def _document(label: QLabel) -> QTextDocument:
    """Lay a label's words out once more: it does not tell where they stand."""
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if label.textFormat() is RichText.TextFormat.RichText:
        document.setHtml(label.text())
    else:
        document.setPlainText(label.text())
    document.setTextWidth(label.width())
    return document
