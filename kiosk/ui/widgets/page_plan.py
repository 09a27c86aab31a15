"""Where a page's list of sections and its picture have room."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QSize

from kiosk.ui.style import text_measure
from kiosk.ui.style.lengths import (
    CHIPS_EACH_MM,
    LEAST_PICTURE_MM,
    PAGE_MARGINS,
    PICTURE_NARROW_MM,
    SECTION_MARGINS,
    SECTIONS_MM,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.widgets.more_button import LONGEST_SECTION
from kiosk.ui.widgets.section_list import SectionList

_LETTERS_BESIDE = 60
"""The letters a line must have room for, or nothing is beside it: less and the signs
would no longer be in two columns.
"""
_LETTERS_BESIDE_PICTURE = 30

_SAMPLE = "Botox can weaken a muscle near the one it was meant for."


class PagePlan(Struct, frozen=True):
    """The list of sections, if there is room for one, and the picture's place.

    A list that `is_beside` the text is `side_width` pixels wide; above it there is room
    for a picture of `picture_mm`, or none. Lengths are in pixels but for that.
    """

    text_width: int
    sections: SectionList | None = None
    is_beside: bool = False
    side_width: int = 0
    picture_mm: float = 0.0
    is_picture_in_head: bool = False

    @property
    def has_picture(self) -> bool:
        """Whether the picture is beside the text or its head."""
        return self.is_picture_in_head or self.picture_mm > 0

    @classmethod
    def fitting(
        cls, size: QSize, names: Sequence[str], look: Look, *, chip_rows: int
    ) -> "PagePlan":
        """Return the plan for a page of a size, whose sections have these names.

        Chips are in so many rows at most.
        """
        px = look.metrics.px
        width = size.width() - px(PAGE_MARGINS.left) - px(PAGE_MARGINS.right)
        letter = text_measure.letter_px(look, _SAMPLE)
        if look.metrics.is_large:
            return cls(width)
        if plan := cls._beside(size, width, names, look, _LETTERS_BESIDE * letter):
            return plan
        beside_picture = width - px(PICTURE_NARROW_MM + Space.SMALL)
        in_head = beside_picture >= _LETTERS_BESIDE_PICTURE * letter
        rows = min(chip_rows, int(size.height() / px(CHIPS_EACH_MM)))
        chips = None
        if len(names) > 1 and rows and max(map(len, names)) <= LONGEST_SECTION:
            chips = SectionList.in_chips(names, look, width, rows)
        return cls(width, chips, is_picture_in_head=in_head)

    @classmethod
    def _beside(
        cls, size: QSize, width: int, names: Sequence[str], look: Look, letters: float
    ) -> "PagePlan | None":
        """Return a plan with the list of sections in a column, if there is room."""
        px = look.metrics.px
        side = px(SECTIONS_MM)
        text = width - side - px(SECTION_MARGINS.left + SECTION_MARGINS.right)
        height = size.height() - px(SECTION_MARGINS.top + SECTION_MARGINS.bottom)
        if look.metrics.is_portrait or text < letters or len(names) < 2:
            return None
        rows = [text_measure.button_height(name, look, side) for name in names]
        left = height - sum(rows) - (len(rows) - 1) * px(Space.GAP)
        if left < 0:
            return None
        picture = (left - px(Space.SMALL)) / look.metrics.px_per_mm
        picture = min(picture, SECTIONS_MM - Space.LARGE)
        fits = picture >= LEAST_PICTURE_MM
        return cls(
            text,
            SectionList.in_column(names, look),
            is_beside=True,
            side_width=side,
            picture_mm=picture if fits else 0.0,
            is_picture_in_head=not fits,
        )
