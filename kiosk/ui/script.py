"""What a screen says when it is read aloud, sentence by sentence, in reading order.

A script is made of what stands on the screen now; it remembers where each sentence
stands, so that it can be shown while it is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import Qt as RichText
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.domain.bidi import bare
from kiosk.domain.clinic import fill
from kiosk.domain.content import Strings
from kiosk.domain.sentences import sentences

LANGUAGE = "language"
"""The property of a widget whose words are in another language than the session's."""


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


def _in_order(root: QWidget) -> list[QWidget]:
    """Return what can be read, from top to bottom and in the way of the language.

    Widgets are made in another order than they stand in; where they stand decides.
    """
    found = [
        widget
        for widget in (*root.findChildren(QLabel), *root.findChildren(QAbstractButton))
        if widget.isVisible() and not _is_inside_button(widget, root)
    ]
    back = root.layoutDirection() is RichText.LayoutDirection.RightToLeft
    return _columns_first(root, found, back=back)


def _columns_first(root: QWidget, found: list[QWidget], *, back: bool) -> list[QWidget]:
    """Read a block whole before the one beside it: a card is a block."""
    order = {widget: place for place, widget in enumerate(_walk(root, back=back))}
    return sorted(found, key=lambda widget: order.get(widget, len(order)))


def _walk(widget: QWidget, *, back: bool) -> Iterator[QWidget]:
    """Yield a widget and all in it, the higher ones first, then those that lead."""
    yield widget
    children = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]
    for child in sorted(children, key=lambda it: _place(it, back=back)):
        yield from _walk(child, back=back)


def _place(widget: QWidget, *, back: bool) -> tuple[int, int]:
    corner = widget.pos()
    across = -(corner.x() + widget.width()) if back else corner.x()
    return corner.y(), across


def _is_inside_button(widget: QWidget, root: QWidget) -> bool:
    above = widget.parentWidget()
    while above and above is not root:
        if isinstance(above, QAbstractButton):
            return True
        above = above.parentWidget()
    return False


def _sentences(
    widgets: list[QWidget], language: str, strings: Strings
) -> Iterator[Sentence]:
    for widget in widgets:
        own = _language_of(widget) or language
        if isinstance(widget, QLabel) and widget.text():
            text = text_of(widget)
            for span in sentences(text):
                said = bare(text[span.start : span.end])
                yield Sentence(said, own, widget, span.start, span.end - span.start)
        elif name := widget.accessibleName():
            if isinstance(widget, QLabel):
                name = fill(strings.picture_shows, {"picture": name})
            yield Sentence(bare(name), own, widget)


def _language_of(widget: QWidget) -> str:
    above: QWidget | None = widget
    while above:
        if said := above.property(LANGUAGE):
            return str(said)
        above = above.parentWidget()
    return ""


def place_of(sentence: Sentence) -> QPoint:
    """Return where in its widget a sentence begins, to scroll there."""
    label = sentence.widget
    if not isinstance(label, QLabel) or not sentence.length:
        return QPoint(0, 0)
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if label.textFormat() is RichText.TextFormat.RichText:
        document.setHtml(label.text())
    else:
        document.setPlainText(label.text())
    document.setTextWidth(label.width())
    block = document.findBlock(sentence.start)
    top = document.documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(sentence.start - block.position())
    return QPoint(0, round(top + line.y()))
