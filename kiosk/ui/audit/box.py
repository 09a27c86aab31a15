"""Rectangles on the glass: what is left of one under another, how far they stand."""

from math import inf
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in pixels; `right` and `bottom` are just outside of it."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is; 0 if it is empty."""
        return max(0, self.right - self.left)

    @property
    def height(self) -> float:
        """How high it is; 0 if it is empty."""
        return max(0, self.bottom - self.top)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is in it."""
        return self.right <= self.left or self.bottom <= self.top

    @property
    def column(self) -> "Box":
        """Return the same, without an end above and below."""
        return Box(self.left, -inf, self.right, inf)

    def moved(self, x: float, y: float) -> "Box":
        """Return the same elsewhere."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def within(self, other: "Box") -> "Box":
        """Return what of it lies in `other`."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def meets(self, other: "Box") -> bool:
        """Tell whether they have a pixel in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Tell whether all of `other` lies in it."""
        return other.within(self) == other

    def minus(self, other: "Box") -> "Box":
        """Return the best rectangle that is left beside `other`.

        The best is the one with the longest short side: there a finger fits.
        """
        if not self.meets(other):
            return self
        beside = (
            self._replace(right=other.left),
            self._replace(left=other.right),
            self._replace(bottom=other.top),
            self._replace(top=other.bottom),
        )
        return max(beside, key=lambda box: (min(box.width, box.height), box.width))

    def gap(self, other: "Box") -> float:
        """Return the pixels from edge to edge, the longer way; 0 if they overlap."""
        across = max(self.left - other.right, other.left - self.right)
        down = max(self.top - other.bottom, other.top - self.bottom)
        return max(0, across, down)
