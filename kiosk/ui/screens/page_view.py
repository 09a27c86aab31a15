"""The view of one page: title, picture, care cards, sources."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.content.blocks import Block, CareCard, Link, Picture
from kiosk.content.pages import Page, Source
from kiosk.content.placeholders import fill
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    PAGE_MARGINS,
    PICTURE_BESIDE_MM,
    PICTURE_NARROW_MM,
    Space,
)
from kiosk.ui.style.names import TextStyle
from kiosk.ui.widgets.block_renderer import BlockRenderer

_LEADING = Qt.AlignmentFlag.AlignLeading


class PageView(QWidget):
    """Shows a page's blocks in a column, and reports the link that was touched."""

    qr_code_requested = Signal(Link)

    def __init__(
        self,
        page: Page,
        blocks: tuple[Block, ...],
        context: ViewContext,
        *,
        portrait: bool,
    ) -> None:
        super().__init__()
        pack, look = context.pack, context.look
        self.setProperty(LANGUAGE, page.language)
        self._context = context
        self._strings = pack.strings
        self._renderer = BlockRenderer(
            look, self.qr_code_requested.emit, side_by_side=not portrait
        )
        px = look.metrics.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PAGE_MARGINS.in_px(px))
        self._column.setSpacing(px(Space.GAP))
        below = self._add_head(page, blocks, portrait=portrait)
        self._renderer.fill(self._column, below)
        self._add_sources(page.sources)
        self._column.addStretch(1)

    def _add_head(
        self, page: Page, blocks: tuple[Block, ...], *, portrait: bool
    ) -> tuple[Block, ...]:
        """Put the title and the first blocks beside the picture; return the others.

        On a narrow screen the title's longest word has no room there.
        """
        lead = QVBoxLayout()
        lead.setSpacing(self._column.spacing())
        above = self._column if portrait else lead
        above.addWidget(labels.heading(page.title, TextStyle.TITLE))
        for label in self._introduction(page):
            lead.addWidget(label)
        picture, others = (blocks[0], blocks[1:]) if blocks else (None, ())
        if not isinstance(picture, Picture):
            self._column.addLayout(lead)
            return blocks
        beside = [] if portrait else list(takewhile(_is_quiet, others))
        self._renderer.fill(lead, beside)
        lead.addStretch(1)
        way = QBoxLayout.Direction
        is_large = self._context.look.metrics.is_large
        row = QBoxLayout(way.TopToBottom if is_large else way.LeftToRight)
        row.setSpacing(self._column.spacing() * 2)
        row.addLayout(lead, 1)
        side = PICTURE_NARROW_MM if portrait else PICTURE_BESIDE_MM
        drawing = self._renderer.picture(picture, side)
        row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop | _LEADING)
        self._column.addLayout(row)
        return others[len(beside) :]

    def _introduction(self, page: Page) -> Iterator[QLabel]:
        """Yield the summary and the review line; in large text the latter comes last.

        Large text has no room for both at first, so the summary comes before.
        """
        state = self._own(labels.plain(self._state(page), TextStyle.QUIET))
        is_large = self._context.look.metrics.text_scale > 1
        if not is_large:
            yield state
        if page.language != self._context.pack.language:
            name = self._context.pack.apart(self._name_of(page.language))
            text = fill(self._strings.original_shown, {"language": name})
            yield self._own(labels.plain(text, TextStyle.PART))
        yield labels.plain(page.summary, TextStyle.LEAD)
        if is_large:
            yield state

    def _own(self, label: QLabel) -> QLabel:
        """Return a label in the language of the interface, not of the page."""
        label.setProperty(LANGUAGE, self._context.pack.language)
        return label

    def _state(self, page: Page) -> str:
        """Return the review line: date of writing, and who checked it, if anyone."""
        strings = self._strings
        checked = strings.not_checked
        if page.approved_by:
            when = self._day(page.approved_on) if page.approved_on else ""
            name = self._context.pack.apart(page.approved_by)
            terms = {"name": name, "date": when}
            checked = fill(strings.checked_by, terms).rstrip(", ")
        written = fill(strings.written, {"date": self._day(page.written)})
        again = fill(strings.review_by, {"date": self._day(page.review_by)})
        return " · ".join((written, again, checked))

    def _day(self, day: date) -> str:
        """Return a date as the language writes it, in the pack's own digits."""
        pack = self._context.pack
        qt = QDate(day.year, day.month, day.day)
        plain = QLocale(pack.language).toString(qt, "d MMM yyyy")
        western = (str(unicodedata.digit(it, it)) for it in plain)
        return pack.in_digits("".join(western))

    def _name_of(self, language: str) -> str:
        return next(
            (it.name for it in self._context.languages if it.code == language),
            language,
        )

    def _add_sources(self, sources: tuple[Source, ...]) -> None:
        if not sources:
            return
        self._column.addSpacing(self._column.spacing())
        heading = labels.heading(self._strings.sources, TextStyle.SECTION)
        self._column.addWidget(self._own(heading))
        for source in sources:
            if source.address:
                link = Link(source.citation, source.address)
                self._column.addWidget(self._renderer.link(link))
            else:
                self._column.addWidget(labels.plain(source.citation, TextStyle.SOURCE))


def _is_quiet(block: Block) -> bool:
    return not isinstance(block, CareCard | Picture)
