"""The view of one page: title, picture, what to do, its other sections, its sources."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.content.blocks import Block, CareCard, Heading, Link, Picture
from kiosk.content.pages import Page
from kiosk.content.placeholders import fill
from kiosk.content.plain_text import text_of
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels, text_measure
from kiosk.ui.style.lengths import (
    PAGE_MARGINS,
    PICTURE_NARROW_MM,
    SECTION_MARGINS,
    IconSize,
    Space,
)
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.block_renderer import BlockRenderer
from kiosk.ui.widgets.page_plan import PagePlan
from kiosk.ui.widgets.page_sections import Section
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.review_line import checked_words, day_in_words
from kiosk.ui.widgets.section_list import SectionList
from kiosk.ui.widgets.take_home_button import take_home_button
from kiosk.ui.widgets.touch_button import TouchButton

_TOP_AND_END = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing


class PageView(QWidget):
    """Shows a page's blocks in an `area` that scrolls, and reports what was touched.

    The list of sections is beside the area or within it, as `size` has room.
    """

    qr_code_requested = Signal(Link)
    symptom_requested = Signal(str)
    sources_requested = Signal()
    take_home_requested = Signal()

    def __init__(
        self,
        page: Page,
        blocks: tuple[Block, ...],
        context: ViewContext,
        size: QSize,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._context, self._strings = page, context, context.pack.strings
        px = context.look.metrics.px
        self._picture, self._blocks = _parted(blocks)
        headings = [it for it in blocks if isinstance(it, Heading) and not it.part]
        names = [heading.text for heading in headings]
        rows = 1 if _begins_with_card(self._blocks) else 2
        self._plan = PagePlan.fitting(size, names, context.look, chip_rows=rows)
        self._renderer = BlockRenderer(
            context.look_of(page),
            self.qr_code_requested.emit,
            self._plan.text_width,
            symptoms=frozenset(context.pack.answers),
            ask_symptom=self.symptom_requested.emit,
        )
        view = QWidget()
        view.setProperty(LANGUAGE, page.language)
        self._column = QVBoxLayout(view)
        self._column.setContentsMargins(PAGE_MARGINS.in_px(px))
        self._column.setSpacing(px(Space.GAP))
        self._add_head()
        sections = self._add_blocks()
        self._add_end()
        self.area = ReadingArea(view, self._strings, context.look, parent=self)
        self.area.set_sections(sections)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the list of sections at the end side, if it has its place there."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        if sections := self._plan.sections:
            sections.chosen.connect(self.area.go_to_section)
            self.area.section_changed.connect(sections.mark)
            sections.setAccessibleName(self._strings.on_this_page)
        if self._plan.is_beside and sections:
            row.addLayout(self._side(sections))

    def _side(self, sections: SectionList) -> QVBoxLayout:
        side = QVBoxLayout()
        look, px = self._context.look, self._context.look.metrics.px
        side.setContentsMargins(SECTION_MARGINS.in_px(px, mirrored=look.mirrored))
        side.setSpacing(px(Space.SMALL))
        if self._picture and self._plan.picture_mm:
            picture = self._renderer.picture(self._picture, self._plan.picture_mm)
            side.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        sections.setFixedWidth(self._plan.side_width)
        side.addWidget(sections)
        side.addStretch(1)
        return side

    def _add_head(self) -> None:
        """Add the title and the lead, beside the picture where there is room."""
        lead = QVBoxLayout()
        lead.setSpacing(self._column.spacing())
        lead.addWidget(labels.heading(self._page.title, TextStyle.TITLE))
        lead.addWidget(labels.plain(self._page.summary, TextStyle.LEAD))
        if self._page.language != self._context.pack.language:
            lead.addWidget(self._original_shown())
        lead.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(self._context.look.metrics.px(Space.SMALL))
        row.addLayout(lead, 1)
        if self._picture and self._plan.is_picture_in_head:
            picture = self._renderer.picture(self._picture, PICTURE_NARROW_MM)
            row.addWidget(picture, 0, _TOP_AND_END)
        self._column.addLayout(row)
        if self._plan.sections and not self._plan.is_beside:
            self._column.addWidget(self._plan.sections)

    def _add_blocks(self) -> list[Section]:
        """Add the blocks; return the sections.

        Where a list of sections names it, the first one begins with its card.
        """
        blocks, unnamed, sections = self._blocks, "", list[Section]()
        if self._plan.sections and _begins_with_card(blocks):
            unnamed, blocks = text_of(blocks[:1]), blocks[1:]
        for block in blocks:
            widget = self._renderer.add(self._column, block)
            if unnamed:
                sections.append(Section(unnamed, widget))
                unnamed = ""
            elif isinstance(block, Heading) and not block.part:
                sections.append(Section(block.text, widget))
        return sections

    def _add_end(self) -> None:
        """Add the picture that had no room before, the sources and the review line."""
        if self._picture and not self._plan.has_picture:
            picture = self._renderer.picture(self._picture, PICTURE_NARROW_MM)
            self._column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(self._column.spacing())
        self._add_links()
        self._column.addWidget(self._own(labels.plain(self._state(), TextStyle.QUIET)))
        self._column.addStretch(1)

    def _add_links(self) -> None:
        """Add what leads to the sources and home, in one row if neither wraps."""
        links = [self._sources()] if self._page.sources else []
        if take_home := take_home_button(self._context, Role.LINK):
            take_home.clicked.connect(self.take_home_requested)
            links.append(take_home)
        room, space = self._plan.text_width, self._context.look.metrics.px(Space.SMALL)
        widths = [self._link_width(it.accessibleName()) for it in links]
        way = QBoxLayout.Direction
        in_row = sum(widths) + space * (len(links) - 1) <= room
        row = QBoxLayout(way.LeftToRight if in_row else way.TopToBottom)
        row.setSpacing(space if in_row else self._column.spacing())
        for link, line in zip(links, widths, strict=True):
            link.setProperty(LANGUAGE, self._context.pack.language)
            link.setMinimumWidth(min(line, room))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        if in_row:
            row.addStretch(1)
        self._column.addLayout(row)

    def _link_width(self, words: str) -> int:
        return text_measure.button_width(words, self._context.look, IconSize.MARK)

    def _sources(self) -> TouchButton:
        look = self._context.look
        icon = look.icon("link", Colour.ACCENT, IconSize.MARK)
        button = TouchButton(self._strings.sources, icon, look, role=Role.LINK)
        button.setObjectName("sources")
        button.clicked.connect(self.sources_requested)
        return button

    def _original_shown(self) -> QLabel:
        name = self._context.pack.apart(self._name_of(self._page.language))
        text = fill(self._strings.original_shown, {"language": name})
        return self._own(labels.plain(text, TextStyle.PART))

    def _own(self, label: QLabel) -> QLabel:
        """Return a label in the language of the interface, not of the page."""
        label.setProperty(LANGUAGE, self._context.pack.language)
        return label

    def _state(self) -> str:
        """Return the review line: whose page it is, its dates, and who checked it."""
        page, pack = self._page, self._context.pack
        written = fill(pack.strings.written, {"date": day_in_words(page.written, pack)})
        again = {"date": day_in_words(page.review_by, pack)}
        due = fill(pack.strings.review_by, again)
        checked = checked_words([page.approval], self._context)
        return " · ".join(filter(None, (pack.strings.made_by, written, due, checked)))

    def _name_of(self, language: str) -> str:
        return next(
            (it.name for it in self._context.languages if it.code == language),
            language,
        )


def _parted(blocks: tuple[Block, ...]) -> tuple[Picture | None, tuple[Block, ...]]:
    """Return the picture that a page begins with, if it does, and the other blocks."""
    if blocks and isinstance(blocks[0], Picture):
        return blocks[0], blocks[1:]
    return None, blocks


def _begins_with_card(blocks: tuple[Block, ...]) -> bool:
    """Check whether a page begins with a section that begins with a care card."""
    kinds = [type(block) for block in blocks[:2]]
    return kinds == [Heading, CareCard]
