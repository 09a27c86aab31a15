"""How the window is laid out at the size it has."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.metrics import DOCKED_CODE_MM, GAP_MM, TOUCH_MM, Metrics


class Rail(Enum):
    """How the tabs stand: in rows or tiles at the side, or a few of them on top."""

    ROWS = 1
    TILES = 2
    NARROW = 3
    MENU = 4

    @property
    def columns(self) -> int:
        """How many tabs stand side by side."""
        return 1 if self in (Rail.ROWS, Rail.NARROW) else 2

    @property
    def is_at_side(self) -> bool:
        """Tell whether every page has its tab, beside the page that is open."""
        return self is not Rail.MENU


_STRIP_AND_BAR_MM = 68.0
_DOCK_MM = DOCKED_CODE_MM * 1.4 + 2 * GAP_MM
_NARROW_BELOW_MM = 240.0
_LEAST_MM = {Rail.ROWS: 86.0, Rail.TILES: 98.0, Rail.NARROW: 54.0, Rail.MENU: 0.0}
_BESIDE_WORD_MM = {Rail.ROWS: 27.0, Rail.TILES: 10.0, Rail.NARROW: 10.0}
_MOST_OF_WIDTH = 0.4
_ICON_AND_EDGES_MM = 10.0


@dataclass(frozen=True, slots=True)
class Shape:
    """Portrait or not, and the rail that fits, `rail_mm` wide.

    Ten tabs of 20 mm, 3 mm apart, above a 40 mm code need 345 mm of height. Where
    there is less, a landscape screen has its tabs in two columns, and a portrait one
    has narrow tabs with the code beside the controls. Where the words of the tabs are
    too large for that, all tabs are tiles of the first page, and only the way there
    stays on every page.
    """

    portrait: bool
    rail: Rail
    rail_mm: float = 0.0

    @classmethod
    def of(
        cls, size_px: tuple[int, int], tabs: int, metrics: Metrics, word_mm: float = 0.0
    ) -> "Shape":
        """Return the shape for a window of `size_px` with so many tabs.

        `word_mm` is how wide the longest word of the tabs is.
        """
        width, height = (px / metrics.px_per_mm for px in size_px)
        portrait = height > width
        room = _Room(width, height, tabs, metrics.text_mm("body") * 1.3, word_mm)
        candidates = (Rail.ROWS, Rail.NARROW if portrait else Rail.TILES)
        rail = next((rail for rail in candidates if room.fits(rail)), Rail.MENU)
        return cls(portrait, rail, room.width_of(rail))


@dataclass(frozen=True, slots=True)
class _Room:
    """What there is room for, in millimetres; `line` is the height of a tab's line."""

    width: float
    height: float
    tabs: int
    line: float
    word: float

    def width_of(self, rail: Rail) -> float:
        if rail is Rail.MENU:
            return 0.0
        beside = _BESIDE_WORD_MM[rail]
        return max(_LEAST_MM[rail], rail.columns * (self.word + beside))

    def fits(self, rail: Rail) -> bool:
        if self.width_of(rail) > self.width * _MOST_OF_WIDTH:
            return False
        if rail is Rail.ROWS and self.width < _NARROW_BELOW_MM:
            return False
        rows = -(-self.tabs // rail.columns)
        return rows * (self._tab_height(rail) + GAP_MM) <= self._room_for(rail)

    def _tab_height(self, rail: Rail) -> float:
        if rail is Rail.ROWS:
            return max(TOUCH_MM, self.line + 2 * GAP_MM)
        return max(TOUCH_MM, self.line + _ICON_AND_EDGES_MM)

    def _room_for(self, rail: Rail) -> float:
        """Return the height left; narrow tabs have the code below all of the page."""
        if rail is Rail.TILES:
            return self.height - _STRIP_AND_BAR_MM / 2 - _DOCK_MM
        return self.height - _STRIP_AND_BAR_MM - _DOCK_MM
