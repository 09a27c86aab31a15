"""Rectangles in pixels: their overlap, the rest beside it, and their distance."""

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
        """The pixels from left to right; 0 if it is empty."""
        return max(0, self.right - self.left)

    @property
    def height(self) -> float:
        """The pixels from top to bottom; 0 if it is empty."""
        return max(0, self.bottom - self.top)

    @property
    def is_empty(self) -> bool:
        """Whether it has no pixel."""
        return self.right <= self.left or self.bottom <= self.top

    @property
    def column(self) -> "Box":
        """The same box, without an end above and below."""
        return Box(self.left, -inf, self.right, inf)

    def moved(self, x: float, y: float) -> "Box":
        """Return the box moved by so many pixels."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def intersection(self, other: "Box") -> "Box":
        """Return the part that lies in `other`."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def overlaps(self, other: "Box") -> bool:
        """Check whether they have a pixel in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def contains(self, other: "Box") -> bool:
        """Check whether all of `other` lies in it."""
        return other.intersection(self) == other

    def minus(self, other: "Box") -> "Box":
        """Return the best rectangle beside `other` that is left of this one.

        The best is the one with the longest short side: there a finger fits.
        """
        if not self.overlaps(other):
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
