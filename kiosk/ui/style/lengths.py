"""Every length of the views, in millimetres: spacing, margins, icons and sizes.

The sizes of touch targets and codes are in `kiosk.domain.metrics`, which turns
millimetres into pixels.
"""

from collections.abc import Callable
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QMargins

from kiosk.domain.metrics import GAP_MM


class Space(float, Enum):
    """The room between two widgets, or inside the edge of one. There is no other."""

    HAIR = 1.5
    GAP = GAP_MM
    SMALL = 6.0
    MEDIUM = 9.0
    LARGE = 12.0
    XL = 15.0
    XXL = 18.0
    HUGE = 24.0


class IconSize(float, Enum):
    """The height of an icon."""

    MORE = 7.0
    CONTROL = 8.0
    MARK = 9.0
    CHOICE = 12.0
    TILE = 17.0
    EMERGENCY = 22.0


class Margins(Struct, frozen=True):
    """Room inside the four edges of a frame."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def same(cls, across: float, down: float | None = None) -> "Margins":
        """Return margins that are the same left and right, and above and below."""
        down = across if down is None else down
        return cls(across, down, across, down)

    def in_px(self, px: Callable[[float], int], *, mirrored: bool = False) -> QMargins:
        """Return the margins in pixels; `px` is the method of `Metrics`.

        They are `mirrored` for text from right to left: Qt's layouts mirror none.
        """
        sides = (self.right, self.left) if mirrored else (self.left, self.right)
        edges = (sides[0], self.top, sides[1], self.bottom)
        return QMargins(*(px(mm) if mm else 0 for mm in edges))


_NONE = 0.0

PAGE_MARGINS = Margins.same(Space.LARGE, Space.SMALL)
FITTED_PAGE_MARGINS = Margins.same(Space.LARGE, Space.HAIR)
FITTED_MARGINS = Margins(_NONE, Space.GAP, _NONE, Space.HAIR)
CONTACT_MARGINS = Margins.same(Space.SMALL, Space.GAP)
CHECKLIST_MARGINS = Margins.same(Space.MEDIUM, Space.GAP)
CHECKLIST_HEAD_MARGINS = Margins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.GAP)
SIGN_MARGINS = Margins.same(Space.GAP, _NONE)
SECTION_MARGINS = Margins(Space.HAIR, Space.SMALL, Space.MEDIUM, Space.SMALL)
SCREEN_MARGINS = Margins.same(Space.XL, Space.MEDIUM)
QR_CODE_VIEW_MARGINS = Margins.same(Space.XL, Space.MEDIUM)
EMERGENCY_MARGINS = Margins(Space.XL, Space.MEDIUM, Space.XL, Space.GAP)
EMERGENCY_TIGHT_MARGINS = Margins.same(Space.SMALL, Space.GAP)
EMERGENCY_FOOT_MARGINS = Margins(Space.XL, Space.GAP, Space.XL, Space.SMALL)
SAY_MARGINS = Margins.same(Space.SMALL)
STRIP_MARGINS = Margins.same(Space.SMALL, Space.HAIR)
URGENT_NOTICE_MARGINS = Margins.same(Space.LARGE, Space.GAP)
STRIP_BUTTON_MARGINS = Margins(STRIP_MARGINS.left, _NONE, Space.GAP, _NONE)
STRIP_END_MARGINS = Margins(_NONE, _NONE, STRIP_MARGINS.right, _NONE)
ONE_LINE_MARGINS = Margins.same(Space.GAP, _NONE)
ROW_TAB_MARGINS = Margins.same(Space.SMALL, _NONE)
TILE_TAB_MARGINS = Margins.same(_NONE)
CARD_HEAD_MARGINS = Margins.same(Space.SMALL, Space.GAP)
CARD_BODY_MARGINS = Margins.same(Space.SMALL, Space.GAP)
ADVICE_MARGINS = Margins.same(Space.GAP)
ADVICE_BELOW_MARGINS = Margins.same(Space.MEDIUM, Space.HAIR)
CHIP_MARGINS = Margins.same(Space.GAP)
BUTTON_MARGINS = Margins.same(Space.SMALL, Space.GAP)
ICON_ABOVE_MARGINS = Margins.same(Space.HAIR, _NONE)
HELP_CONTROL_MARGINS = Margins.same(Space.GAP, _NONE)
SOURCE_MARGINS = Margins(
    BUTTON_MARGINS.left + IconSize.MARK + Space.GAP, Space.GAP, Space.SMALL, Space.GAP
)
"""The words begin where those of a button begin, beside its icon."""
TICK_ROW_MARGINS = Margins.same(Space.SMALL, Space.GAP)
LARGE_QR_CODE_MARGINS = Margins.same(Space.GAP)
ATTRACT_MARGINS = Margins.same(Space.HUGE, Space.SMALL)
NOTICE_MARGINS = Margins(Space.MEDIUM, Space.MEDIUM, Space.MEDIUM, Space.XL)
QUESTION_MARGINS = Margins.same(Space.MEDIUM)
STAFF_MARGINS = Margins.same(Space.MEDIUM)
STAFF_PANEL_MARGINS = Margins.same(Space.SMALL)
STAFF_FACTS_MARGINS = Margins.same(Space.SMALL, Space.GAP)
SCREEN_TEST_MARGINS = Margins.same(Space.HUGE)

PICTURE_MM = 88.0
LEAST_PICTURE_MM = 36.0
SECTIONS_MM = 80.0
POSITION_BAR_MM = 0.75
CHIPS_EACH_MM = 100.0
"""A row of chips for so many millimetres of a page's height."""
PICTURE_BESIDE_MM = 82.0
PICTURE_NARROW_MM = 52.0
SIGN_MM = 12.0
ANSWER_SIGN_MM = 14.0
TICK_BOX_MM = 9.0
TICK_MM = TICK_BOX_MM * 0.8

LEAST_FIGURE_MM = 113.0
"""What can be touched in it is then 3 mm apart."""
WIDEST_MAP_TILE_MM = 118.0
MAP_LINE_MM = 0.9
MAP_DOT_MM = 5.4

TALLEST_TAB_MM = 30.0
SQUARE_TOLERANCE_MM = 0.05
"""How much smaller than a phone needs a square of a code may be: pixels are whole."""

LEAST_CLINIC_NAME_MM = 36.0
LONGEST_ROW_WORDS_MM = 72.0

NARROW_EMERGENCY_MM = 260.0
SLIDE_LANGUAGE_MM = 46.0
BEGIN_MM = 24.0
NOTICE_WIDTH_MM = 210.0
COUNTDOWN_MM = 34.0
PIN_KEY_MM = 22.0
PIN_DOTS_MM = 10.0
