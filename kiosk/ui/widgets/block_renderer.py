"""Draw the blocks of a page as a column of widgets."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.content.blocks import (
    Block,
    CareCard,
    Heading,
    Link,
    Paragraph,
    Picture,
    Prose,
    Sign,
    Signs,
    Timeline,
)
from kiosk.content.plain_text import text_of
from kiosk.ui.style import labels, text_measure
from kiosk.ui.style.lengths import (
    CARD_BODY_MARGINS,
    PICTURE_MM,
    SIGN_MARGINS,
    SIGN_MM,
    IconSize,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.table_reflow import fitting
from kiosk.ui.widgets.timeline_view import TimelineView
from kiosk.ui.widgets.touch_button import TouchButton

_SIGN_LETTERS = 24
"""Signs are in two columns where a line has room for so many: most have fewer."""


_WAY = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)


class BlockRenderer:
    """Draws blocks in a column `width` pixels wide, or in a narrow one.

    They run as `look` does, whatever the direction of the column.

    Calls `open_link` with the link that a visitor touched, and `ask_symptom` with the
    sign, if that is one of the `symptoms`: others cannot be touched.
    """

    def __init__(
        self,
        look: Look,
        open_link: Callable[[Link], None],
        width: int = 0,
        *,
        symptoms: frozenset[str] = frozenset(),
        ask_symptom: Callable[[str], None] | None = None,
    ) -> None:
        self._look = look
        self._open_link = open_link
        self._width = width
        self._symptoms = symptoms
        self._ask_symptom = ask_symptom

    def fill(self, column: QVBoxLayout, blocks: Iterable[Block]) -> None:
        """Add the blocks to a column."""
        for block in blocks:
            self.add(column, block)

    def add(self, column: QVBoxLayout, block: Block) -> QWidget:
        """Add a block to a column; return its widget."""
        space = _SPACE_ABOVE.get(type(block))
        if space and column.count():
            column.addSpacing(self._look.metrics.px(space))
        widget = self._widget(block)
        widget.setLayoutDirection(_WAY[self._look.mirrored])
        column.addWidget(widget, 0, _aligned(block))
        return widget

    def link(self, link: Link) -> TouchButton:
        """Return a button that offers an address as a code to take away."""
        icon = self._look.icon("code", Colour.ACCENT, IconSize.MARK)
        button = TouchButton(link.text, icon, self._look, role=Role.LINK)
        button.clicked.connect(partial(self._open_link, link))
        return button

    def picture(self, picture: Picture, mm: float) -> QLabel:
        """Return a label with a page's picture, at most `mm` wide and high."""
        return labels.drawing(self._look.picture(picture.image, mm), picture.alt)

    def _widget(self, block: Block) -> QWidget:
        if isinstance(block, CareCard):
            return self._card(block)
        if isinstance(block, Signs):
            return self._signs(block, self._width)
        if isinstance(block, Timeline):
            return TimelineView(block, self._look, self._width)
        return self._small_widget(block)

    def _small_widget(self, block: Heading | Link | Picture | Prose) -> QWidget:
        if isinstance(block, Heading):
            style = TextStyle.PART if block.part else TextStyle.SECTION
            return labels.heading(block.text, style)
        if isinstance(block, Link):
            return self.link(block)
        if isinstance(block, Picture):
            return self.picture(block, PICTURE_MM)
        return self._prose([block], self._width)

    def _prose(self, parts: Iterable[Prose | Heading], width: int) -> QLabel:
        return labels.rich(fitting(parts, self._look, width), self._look)

    def _card(self, card: CareCard) -> CareCardView:
        edges = CARD_BODY_MARGINS.left + CARD_BODY_MARGINS.right
        width = self._width - self._look.metrics.px(edges)
        body = list(self._body(card, width))
        return CareCardView(card.level, card.heading, body, self._look)

    def _body(self, card: CareCard, width: int) -> Iterator[QWidget]:
        """Yield the parts of a card: runs of prose, and each list of signs."""
        prose: list[Prose | Heading] = []
        for part in card.body:
            if not isinstance(part, Signs):
                prose.append(part)
                continue
            if prose:
                yield self._prose(prose, width)
                prose = []
            yield self._signs(part, width)
        if prose:
            yield self._prose(prose, width)

    def _signs(self, signs: Signs, width: int) -> QWidget:
        """Return signs in two columns where their words have room, else in one."""
        px = self._look.metrics.px
        gap = px(Space.GAP)
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(gap)
        columns = 2 if self._has_two_columns(signs, width - gap) else 1
        for index, sign in enumerate(signs.points):
            grid.addWidget(self._sign(sign), index // columns, index % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        return whole

    def _has_two_columns(self, signs: Signs, width: int) -> bool:
        metrics = self._look.metrics
        picture = metrics.px(SIGN_MM * metrics.picture_scale + Space.GAP)
        words = "".join(text_of(sign.body) for sign in signs.points)
        letter = text_measure.letter_px(self._look, words)
        return width / 2 - picture >= _SIGN_LETTERS * letter

    def _sign(self, sign: Sign) -> QWidget:
        """Return a sign: a button, if the checklist asks for it and it is plain."""
        picture = self._look.sign(sign.image, SIGN_MM)
        if sign.symptom in self._symptoms and _is_plain(sign) and self._ask_symptom:
            words = text_of(sign.body)
            button = TouchButton(words, picture, self._look, role=Role.SIGN)
            button.set_margins(SIGN_MARGINS.in_px(self._look.metrics.px))
            button.clicked.connect(partial(self._ask_symptom, sign.symptom))
            return button
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.metrics.px(Space.GAP))
        row.addWidget(labels.drawing(picture))
        row.addWidget(self._prose(sign.body, 0), 1)
        return whole


_SPACE_ABOVE = {Heading: Space.SMALL, CareCard: Space.GAP, Picture: Space.GAP}


def _is_plain(sign: Sign) -> bool:
    """Check whether a sign is one paragraph in one style, as a button's words are."""
    [part, *others] = sign.body
    return not others and isinstance(part, Paragraph) and len(part.runs) == 1


def _aligned(block: Block) -> Qt.AlignmentFlag:
    centred = isinstance(block, Picture)
    return Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag(0)
