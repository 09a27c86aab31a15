"""Every length of the views, in millimetres: spacing, margins, icons and sizes.

The sizes of touch targets and codes are in `kiosk.domain.metrics`, which turns
millimetres into pixels.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QMargins

from kiosk.domain.metrics import GAP_MM, TOUCH_MM


class Space(float, Enum):
    """The room between two widgets."""

    TINY = 1.0
    SMALL = 2.0
    CARD_LINES = 2.4
    GAP = GAP_MM
    BLOCKS = 3.4
    MEDIUM = 4.0
    TILES = 5.0
    LARGE = 6.0
    COLUMNS = 8.0
    STEPS = 10.0


class IconSize(float, Enum):
    """The height of an icon."""

    MORE = 7.0
    CONTROL = 8.0
    MARK = 9.0
    CHOICE = 12.0
    TILE = 17.0
    EMERGENCY = 22.0
    SLIDE = 52.0


@dataclass(frozen=True, slots=True)
class Margins:
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

    def in_px(self, px: Callable[[float], int]) -> QMargins:
        """Return the margins in pixels; `px` is the method of `Metrics`."""
        return QMargins(px(self.left), px(self.top), px(self.right), px(self.bottom))


PAGE_MARGINS = Margins.same(11.0, 8.0)
CHECKLIST_MARGINS = Margins.same(8.0)
SCREEN_MARGINS = Margins.same(14.0, 8.0)
QR_CODE_VIEW_MARGINS = Margins(14.0, 8.0, 14.0, 10.0)
EMERGENCY_MARGINS = Margins(14.0, 8.0, 14.0, 4.0)
EMERGENCY_FOOT_MARGINS = Margins(14.0, 3.0, 14.0, 6.0)
SAY_MARGINS = Margins.same(7.0, 6.0)
STRIP_MARGINS = Margins.same(7.0, 3.6)
CARD_HEAD_MARGINS = Margins.same(5.0, 3.4)
CARD_BODY_MARGINS = Margins(6.0, 3.6, 6.0, 4.4)
ADVICE_MARGINS = Margins.same(4.0)
ADVICE_BELOW_MARGINS = Margins.same(4.0, 2.0)
BUTTON_MARGINS = Margins.same(5.0, 3.0)
ICON_ABOVE_MARGINS = Margins.same(1.0, 0.8)
TICK_ROW_MARGINS = Margins.same(4.0, 3.0)
LARGE_QR_CODE_MARGINS = Margins.same(4.0)
DOCKED_QR_CODE_MARGINS = Margins.same(0.8)
DOCK_MARGINS = Margins(4.0, 2.0, 3.0, 4.0)
NOTICE_MARGINS = Margins(9.0, 9.0, 9.0, 16.0)
QUESTION_MARGINS = Margins.same(8.0)
STAFF_MARGINS = Margins.same(9.0)
STAFF_PANEL_MARGINS = Margins.same(6.0)
STAFF_FACTS_MARGINS = Margins.same(5.0, 3.0)
SCREEN_TEST_MARGINS = Margins.same(30.0)

PICTURE_MM = 88.0
PICTURE_BESIDE_MM = 82.0
PICTURE_NARROW_MM = 52.0
SIGN_MM = 12.0
ANSWER_SIGN_MM = 14.0
TICK_BOX_MM = 9.0
TICK_MM = TICK_BOX_MM * 0.8

TALLEST_TILE_MM = 54.0
TALLEST_TAB_MM = 32.0
SMALLEST_CONTROL_MM = 22.0
BESIDE_CONTROL_WORD_MM = 3.0
CLINIC_NAME_MM = 40.0
PROMISE_MM = 90.0
ADVICE_WIDTH_MM = 112.0
TALLEST_ADVICE_MM = 110.0
LEAST_ADVICE_MM = 2 * TOUCH_MM + 5 * GAP_MM
"""Two touch targets, a button of the card and the one that scrolls, with gaps."""

SLIDE_WIDTH_MM = 260.0
SLIDE_EDGE_MM = 8.0
SLIDE_LANGUAGE_MM = 46.0
BEGIN_MM = 24.0
NOTICE_WIDTH_MM = 210.0
COUNTDOWN_MM = 34.0
PIN_KEY_MM = 22.0
PIN_DOTS_MM = 10.0
LEAST_UNUSED_MM = 30.0
"""Lower room above a lowered screen is left empty: a name would be cut off."""
