"""Where a scrolled view can begin without cutting a line, picture or button in half.

A card's head stays in sight while its body scrolls by: then the body begins below it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.style.labels import document_of
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
        """Return the rows of a view; a picture over `tallest` pixels may be cut."""
        rows = _rows(view, tallest)
        found = [row for row in rows if row.bottom - row.top <= tallest]
        shown = (it for it in view.findChildren(CareCardView) if it.isVisibleTo(view))
        cards = [_card(it, view, found) for it in shown]
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


def _rows(view: QWidget, tallest: int) -> Iterator[Row]:
    """Yield the lines and buttons of a view; of a higher button the lines in it."""
    for widget in view.findChildren(QWidget):
        if not widget.isVisibleTo(view) or not _is_leaf(widget):
            continue
        too_high = widget.height() > tallest
        for part in (too_high and widget.findChildren(QLabel)) or (widget,):
            top = part.mapTo(view, QPoint(0, 0)).y()
            for row in _lines(part):
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
    """Yield the lines of a label, or all of another widget as one row.

    Marks above the first line, and below the last, are parts of them.
    """
    tops = [*_tops(widget)] if isinstance(widget, QLabel) and widget.text() else [0]
    edges = [0, *tops[1:], widget.height()]
    yield from map(Row, edges, edges[1:])


def _tops(label: QLabel) -> Iterable[int]:
    """Return where the lines of a label begin, in pixels below its own top."""
    from kiosk.ui.style.rtl_label import RtlLabel

    if document := document_of(label):
        return _tops_in(document, label)
    if isinstance(label, RtlLabel):
        return label.line_tops()
    room = label.contentsRect()
    count = max(1, round(room.height() / label.fontMetrics().lineSpacing()))
    return (room.top() + round(room.height() * at / count) for at in range(count))


def _tops_in(document: QTextDocument, label: QLabel) -> Iterator[int]:
    room, block = label.contentsRect(), document.begin()
    spare = room.height() - document.size().height()
    centred = bool(label.alignment() & Qt.AlignmentFlag.AlignVCenter)
    above = room.top() + (max(0.0, spare / 2) if centred else 0.0)
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        for index in range(layout.lineCount()):
            yield round(above + top + layout.lineAt(index).y())
        block = block.next()


def _card(card: CareCardView, view: QWidget, rows: list[Row]) -> Card:
    top = card.mapTo(view, QPoint(0, 0)).y()
    bottom = top + card.height()
    inside = [it.top for it in rows if top + card.head_height <= it.top < bottom]
    last = max(inside, default=bottom)
    return Card(top, bottom, card.head_height, last)
