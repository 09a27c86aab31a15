"""The reading script of a screen: its sentences in reading order.

A script is made from the widgets now shown. It keeps the position of each sentence, so
that the reader can mark it while it is said.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import Qt as RichText
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.content.bidi import bare
from kiosk.content.placeholders import fill
from kiosk.content.sentences import Span, sentences
from kiosk.content.words import Strings
from kiosk.ui.accessibility.properties import is_way_on, language_of
from kiosk.ui.accessibility.reading_order import walk

_RIGHT_TO_LEFT = RichText.LayoutDirection.RightToLeft
_BREAK = "\N{ZERO WIDTH SPACE}"  # where the address of a website may go on below


class Sentence(Struct, frozen=True):
    """A sentence, its language, its widget and its position in that widget's text."""

    text: str
    language: str
    widget: QWidget
    start: int = 0
    length: int = 0


def script_of(root: QWidget, language: str, strings: Strings) -> tuple[Sentence, ...]:
    """Return every sentence shown in `root`, scrolled out of sight or not."""
    return tuple(_sentences(_in_order(root), language, strings))


def label_text(label: QLabel) -> str:
    """Return a label's text without markup."""
    if label.textFormat() is not RichText.TextFormat.RichText:
        return label.text()
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


def button_containing(widget: QWidget | None) -> QAbstractButton | None:
    """Return the control that contains a widget, if one does."""
    while widget:
        if isinstance(widget, QAbstractButton):
            return widget
        widget = widget.parentWidget()
    return None


def _in_order(root: QWidget) -> Iterator[QWidget]:
    """Yield labels and buttons in reading order; a button is read whole.

    What leads to other parts of the text is left out: all of it is read anyhow.
    """
    for widget in walk(root):
        if isinstance(widget, QLabel | QAbstractButton) and not is_way_on(widget):
            yield widget


def _sentences(
    widgets: Iterable[QWidget], language: str, strings: Strings
) -> Iterator[Sentence]:
    for widget in widgets:
        own = language_of(widget) or language
        if isinstance(widget, QLabel) and widget.text():
            text = label_text(widget)
            for span in _from_right(sentences(text), widget):
                said = bare(text[span.start : span.end]).replace(_BREAK, "")
                yield Sentence(said, own, widget, span.start, span.end - span.start)
        elif name := widget.accessibleName():
            if isinstance(widget, QLabel):
                name = fill(strings.picture_shows, {"picture": name})
            yield Sentence(bare(name), own, widget)


def _from_right(spans: tuple[Span, ...], label: QLabel) -> Iterable[Span]:
    """Return sentences with those of a table by its rows, beginning at the right.

    Qt knows no tables from right to left: their cells are drawn in reverse.
    """
    if label.layoutDirection() != _RIGHT_TO_LEFT or "<table" not in label.text():
        return spans
    document = _document(label)
    cursor = QTextCursor(document)

    def place(span: Span) -> tuple[int, int, int]:
        cursor.setPosition(span.start)
        table = cursor.currentTable()
        if not table:
            return span.start, 0, 0
        cell = table.cellAt(cursor)
        return table.firstPosition(), cell.row(), -cell.column()

    return sorted(spans, key=place)


def sentence_position(sentence: Sentence) -> QPoint:
    """Return the point in its widget where a sentence begins."""
    label = sentence.widget
    if not isinstance(label, QLabel) or not sentence.length:
        return QPoint(0, 0)
    document = _document(label)
    block = document.findBlock(sentence.start)
    top = document.documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(sentence.start - block.position())
    return QPoint(0, round(top + line.y()))


def character_at(label: QLabel, point: QPoint) -> int:
    """Return the index of the character at or nearest to a point of a label."""
    nearest = RichText.HitTestAccuracy.FuzzyHit
    document = _document(label)
    return document.documentLayout().hitTest(QPointF(point), nearest)


def _document(label: QLabel) -> QTextDocument:
    """Lay a label's text out again: a QLabel does not know the place of a character."""
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if label.textFormat() is RichText.TextFormat.RichText:
        document.setHtml(label.text())
    else:
        document.setPlainText(label.text())
    document.setTextWidth(label.width())
    return document
