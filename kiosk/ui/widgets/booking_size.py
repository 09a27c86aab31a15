"""The sizes of the booking page: it takes the largest that fits its screen."""

from msgspec import Struct

from kiosk.domain.metrics import LARGE_QR_CODE_MM, SMALLER_QR_CODES_MM
from kiosk.ui.style.names import TextStyle


class BookingSize(Struct, frozen=True):
    """How wide the code is, how much stands beside it, and how close together.

    `sections` are those of the page's body; `week`: the hours of the whole week, or
    of today alone. A `tight` one has less room at its edges; with a `small_title`
    the title does not grow, in a `small` one no words do. `explained`: what to do with
    the code is said in words, too.
    """

    code_mm: float
    sections: int = 0
    week: bool = False
    tight: bool = False
    explained: bool = True
    small_title: bool = False
    small: bool = False

    @property
    def title(self) -> TextStyle:
        """The style of the title."""
        if self.small or self.small_title:
            return TextStyle.COMPACT_HEADING
        return TextStyle.SECTION if self.tight else TextStyle.TITLE

    @property
    def number(self) -> TextStyle:
        """The style of the phone number."""
        if self.small:
            return TextStyle.COMPACT_HEADING
        return TextStyle.PART if self.tight else TextStyle.SECTION

    @property
    def heading(self) -> TextStyle:
        """The style of the other headings."""
        return TextStyle.COMPACT_HEADING if self.small else TextStyle.PART

    @property
    def body(self) -> TextStyle:
        """The style of text."""
        return TextStyle.COMPACT if self.small else TextStyle.BODY

    @property
    def strong(self) -> TextStyle:
        """The style of the address and of today's hours."""
        return TextStyle.COMPACT_HEADING if self.small else TextStyle.ADDRESS


def booking_sizes(sections: int) -> tuple[BookingSize, ...]:
    """Return the sizes of the page, the largest first."""
    full = (
        BookingSize(LARGE_QR_CODE_MM, number, week=True)
        for number in range(sections, -1, -1)
    )
    middle, least = SMALLER_QR_CODES_MM
    less = (
        BookingSize(LARGE_QR_CODE_MM),
        BookingSize(middle),
        BookingSize(least, tight=True),
        BookingSize(least, tight=True, explained=False),
        BookingSize(least, tight=True, explained=False, small_title=True),
        BookingSize(least, tight=True, explained=False, small=True),
    )
    return (*full, *less)
