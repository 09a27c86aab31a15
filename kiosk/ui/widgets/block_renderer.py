"""Draw the blocks of a page as a column of widgets."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.content.blocks import (
    Block,
    CareCard,
    Heading,
    Link,
    Paragraph,
    Picture,
    PointList,
    Prose,
    Run,
    Sign,
    Signs,
    Timeline,
)
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import PICTURE_MM, SIGN_MM, IconSize, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.table_reflow import without_tables
from kiosk.ui.widgets.touch_button import TouchButton


class BlockRenderer:
    """Draws blocks, and calls `open_link` with the link that a visitor touched."""

    def __init__(
        self, look: Look, open_link: Callable[[Link], None], *, side_by_side: bool
    ) -> None:
        self._look = look
        self._open_link = open_link
        self._side_by_side = side_by_side and look.metrics.text_scale <= 1

    def fill(self, column: QVBoxLayout, blocks: Iterable[Block]) -> None:
        """Add the blocks to a column; consecutive care cards are side by side."""
        cards: list[CareCard] = []
        for block in blocks:
            if isinstance(block, CareCard):
                cards.append(block)
                continue
            self._add_cards(column, cards)
            cards = []
            if isinstance(block, Heading):
                column.addSpacing(self._look.metrics.px(Space.GAP))
            if isinstance(block, Signs):
                for sign in block.points:
                    column.addLayout(self._sign(sign))
            else:
                column.addWidget(self._widget(block), 0, _aligned(block))
        self._add_cards(column, cards)

    def link(self, link: Link) -> TouchButton:
        """Return a button that offers an address as a code to take away."""
        icon = self._look.icon("code", Colour.ACCENT, IconSize.MARK)
        button = TouchButton(link.text, icon, self._look, role=Role.LINK)
        button.clicked.connect(partial(self._open_link, link))
        return button

    def _widget(self, block: Heading | Prose | Timeline | Picture | Link) -> QWidget:
        block = _as_prose(block) if isinstance(block, Timeline) else block
        if isinstance(block, Heading):
            style = TextStyle.PART if block.part else TextStyle.SECTION
            return labels.heading(block.text, style)
        if isinstance(block, Link):
            return self.link(block)
        if isinstance(block, Picture):
            return self.picture(block, PICTURE_MM)
        return self._prose([block])

    def _prose(self, parts: Iterable[Prose | Heading]) -> QLabel:
        is_larger = self._look.metrics.text_scale > 1
        return labels.rich(without_tables(parts) if is_larger else parts, self._look)

    def picture(self, picture: Picture, mm: float) -> QLabel:
        """Return a label with a page's picture, at most `mm` wide and high."""
        return labels.drawing(self._look.picture(picture.image, mm), picture.alt)

    def _sign(self, sign: Sign) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.metrics.px(Space.GAP))
        row.addWidget(labels.drawing(look.sign(sign.image, SIGN_MM)))
        row.addWidget(self._prose(sign.body), 1)
        return row

    def _add_cards(self, column: QVBoxLayout, cards: Sequence[CareCard]) -> None:
        if not cards:
            return
        way = QBoxLayout.Direction
        row = QBoxLayout(way.LeftToRight if self._side_by_side else way.TopToBottom)
        row.setSpacing(self._look.metrics.px(Space.SMALL))
        for card in cards:
            body = list(self._body(card))
            row.addWidget(CareCardView(card.level, card.heading, body, self._look), 1)
        column.addLayout(row)

    def _body(self, card: CareCard) -> Iterator[QWidget]:
        """Yield the parts of a card: runs of prose, and each list of signs."""
        for has_signs, parts in groupby(
            card.body, lambda part: isinstance(part, Signs)
        ):
            if not has_signs:
                yield self._prose(part for part in parts if not isinstance(part, Signs))
                continue
            signs = QWidget()
            column = QVBoxLayout(signs)
            column.setContentsMargins(0, 0, 0, 0)
            self.fill(column, parts)
            yield signs


def _as_prose(timeline: Timeline) -> Prose:
    points = (
        (Paragraph((Run(f"{it.when}: ", strong=True), *it.what), tight=True),)
        for it in timeline.points
    )
    return PointList(tuple(points))


def _aligned(block: Block) -> Qt.AlignmentFlag:
    centred = isinstance(block, Picture)
    return Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag(0)
