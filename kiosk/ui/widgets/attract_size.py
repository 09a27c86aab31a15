"""The sizes of the attract screen, and the parts that small screens leave out."""

from msgspec import Struct

from kiosk.ui.style.names import TextStyle


class AttractSize(Struct, frozen=True):
    """The text style of the invitation, and what there is beside it.

    `drawing` is the part that the drawing has of the screen's longer side. A tight
    one has small buttons, and no promise.
    """

    invitation: TextStyle
    drawing: float = 0.4
    has_fact: bool = True
    is_tight: bool = False


SIZES = (
    AttractSize(TextStyle.INVITATION),
    AttractSize(TextStyle.TITLE),
    AttractSize(TextStyle.TITLE, drawing=0.28),
    AttractSize(TextStyle.TITLE, drawing=0.0),
    AttractSize(TextStyle.SECTION, drawing=0.0),
    AttractSize(TextStyle.SECTION, drawing=0.0, has_fact=False),
    AttractSize(TextStyle.SECTION, drawing=0.0, has_fact=False, is_tight=True),
)
"""The largest first."""
