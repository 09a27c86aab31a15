"""How the window is laid out at the size it has."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.metrics import DOCKED_CODE_MM, GAP_MM, TOUCH_MM, Metrics


class Rail(Enum):
    """How the tabs stand: the columns of the rail and its width in millimetres."""

    ROWS = (1, 86.0)
    TILES = (2, 98.0)
    NARROW = (1, 54.0)

    @property
    def columns(self) -> int:
        """How many tabs stand side by side."""
        return self.value[0]

    @property
    def width_mm(self) -> float:
        """How wide the rail is."""
        return self.value[1]


_STRIP_AND_BAR_MM = 55.0
_DOCK_MM = DOCKED_CODE_MM * 1.4 + 2 * GAP_MM
_NARROW_BELOW_MM = 240.0


@dataclass(frozen=True, slots=True)
class Shape:
    """Portrait or not, and the rail that fits.

    Ten tabs of 20 mm, 3 mm apart, above a 40 mm code need 345 mm of height. Where
    there is less, a landscape screen has its tabs in two columns, and a portrait one
    has narrow tabs with the code beside the controls.
    """

    portrait: bool
    rail: Rail

    @classmethod
    def of(cls, size_px: tuple[int, int], tabs: int, metrics: Metrics) -> "Shape":
        """Return the shape for a window of `size_px` with so many tabs."""
        width, height = (px / metrics.px_per_mm for px in size_px)
        room = height - _STRIP_AND_BAR_MM - _DOCK_MM
        fits = tabs * (TOUCH_MM + GAP_MM) <= room and width >= _NARROW_BELOW_MM
        if fits:
            return cls(portrait=height > width, rail=Rail.ROWS)
        if height > width:
            return cls(portrait=True, rail=Rail.NARROW)
        return cls(portrait=False, rail=Rail.TILES)
