"""How a window is laid out at its size: portrait or not, which tabs, which code."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.metrics import DOCKED_QR_CODE_MM, GAP_MM, TOUCH_MM, Metrics


class Rail(Enum):
    """How the tabs are laid out: rows or tiles at the side, or a few of them on top."""

    ROWS = 1
    TILES = 2
    NARROW = 3
    MENU = 4

    @property
    def columns(self) -> int:
        """How many tabs are side by side."""
        return 1 if self in (Rail.ROWS, Rail.NARROW) else 2

    @property
    def is_at_side(self) -> bool:
        """Whether every page has its tab, beside the page that is open."""
        return self is not Rail.MENU


_CARD_MM = DOCKED_QR_CODE_MM * 1.55
"""The code with its margin: squares are whole pixels, and on a coarse screen larger."""

_BESIDE_CARD_MM = 10.0
_DOCK_MM = _CARD_MM + 2 * GAP_MM
_SPARE_MM = 7.0
_NARROW_BELOW_MM = 240.0
_LEAST_MM = {Rail.ROWS: 94.0, Rail.TILES: 98.0, Rail.NARROW: 54.0, Rail.MENU: 0.0}
_BESIDE_WORD_MM = {Rail.ROWS: 27.0, Rail.TILES: 10.0, Rail.NARROW: 10.0}
_MOST_OF_WIDTH = 0.4
_ICON_AND_EDGES_MM = 11.0
_LANDSCAPE = ((Rail.ROWS, True), (Rail.TILES, True), (Rail.TILES, False))
_PORTRAIT = ((Rail.ROWS, True), (Rail.NARROW, False))


@dataclass(frozen=True, slots=True)
class LayoutNeeds:
    """The room for words in millimetres, in their language and at their size.

    `word` is how wide the longest word of the tabs is, `line` how high a line of them,
    `strip` how high the red-flag strip and `bars` how high the controls at the foot;
    `dock` is how wide the longest word beside the small code is.
    """

    word: float = 0.0
    line: float = 9.4
    strip: float = 17.0
    bars: float = 45.0
    dock: float = 20.0


@dataclass(frozen=True, slots=True)
class ScreenLayout:
    """Portrait or not, the rail that fits, `rail_mm` wide, and a code below it or not.

    Ten tabs of 20 mm, 3 mm apart, above a 40 mm code need 345 mm of height. Where
    there is less, a landscape screen has its tabs in two columns, and a portrait one
    has narrow tabs; where the code has no room it is on the booking page alone.
    Where the words of the tabs are too large for that, all tabs are tiles of the first
    page, and only the way there stays on every page.
    """

    portrait: bool
    rail: Rail
    rail_mm: float = 0.0
    has_qr_code: bool = False

    @classmethod
    def of(
        cls,
        size_px: tuple[int, int],
        tabs: int,
        metrics: Metrics,
        needs: LayoutNeeds = LayoutNeeds(),
    ) -> "ScreenLayout":
        """Return the layout for a window of `size_px` with so many tabs."""
        width, height = (px / metrics.px_per_mm for px in size_px)
        portrait = height > width
        room = _Room(width, height, tabs, needs)
        for rail, code in _PORTRAIT if portrait else _LANDSCAPE:
            if room.fits(rail, code=code):
                return cls(portrait, rail, room.width_of(rail), has_qr_code=code)
        return cls(portrait, Rail.MENU)


@dataclass(frozen=True, slots=True)
class _Room:
    """The room in a window, in millimetres, and what fits into it."""

    width: float
    height: float
    tabs: int
    needs: LayoutNeeds

    def width_of(self, rail: Rail) -> float:
        if rail is Rail.MENU:
            return 0.0
        beside = _BESIDE_WORD_MM[rail]
        return max(_LEAST_MM[rail], rail.columns * (self.needs.word + beside))

    def fits(self, rail: Rail, *, code: bool) -> bool:
        if self.width_of(rail) > self.width * _MOST_OF_WIDTH:
            return False
        if rail is Rail.ROWS and self.width < _NARROW_BELOW_MM:
            return False
        rows = -(-self.tabs // rail.columns)
        return rows * (self._tab_height(rail) + GAP_MM) <= self._room_for(
            rail, code=code
        )

    def _tab_height(self, rail: Rail) -> float:
        if rail is Rail.ROWS:
            return max(TOUCH_MM, self.needs.line + 2 * GAP_MM)
        return max(TOUCH_MM, self.needs.line + _ICON_AND_EDGES_MM)

    def _room_for(self, rail: Rail, *, code: bool) -> float:
        """Return the height left above or beside the bars, and above the code."""
        left = self.height - self.needs.strip - _SPARE_MM
        left -= self.needs.bars if self.height > self.width else 0
        if not code:
            return left
        beside = self.width_of(rail) - _BESIDE_CARD_MM - _CARD_MM
        return left - _DOCK_MM - (0 if self.needs.dock <= beside else self.needs.line)
