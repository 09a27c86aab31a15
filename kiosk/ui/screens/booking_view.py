"""The booking page: a code to scan, its address in words, the phone, the hours."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.content.blocks import Block, Link
from kiosk.content.pages import Page
from kiosk.content.placeholders import fill
from kiosk.domain.metrics import LARGE_QR_CODE_MM
from kiosk.domain.opening_hours import CLOSED
from kiosk.domain.triage import Level
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import LARGE_QR_CODE_MARGINS, PAGE_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.block_renderer import BlockRenderer
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.qr_code import QrCode


class BookingView(QWidget):
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
        super().__init__()
        self._context = context
        px = context.look.metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        column.addWidget(labels.heading(page.title, TextStyle.TITLE))
        if not may_book:
            column.addWidget(self._help_first())
        column.addWidget(labels.plain(page.summary, TextStyle.LEAD))
        direction = QBoxLayout.Direction
        row = QBoxLayout(direction.TopToBottom if portrait else direction.LeftToRight)
        row.setSpacing(px(Space.MEDIUM))
        if context.clinic.booking.is_set_up and may_book:
            address = context.clinic.booking.address(page.id)
            row.addLayout(_cornered(self._code(address)))
        row.addLayout(self._contact(), 1)
        column.addLayout(row)
        renderer = BlockRenderer(
            context.look, self.qr_code_requested.emit, side_by_side=not portrait
        )
        renderer.fill(column, blocks)
        column.addStretch(1)

    def _help_first(self) -> CareCardView:
        pack, look = self._context.pack, self._context.look
        advice = pack.advice[Level.EMERGENCY]
        lines = (pack.strings.no_code_now, *advice.lines)
        body: list[QWidget] = [labels.plain("\n".join(lines), TextStyle.BODY)]
        return CareCardView(Level.EMERGENCY, advice.heading, body, look)

    def _code(self, address: str) -> QFrame:
        look, strings = self._context.look, self._context.pack.strings
        card = QFrame()
        set_role(card, Role.LARGE_QR_CODE)
        column = QVBoxLayout(card)
        px = look.metrics.px
        column.setContentsMargins(LARGE_QR_CODE_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        code = QrCode(address, LARGE_QR_CODE_MM, look.metrics)
        code.setAccessibleName(strings.booking_code)
        column.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(labels.plain(strings.scan_how, TextStyle.BODY))
        column.addWidget(labels.address(address, TextStyle.ADDRESS))
        card.setFixedWidth(code.width() + 2 * px(Space.SMALL))
        return card

    def _contact(self) -> QVBoxLayout:
        strings, clinic = self._context.pack.strings, self._context.clinic
        column = QVBoxLayout()
        column.setSpacing(self._context.look.metrics.px(Space.GAP))
        if not clinic.booking.is_set_up:
            column.addWidget(labels.plain(strings.no_code, TextStyle.BODY))
        if clinic.phone:
            text = fill(strings.call_us, {"phone": clinic.phone})
            column.addWidget(labels.plain(text, TextStyle.SECTION))
        column.addWidget(labels.plain(strings.ask_reception, TextStyle.BODY))
        if clinic.hours.as_written:
            column.addWidget(labels.heading(strings.opening_hours, TextStyle.SECTION))
            column.addLayout(self._hours())
        column.addStretch(1)
        return column

    def _hours(self) -> QGridLayout:
        """Return the hours beside their days, or below them if the words are large."""
        pack, metrics = self._context.pack, self._context.look.metrics
        grid = QGridLayout()
        grid.setSpacing(metrics.px(Space.GAP))
        grid.setColumnStretch(1, 1)
        week = self._context.clinic.hours.as_written
        for row, (day, hours) in enumerate(week.items()):
            text = pack.strings.closed if hours.strip() == CLOSED else pack.apart(hours)
            below = (2 * row + 1, 0, 1, 2) if metrics.is_large else (2 * row, 1)
            grid.addWidget(labels.plain(pack.days[day], TextStyle.BODY), 2 * row, 0)
            grid.addWidget(labels.plain(text, TextStyle.BODY), *below)
        return grid


def _cornered(card: QWidget) -> QGridLayout:
    """Keep a card to its own size, in the leading top corner of its cell."""
    grid = QGridLayout()
    grid.addWidget(card, 0, 0)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(1, 1)
    return grid
