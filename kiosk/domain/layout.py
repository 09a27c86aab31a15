"""The layout of a window: where strip, tabs, small code, page and bar are.

`layout_fitting` finds the one that fits.
"""

from enum import Enum
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.metrics import TOUCH_MM
from kiosk.domain.reach import Area


class Rail(Enum):
    """How tabs are drawn: icon and word, icon above word, icon alone, or not at all."""

    ROWS = 1
    TILES = 2
    ICONS = 3
    MENU = 4


class Box(NamedTuple):
    """A part of the window in pixels from its left top corner."""

    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0

    @property
    def right(self) -> int:
        """The first pixel beside it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height


_NOWHERE = Box()


class TabNeeds(Struct, frozen=True):
    """How wide tabs are in millimetres with words of one size, and how high.

    A `row` has its icon beside the word, a `tile` above it.
    """

    row: float = 85.0
    tile: float = 40.0
    row_height: float = TOUCH_MM
    tile_height: float = 21.0


class LayoutNeeds(Struct, frozen=True):
    """The room for words in millimetres, in their language and at their size.

    `wanted` is for tabs in words of the size the visitor chose, `usual` in those of
    usual size; `strip` is how high the red-flag strip is, `caption` the words below
    the small code.
    """

    wanted: TabNeeds = TabNeeds()
    usual: TabNeeds = TabNeeds()
    strip: float = TOUCH_MM
    caption: float = 10.0


class ReachableArea(Struct, frozen=True):
    """Where an arm reaches, and if tabs are at the right of it.

    They are for languages written from there, and for the right hand.
    """

    area: Area
    tabs_at_right: bool = False


class ScreenLayout(Struct, frozen=True):
    """Where the parts of a window are, and how the tabs are drawn.

    Tabs and code are at the side of a landscape screen, and above the bar of one in
    portrait; `side` is behind both. `reach` is the part of the window above the bar
    that can be reached, and `controls` that of the bar. Tabs that are not `enlarged`
    have words of usual size. Where words are too large for tabs, all pages are tiles of
    the first one; in portrait `tabs` is then for the ways to the checklist and to
    booking, which in landscape are in the bar. `notice` is for urgent ones above the
    page.
    """

    portrait: bool
    rail: Rail
    columns: int = 0
    enlarged: bool = True
    has_qr_code: bool = False
    strip: Box = _NOWHERE
    side: Box = _NOWHERE
    tabs: Box = _NOWHERE
    code: Box = _NOWHERE
    notice: Box = _NOWHERE
    page: Box = _NOWHERE
    bar: Box = _NOWHERE
    controls: Box = _NOWHERE
    reach: Box = _NOWHERE

    @property
    def has_tabs(self) -> bool:
        """Whether every page has its tab, beside the page that is open."""
        return self.rail is not Rail.MENU

    @property
    def is_mirrored(self) -> bool:
        """Whether tabs are at the right of the page."""
        return self.side.left > self.page.left

    @property
    def page_share(self) -> float:
        """How much of the window is page, at most 1."""
        glass = self.strip.width * self.bar.bottom
        return self.page.width * self.page.height / glass

    @property
    def out_of_reach(self) -> tuple[int, int, int, int]:
        """How much of the page, at left, top, right and bottom, no arm reaches."""
        page, reach = self.page, self.reach
        edges = (
            reach.left - page.left,
            reach.top - page.top,
            page.right - reach.right,
            page.bottom - reach.bottom,
        )
        left, top, right, bottom = (max(0, edge) for edge in edges)
        return left, top, right, bottom

    def with_notice(self, height: int) -> "ScreenLayout":
        """Return it with so many pixels of the page for urgent notices above it."""
        page = self.page
        notice = page._replace(height=height)
        rest = page._replace(top=page.top + height, height=page.height - height)
        return replace(self, notice=notice, page=rest)

    def mirrored(self) -> "ScreenLayout":
        """Return it with left and right exchanged."""
        boxes = {name: getattr(self, name) for name in self.__struct_fields__}
        turned: dict[str, Any] = {
            name: box._replace(left=self.strip.width - box.right)
            for name, box in boxes.items()
            if isinstance(box, Box)
        }
        return replace(self, **turned)
