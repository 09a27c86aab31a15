"""How much of the screen each reach uses: all of it, or a lower or narrower part.

Section 508, 407.8 and ADA 308: controls are 380 to 1220 mm above the floor.
"""

from msgspec import Struct

from kiosk.domain.preferences import Reach

LOWEST_MM = 380.0
HIGHEST_MM = 1220.0

_USUAL_SHARE = 2 / 3
_SHORTEST_MM = 185.0
_ARM_MM = 420.0


class Area(Struct, frozen=True):
    """A rectangle on the screen in millimetres from its left top corner."""

    left: float
    top: float
    width: float
    height: float


def area_for(
    reach: Reach, size_mm: tuple[float, float], lower_edge_mm: float = 0.0
) -> Area:
    """Return the part of the screen that a visit is drawn in.

    `lower_edge_mm` is how high above the floor the picture's lower edge is, or 0 where
    it is not measured: then the lower part of the screen is taken. For one hand it is
    no wider than an arm moves from the elbow, at that hand's side. It is never less
    high than 185 mm, in which everything still fits.
    """
    width, height = size_mm
    if reach is Reach.USUAL:
        return Area(0.0, 0.0, width, height)
    top, bottom = height * (1 - _USUAL_SHARE), height
    if lower_edge_mm:
        above = lower_edge_mm + height
        top, bottom = above - HIGHEST_MM, above - max(LOWEST_MM, lower_edge_mm)
    bottom = min(height, max(bottom, _SHORTEST_MM))
    top = max(0.0, min(top, bottom - _SHORTEST_MM))
    wide = width if reach is Reach.LOWER else min(width, _ARM_MM)
    left = width - wide if reach is Reach.RIGHT else 0.0
    return Area(left, top, wide, bottom - top)
