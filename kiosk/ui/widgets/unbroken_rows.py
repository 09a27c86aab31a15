"""Where a scrolled view can begin without cutting a line, picture or button in half.

A card's head stays in sight while its body scrolls by: then the body begins below it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.style.names import Property
from kiosk.ui.widgets.care_card import CareCardView

_MOST_STEPS = 50


class Row(NamedTuple):
    """A part of a view that must not be cut: its upper and lower edge in pixels."""

    top: int
    bottom: int


class Card(Struct, frozen=True):
    """A card: its edges, the height of its head, and where its last row begins."""

    top: int
    bottom: int
    head: int
    last: int


class UnbrokenRows(Struct, frozen=True):
    """The rows and the cards of a view."""

    rows: tuple[Row, ...]
    cards: tuple[Card, ...] = ()

    @classmethod
    def of(cls, view: QWidget, tallest: int) -> "UnbrokenRows":
        """Return the rows of a view; one over `tallest` pixels may be cut."""
        found = [row for row in _rows(view) if row.bottom - row.top <= tallest]
        cards = [_card(it, view, found) for it in view.findChildren(CareCardView)]
        heads = (Row(card.top, card.top + card.head) for card in cards)
        return cls((*found, *heads), tuple(cards))

    def head_at(self, top: int) -> int:
        """Return the height of the card's head that covers a view scrolled to `top`."""
        return next((it.head for it in self.cards if it.top < top < it.bottom), 0)

    def at_or_above(self, top: int) -> int:
        """Return the nearest position, not below `top`, that cuts nothing in half."""
        for _ in range(_MOST_STEPS):
            higher = self._higher(top)
            if higher == top:
                break
            top = higher
        return top

    def at_or_below(self, top: int) -> int:
        """Return the nearest position, not above `top`, that cuts nothing in half."""
        edges = {edge for row in self.rows for edge in row}
        edges |= {edge - card.head for edge in edges for card in self.cards}
        places = sorted(edge for edge in edges | {top} if edge >= top)
        return next((it for it in places if self.at_or_above(it) == it), top)

    def _higher(self, top: int) -> int:
        card = next((it for it in self.cards if it.top < top < it.bottom), None)
        line = min(top + card.head, card.last) if card else top
        line = min(
            (row.top for row in self.rows if row.top < line < row.bottom), default=line
        )
        return max(card.top, line - card.head) if card else line


def _rows(view: QWidget) -> Iterator[Row]:
    for widget in view.findChildren(QWidget):
        if not widget.isVisibleTo(view) or not _is_leaf(widget):
            continue
        top = widget.mapTo(view, QPoint(0, 0)).y()
        for row in _lines(widget):
            yield Row(top + row.top, top + row.bottom)


def _is_leaf(widget: QWidget) -> bool:
    """Check whether a widget is a button, or has no parts and is in no button.

    Heads of cards are left out: they are moved.
    """
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractButton) or (
        parent and parent.property(Property.CARD_HEAD)
    ):
        return False
    parts = any(isinstance(child, QWidget) for child in widget.children())
    return isinstance(widget, QAbstractButton) or not parts


def _lines(widget: QWidget) -> Iterator[Row]:
    """Yield the lines of a label, or all of another widget as one row."""
    if not isinstance(widget, QLabel) or not widget.text():
        yield Row(0, widget.height())
    elif widget.textFormat() is widget.textFormat().RichText:
        yield from _lines_of_document(widget)
    else:
        count = max(1, round(widget.height() / widget.fontMetrics().lineSpacing()))
        edges = [round(widget.height() * at / count) for at in range(count + 1)]
        yield from map(Row, edges, edges[1:])


def _lines_of_document(label: QLabel) -> Iterator[Row]:
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    document.setHtml(label.text())
    document.setTextWidth(label.width())
    block = document.begin()
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            yield Row(round(top + line.y()), round(top + line.y() + line.height()))
        block = block.next()


def _card(card: CareCardView, view: QWidget, rows: list[Row]) -> Card:
    top = card.mapTo(view, QPoint(0, 0)).y()
    bottom = top + card.height()
    inside = [it.top for it in rows if top + card.head_height <= it.top < bottom]
    last = max(inside, default=bottom)
    return Card(top, bottom, card.head_height, last)
