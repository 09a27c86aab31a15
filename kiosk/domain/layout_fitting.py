"""Find the layout that fits a window.

Everything to touch is 20 mm or more; the page has the rest. On a small screen the
tabs shrink first: to icons above their words, then to icons alone.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.domain.layout import (
    Box,
    LayoutNeeds,
    Rail,
    ReachableArea,
    ScreenLayout,
    TabNeeds,
)
from kiosk.domain.metrics import BAR_MM, DOCKED_CARD_MM, GAP_MM, TOUCH_MM, Metrics

_COLUMNS_IN_PORTRAIT = 4
_LEAST_ROW_MM = 82.0
_BESIDE_CODE_MM = 24.0
"""A card so much wider than its code has its words beside the code."""

_USUAL_NEEDS = LayoutNeeds()
_WIDE = 1.7
_LEAST_SHARES = {True: 0.64, False: 0.55}
"""How much of the glass is page: of a screen as wide as a film, and of another."""

_WAYS = (
    (Rail.ROWS, True),
    (Rail.TILES, True),
    (Rail.ROWS, False),
    (Rail.TILES, False),
    (Rail.ICONS, False),
)
"""How tabs can be drawn, the best first, and if their words may be enlarged."""


def layout_of(
    size_px: tuple[int, int],
    tabs: int,
    metrics: Metrics,
    needs: LayoutNeeds = _USUAL_NEEDS,
    reach: ReachableArea | None = None,
) -> ScreenLayout:
    """Return the layout for a window of `size_px` with so many tabs.

    It is the first that leaves the page its share of the glass, else the one that
    leaves it most; one with a code, if any such fits.
    """
    window = _Window(size_px, tabs, metrics, needs, reach)
    layout = window.best_layout()
    return layout.mirrored() if reach and reach.tabs_at_right else layout


class _Window:
    """The room in a window in pixels; the tabs are at the left."""

    def __init__(
        self,
        size_px: tuple[int, int],
        tabs: int,
        metrics: Metrics,
        needs: LayoutNeeds,
        reach: ReachableArea | None,
    ) -> None:
        self._width, self._height = size_px
        self._tabs, self._needs = tabs, needs
        self._px, self._is_large = metrics.px, metrics.is_large
        self._gap, self._touch = self._px(GAP_MM), self._px(TOUCH_MM)
        self._strip = Box(0, 0, self._width, self._px(needs.strip))
        reached = self._reached(reach, metrics.px_per_mm)
        self._left, self._right = reached.left, reached.right
        self._highest, self._bottom = reached.top, reached.bottom
        self._top = max(self._highest, self._strip.bottom)
        self._bar_top = self._bottom - self._px(BAR_MM)

    def best_layout(self) -> ScreenLayout:
        """Return the best layout that fits."""
        least = _LEAST_SHARES[self._width / self._height >= _WIDE]
        for code in () if self._is_large else (True, False):
            fitting = list(self._fitting(code=code))
            enough = (layout for layout in fitting if layout.page_share >= least)
            if best := next(enough, None):
                return best
            if fitting:
                return max(fitting, key=lambda layout: layout.page_share)
        return self._without_tabs()

    def _reached(self, reach: ReachableArea | None, px_per_mm: float) -> Box:
        if not reach:
            return Box(0, 0, self._width, self._height)
        area = reach.area
        edges = (area.left, area.top, area.width, area.height)
        box = Box(*(round(edge * px_per_mm) for edge in edges))
        if reach.tabs_at_right:
            box = box._replace(left=self._width - box.right)
        return box

    def _fitting(self, *, code: bool) -> Iterator[ScreenLayout]:
        """Yield every layout with tabs that fits, the best first."""
        lay_out = self._in_portrait if self._is_portrait else self._in_landscape
        for rail, enlarged in _WAYS:
            needs = self._needs.wanted if enlarged else self._needs.usual
            if layout := lay_out(rail, needs, code=code):
                yield replace(layout, enlarged=enlarged)

    @property
    def _is_portrait(self) -> bool:
        return self._height > self._width

    def _in_landscape(
        self, rail: Rail, needs: TabNeeds, *, code: bool
    ) -> ScreenLayout | None:
        """Return the layout with tabs at the side, and the code below them."""
        gap, columns = self._gap, 1 if rail is Rail.ROWS else 2
        width = self._rail_width(rail, needs)
        height = self._code_height(width - 2 * gap) if code else self._touch
        inside = width - (gap if rail is Rail.ROWS else 2 * gap)
        room = self._bottom - self._top - 3 * gap - height
        if self._tabs_height(rail, needs, columns) > room:
            return None
        return replace(
            self._around(width, self._bar_top),
            rail=rail,
            columns=columns,
            has_qr_code=code,
            side=Box(0, self._strip.bottom, width, self._height - self._strip.bottom),
            tabs=Box(gap, self._top + gap, inside, room),
            code=Box(gap, self._bottom - gap - height, width - 2 * gap, height),
        )

    def _in_portrait(
        self, rail: Rail, needs: TabNeeds, *, code: bool
    ) -> ScreenLayout | None:
        """Return the layout with tabs above the bar, and the code beside them."""
        if rail is Rail.ROWS:
            return None
        gap, columns = self._gap, max(1, min(self._tabs, _COLUMNS_IN_PORTRAIT))
        card = self._px(DOCKED_CARD_MM) if code else self._touch
        inside = self._right - self._left - card - 3 * gap
        if columns * (self._tab_width(rail, needs) + gap) > inside + gap:
            return None
        least = card + self._px(self._needs.caption) if code else self._touch
        height = max(least, self._tabs_height(rail, needs, columns))
        top = self._bar_top - gap - height
        side = Box(0, top - gap, self._width, self._bar_top - top + gap)
        return replace(
            self._around(0, side.top),
            rail=rail,
            columns=columns,
            has_qr_code=code,
            side=side,
            tabs=Box(self._left + gap, top, inside, height),
            code=Box(self._right - gap - card, top, card, height),
        )

    def _without_tabs(self) -> ScreenLayout:
        """Return the layout whose pages are tiles of the first one."""
        if not self._is_portrait:
            return self._around(0, self._bar_top)
        gap, row = self._gap, self._needs.wanted.row_height
        height = max(self._touch, self._px(row))
        top = self._bar_top - height - gap
        inside = self._right - self._left - 2 * gap
        return replace(
            self._around(0, top),
            side=Box(0, top, self._width, height + gap),
            tabs=Box(self._left + gap, top + gap, inside, height),
            columns=2,
        )

    def _around(self, beside: int, page_bottom: int) -> ScreenLayout:
        """Return the layout of strip, page and bar, with so much beside them."""
        gap, left = self._gap, max(self._left, beside) + self._gap
        width, top, bar = self._width - beside, self._strip.bottom, self._bar_top
        across = self._right - self._left
        return ScreenLayout(
            portrait=self._is_portrait,
            rail=Rail.MENU,
            strip=self._strip,
            page=Box(beside, top, width, page_bottom - top),
            bar=Box(beside, bar, width, self._height - bar),
            controls=Box(left, bar + gap, self._right - gap - left, self._touch),
            reach=Box(self._left, self._highest, across, bar - self._highest),
        )

    def _rail_width(self, rail: Rail, needs: TabNeeds) -> int:
        if rail is Rail.ROWS:
            return self._px(max(_LEAST_ROW_MM, needs.row) + GAP_MM)
        return 2 * self._tab_width(rail, needs) + 3 * self._gap

    def _tab_width(self, rail: Rail, needs: TabNeeds) -> int:
        return max(self._touch, self._px(needs.tile) if rail is Rail.TILES else 0)

    def _tabs_height(self, rail: Rail, needs: TabNeeds, columns: int) -> int:
        heights = {Rail.ROWS: needs.row_height, Rail.TILES: needs.tile_height}
        tab = max(self._touch, self._px(heights.get(rail, 0.0)))
        return -(-self._tabs // columns) * (tab + self._gap) - self._gap

    def _code_height(self, width: int) -> int:
        """Return how high the card of the small code is at a width."""
        card = min(width, self._px(DOCKED_CARD_MM))
        beside = width - card >= self._px(_BESIDE_CODE_MM)
        return card if beside else card + self._px(self._needs.caption)
