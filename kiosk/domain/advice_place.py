"""Where the advice stands on the checklist's screen: beside the list, below, or a line.

The list is what a visitor came for: advice that would leave it too little room is a
line of a few words, which opens the whole of it.
"""

from enum import Enum

_LIST_MM = 130.0
_PANEL_MM = 110.0
_WIDEST_PANEL_MM = 140.0
_SHARE = 0.36
_HIGH_BESIDE_MM = 195.0
_HIGH_BELOW_MM = 275.0
_LEAST_BELOW_MM = 165.0


class AdvicePlace(Enum):
    """Where the advice stands."""

    BESIDE = "beside"
    BELOW = "below"
    LINE = "line"

    @classmethod
    def of(cls, width_mm: float, height_mm: float, text_scale: float) -> "AdvicePlace":
        """Return the place for a page of this size, which must hold the list, too."""
        width, height = width_mm / text_scale, height_mm / text_scale
        if height > width:
            fits = width >= _LEAST_BELOW_MM and height >= _HIGH_BELOW_MM
            return cls.BELOW if fits else cls.LINE
        fits = width >= _LIST_MM + _PANEL_MM and height >= _HIGH_BESIDE_MM
        return cls.BESIDE if fits else cls.LINE


def panel_width_mm(page_mm: float) -> float:
    """Return how wide a panel beside a list is, of a page so wide."""
    return min(_WIDEST_PANEL_MM, max(_PANEL_MM, page_mm * _SHARE))
