"""The ground and the edges of a widget, at rest and in its other states.

The focus ring is painted inside a widget's own edge, so that nothing moves. It is
thicker than any edge at rest; on a filled control a second ring separates it from the
fill.
"""

from enum import Flag, auto

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.metrics import Length
from kiosk.ui.style.names import Colour


class Side(Flag):
    """Sides of a box."""

    LEFT = auto()
    TOP = auto()
    RIGHT = auto()
    BOTTOM = auto()
    ALL = LEFT | TOP | RIGHT | BOTTOM


_MIRRORED = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


class Mark(Struct, frozen=True):
    """An edge at one side, which the open page's tab has."""

    side: Side
    width: Length
    line: str | None = None


class Box(Struct, frozen=True):
    """A ground of colour `fill`, and an edge of colour `line`, if it has them.

    A `mark` is in place of the edge at one side. The corners at the sides that are
    `rounded` have the `radius`. Colours are of the theme, or are the same in each.
    """

    fill: str | None = None
    line: str | None = None
    width: Length | None = None
    radius: Length | None = None
    mark: Mark | None = None
    rounded: Side = Side.ALL

    def mirrored(self) -> "Box":
        """Return the box with its left and right sides exchanged."""
        mark = self.mark
        if mark:
            mark = replace(mark, side=_MIRRORED.get(mark.side, mark.side))
        rounded = _MIRRORED.get(self.rounded, self.rounded)
        return replace(self, mark=mark, rounded=rounded)


class Change(Struct, frozen=True):
    """The fill, edge colour and edge width that replace a box's own while pressed."""

    fill: str | None = None
    line: str | None = None
    width: Length | None = None

    def applied_to(self, box: Box) -> Box:
        """Return a box with this change made to it."""
        return replace(
            box,
            fill=self.fill or box.fill,
            line=self.line or box.line,
            width=self.width or box.width,
        )


class Ring(Struct, frozen=True):
    """The ring round what has the keyboard's focus, and a second one inside it."""

    line: str = Colour.FOCUS
    width: Length = Length.RING
    inner: str | None = None
    inner_width: Length = Length.BORDER
    inner_radius: Length = Length.RADIUS_SMALL

    def around(self, box: Box) -> Box:
        """Return a box with this ring in place of its edge and its mark."""
        return replace(box, line=self.line, width=self.width, mark=None)

    def inside(self) -> Box | None:
        """Return the second ring, if there is one."""
        if not self.inner:
            return None
        return Box(None, self.inner, self.inner_width, self.inner_radius)


class Boxes(Struct, frozen=True):
    """The boxes of a widget at rest, chosen or ticked, pressed, disabled, in focus.

    Of tabs at the right the mark and the round corners are at the other side.
    """

    usual: Box
    chosen: Box | None = None
    disabled: Box | None = None
    pressed: Change = Change()
    ring: Ring = Ring()
    ring_when_chosen: Ring | None = None

    def in_state(self, *, chosen: bool, pressed: bool, disabled: bool) -> Box:
        """Return the box of a state, without a ring."""
        box = (self.chosen if chosen else None) or self.usual
        box = (self.disabled if disabled else None) or box
        return self.pressed.applied_to(box) if pressed else box

    def ring_of(self, *, chosen: bool, pressed: bool) -> Ring:
        """Return the ring of what has the focus; a finger changes its colour, too."""
        ring = (self.ring_when_chosen if chosen else None) or self.ring
        return replace(ring, line=(pressed and self.pressed.line) or ring.line)
