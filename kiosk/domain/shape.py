"""How the window is laid out at the size it has."""

from dataclasses import dataclass

from kiosk.domain.metrics import DOCKED_CODE_MM, GAP_MM, TOUCH_MM, Metrics

_STRIP_AND_BAR_MM = 55.0
_DOCK_MM = DOCKED_CODE_MM * 1.4 + 2 * GAP_MM


@dataclass(frozen=True, slots=True)
class Shape:
    """Portrait or not, and in how many columns the tabs stand.

    Ten tabs of 20 mm, 3 mm apart, above a 40 mm code need about 345 mm: more than
    most landscape screens have. There the tabs stand in two columns.
    """

    portrait: bool
    rail_columns: int

    @classmethod
    def of(cls, size_px: tuple[int, int], tabs: int, metrics: Metrics) -> "Shape":
        """Return the shape for a window of `size_px` with so many tabs."""
        width, height = size_px
        room = height / metrics.px_per_mm - _STRIP_AND_BAR_MM - _DOCK_MM
        fits = tabs * (TOUCH_MM + GAP_MM) <= room
        return cls(portrait=height > width, rail_columns=1 if fits else 2)
