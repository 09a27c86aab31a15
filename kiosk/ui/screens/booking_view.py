"""The booking page: code, address in words, phone, desk and hours on one screen."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from kiosk.content.blocks import Block, Heading, Link
from kiosk.content.hours_in_words import HoursRow, hours_of_week, hours_today
from kiosk.content.pages import Page
from kiosk.content.placeholders import fill
from kiosk.domain.triage import Level
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    FITTED_MARGINS,
    LARGE_QR_CODE_MARGINS,
    Space,
)
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.block_renderer import BlockRenderer
from kiosk.ui.widgets.booking_size import BookingSize, booking_sizes
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.contact_card import ContactCard
from kiosk.ui.widgets.fitted_page import FittedPage
from kiosk.ui.widgets.qr_code import QrCode


class BookingView(FittedPage):
    """The booking code, or the way to help where the answers leave no time to book."""

    qr_code_requested = Signal(Link)

    def __init__(
        self,
        page: Page,
        blocks: tuple[Block, ...],
        context: ViewContext,
        *,
        portrait: bool,
        may_book: bool,
    ) -> None:
        self._page = page
        self._context = context
        self._portrait = portrait
        self._may_book = may_book
        self._sections = _sections(blocks)
        sizes = booking_sizes(len(self._sections))
        versions = [partial(self._built, size) for size in sizes]
        now = context.now()
        is_holiday = context.clinic.hours.is_holiday(now.date())
        kind = page.id, may_book, portrait, now.weekday(), is_holiday
        super().__init__(versions, context, kind)

    def _built(self, size: BookingSize) -> QWidget:
        px = self._context.look.metrics.px
        content = QWidget(self.page)
        column = QVBoxLayout(content)
        if not size.tight:
            column.setContentsMargins(FITTED_MARGINS.in_px(px))
        else:
            column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Space.GAP if size.tight else Space.SMALL))
        column.addWidget(labels.heading(self._page.title, size.title))
        if not self._may_book:
            column.addWidget(self._help_first())
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if self._portrait else way.LeftToRight)
        row.setSpacing(px(Space.SMALL if size.tight else Space.LARGE))
        if self._has_code:
            row.addLayout(self._code(size), 2)
        row.addLayout(self._contact(size), 3)
        column.addLayout(row)
        column.addStretch(1)
        return content

    @property
    def _has_code(self) -> bool:
        return self._context.clinic.booking.is_set_up and self._may_book

    def _help_first(self) -> CareCardView:
        pack, look = self._context.pack, self._context.look
        advice = pack.advice[Level.EMERGENCY]
        lines = (pack.strings.no_code_now, *advice.lines)
        body: list[QWidget] = [labels.plain("\n".join(lines), TextStyle.BODY)]
        return CareCardView(Level.EMERGENCY, advice.heading, body, look)

    def _code(self, size: BookingSize) -> QBoxLayout:
        """Return the code on its card, and the address in words below or beside it."""
        look, strings = self._context.look, self._context.pack.strings
        booking = self._context.clinic.booking
        way = QBoxLayout.Direction
        row = QBoxLayout(way.LeftToRight if self._portrait else way.TopToBottom)
        row.setSpacing(look.metrics.px(Space.SMALL))
        code = QrCode(booking.address(self._page.id), size.code_mm, look.metrics)
        code.setAccessibleName(strings.booking_code)
        start = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        row.addWidget(_white_card(code, self._context), 0, start)
        words = QVBoxLayout()
        words.setSpacing(look.metrics.px(Space.HAIR))
        if size.explained:
            words.addWidget(labels.plain(strings.scan_how, size.body))
        address = self._context.pack.apart(booking.in_words)
        words.addWidget(labels.address(address, size.strong))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _contact(self, size: BookingSize) -> QVBoxLayout:
        strings, clinic = self._context.pack.strings, self._context.clinic
        look = self._context.look
        column = QVBoxLayout()
        is_full = size.tight or size.sections
        column.setSpacing(look.metrics.px(Space.GAP if is_full else Space.SMALL))
        hours = list(self._hours(size))
        if not self._has_code and self._may_book and not clinic.phone:
            column.addWidget(labels.plain(strings.no_code, TextStyle.LEAD))
        if clinic.phone:
            phone = self._phone(size.number)
            column.addWidget(ContactCard("phone", phone, hours, look))
        ask = labels.heading(strings.ask_reception, size.heading)
        desk = list(self._desk(size.body))
        below = desk if clinic.phone else [*desk, *hours]
        column.addWidget(ContactCard("desk", ask, below, look))
        own = self._context.look_of(self._page)
        renderer = BlockRenderer(own, self.qr_code_requested.emit)
        renderer.fill(column, chain(*self._sections[: size.sections]))
        column.addStretch(1)
        return column

    def _desk(self, style: TextStyle) -> Iterator[QLabel]:
        pack, desk = self._context.pack, self._context.clinic.desk
        if desk:
            yield labels.plain(pack.apart(desk), style)

    def _phone(self, style: TextStyle) -> QLabel:
        """Return the phone number, which no line breaks."""
        pack, phone = self._context.pack, self._context.clinic.phone
        label = labels.plain(pack.apart(phone), style)
        label.setAccessibleName(fill(pack.strings.call_us, {"phone": phone}))
        label.setWordWrap(False)
        return label

    def _hours(self, size: BookingSize) -> Iterator[QWidget | QLayout]:
        """Yield the hours of the week in a row for each run of days, or today's."""
        context = self._context
        hours, now = context.clinic.hours, context.now()
        rows = list(hours_of_week(hours, now, context.pack)) if size.week else []
        today = hours_today(hours, now, context.pack)
        if today and (not rows or hours.is_holiday(now.date())):
            yield labels.plain(today, size.strong)
        if rows:
            yield self._week(rows)

    def _week(self, rows: Sequence[HoursRow]) -> QGridLayout:
        """Return the hours beside their days, or below them if the words are large."""
        metrics = self._context.look.metrics
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.px(Space.SMALL))
        grid.setVerticalSpacing(metrics.px(Space.HAIR))
        grid.setColumnStretch(1, 1)
        for row, run in enumerate(rows):
            below = (2 * row + 1, 0, 1, 2) if metrics.is_large else (2 * row, 1)
            style = TextStyle.ADDRESS if run.has_today else TextStyle.BODY
            day = labels.plain(run.days, style)
            day.setWordWrap(metrics.is_large)
            grid.addWidget(day, 2 * row, 0, 1, 2 if metrics.is_large else 1)
            grid.addWidget(labels.plain(run.hours, style), *below)
        return grid


def _white_card(code: QrCode, context: ViewContext) -> QFrame:
    card = QFrame()
    set_role(card, Role.LARGE_QR_CODE)
    px = context.look.metrics.px
    column = QVBoxLayout(card)
    column.setContentsMargins(LARGE_QR_CODE_MARGINS.in_px(px))
    column.addWidget(code, 0, Qt.AlignmentFlag.AlignCenter)
    return card


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks in one list for each heading, and what is before the first."""
    sections: list[list[Block]] = []
    for block in blocks:
        starts = isinstance(block, Heading) and not block.part
        if starts or not sections:
            sections.append([])
        sections[-1].append(block)
    return sections
