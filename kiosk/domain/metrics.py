"""Turn millimetres on the glass into pixels; the sizes of touch targets and text.

Touch targets of 20 mm, 3 mm apart: Duff 2010, a kiosk study that included people
with disabilities. Capital letters of 4.8 mm: Section 508, 402.4.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

_MM_PER_INCH = 25.4
_ASSUMED_PX_PER_MM = 96 / _MM_PER_INCH
_BELIEVABLE_PX_PER_MM = (1.0, 16.0)
_SHORTEST_SIDE_MM = 185.0
_SCREEN_WIDTHS_MM = (100.0, 1500.0)  # of a telephone, and of a wall
_CAPITAL_PER_EM = 0.668  # of Atkinson Hyperlegible, measured with QFontMetricsF

TOUCH_MM = 20.0
GAP_MM = 3.0
CAPITAL_MM = 4.8
BAR_MM = TOUCH_MM + 2 * GAP_MM
DOCKED_CARD_MM = 48.0
DOCKED_QR_CODE_MM = 38.0
"""The largest code on the card; it has a white margin, and whole pixels."""

LARGE_QR_CODE_MM = 70.0
SMALLER_QR_CODES_MM = (57.0, 45.0)


class TextSize(StrEnum):
    """A size of text."""

    SMALL = "small"
    BODY = "body"
    LEAD = "lead"
    CARD_HEADING = "card_heading"
    SECTION = "section"
    TITLE = "title"
    STEP = "step"
    SHOUT = "shout"
    CONTROL = "control"
    ACTION = "action"
    STRIP = "strip"

    # Of the emergency: they do not grow, as it takes the largest that has room.
    URGENT_1 = "urgent_1"
    URGENT_2 = "urgent_2"
    URGENT_3 = "urgent_3"
    URGENT_4 = "urgent_4"
    URGENT_5 = "urgent_5"
    URGENT_6 = "urgent_6"
    URGENT_7 = "urgent_7"
    URGENT_8 = "urgent_8"


class Length(StrEnum):
    """A length of the edges of boxes, or of the room inside them."""

    BORDER = "border"
    THICK = "thick"
    RING = "ring"
    RADIUS = "radius"
    RADIUS_SMALL = "radius_small"
    ROUND = "round"
    PAD_SMALL = "pad_small"


_URGENT_EMS = {
    TextSize.URGENT_1: 1.0,
    TextSize.URGENT_2: 1.2,
    TextSize.URGENT_3: 1.45,
    TextSize.URGENT_4: 1.75,
    TextSize.URGENT_5: 2.1,
    TextSize.URGENT_6: 2.5,
    TextSize.URGENT_7: 3.0,
    TextSize.URGENT_8: 3.6,
}
_TEXT_EMS = {
    TextSize.SMALL: 1.0,
    TextSize.BODY: 1.0,
    TextSize.LEAD: 1.16,
    TextSize.CARD_HEADING: 1.16,
    TextSize.SECTION: 1.37,
    TextSize.TITLE: 1.9,
    TextSize.STEP: 1.5,
    TextSize.SHOUT: 2.5,
    TextSize.CONTROL: 1.0,
    TextSize.ACTION: 1.0,
    TextSize.STRIP: 1.0,
} | _URGENT_EMS
_PORTRAIT_EMS = _TEXT_EMS | {
    TextSize.SECTION: 1.3,
    TextSize.TITLE: 1.7,
    TextSize.SHOUT: 2.2,
}
_HALF_AS_MUCH = frozenset(
    {TextSize.SECTION, TextSize.TITLE, TextSize.STEP, TextSize.SHOUT, TextSize.STRIP}
)
"""Large text, and that of the strip, which is always visible, grows half as much as
body text; but a heading stays larger than body text. On a short screen a title grows
no more than that.
"""

_NEVER = frozenset({TextSize.CONTROL, *_URGENT_EMS})
"""The words under an icon: where there is no room, they keep their size."""

_NO_ROOM_BESIDE = 1.5
_SHORT_BELOW_MM = 230.0

_LENGTHS_MM = {
    Length.BORDER: 0.6,
    Length.THICK: 1.0,
    Length.RING: 1.6,
    Length.RADIUS: 4.0,
    Length.RADIUS_SMALL: 3.0,
    Length.ROUND: 0.49 * TOUCH_MM,
    Length.PAD_SMALL: 3.0,
}


def is_screen_width(mm: float) -> bool:
    """Return whether there are screens of this width."""
    narrowest, widest = _SCREEN_WIDTHS_MM
    return narrowest <= mm <= widest


class Metrics(Struct, frozen=True):
    """How many pixels a millimetre has on a screen, and how large its text is.

    `text_scale` is how many times as large as usual the visitor wants text. On a
    screen that `is_short` (under 230 mm) the text of controls does not grow: pages
    would have no room left. Large text is a little smaller where the screen
    `is_portrait`: a line has fewer letters there.
    """

    px_per_mm: float
    text_scale: float = 1.0
    is_short: bool = False
    is_portrait: bool = False

    @classmethod
    def of_screen(cls, size_px: tuple[int, int], width_mm: float) -> "Metrics":
        """Return the metrics of a screen whose picture is `width_mm` wide.

        A width that no screen has (many report 0), or that does not go with its
        pixels, counts as 96 dots an inch. On a screen with a side under 185 mm nothing
        would fit at full size: everything shrinks in proportion, and is not cut off.
        """
        if min(size_px) <= 0:  # a screen that is only just being connected
            return cls(_ASSUMED_PX_PER_MM)
        reported = size_px[0] / width_mm if is_screen_width(width_mm) else 0.0
        low, high = _BELIEVABLE_PX_PER_MM
        px_per_mm = reported if low <= reported <= high else _ASSUMED_PX_PER_MM
        px_per_mm = min(px_per_mm, min(size_px) / _SHORTEST_SIDE_MM)
        return cls(
            px_per_mm,
            is_short=size_px[1] / px_per_mm < _SHORT_BELOW_MM,
            is_portrait=size_px[1] > size_px[0],
        )

    def px(self, mm: float) -> int:
        """Return whole pixels, at least one, for a length in millimetres."""
        return max(1, round(mm * self.px_per_mm))

    @property
    def is_large(self) -> bool:
        """Whether text is so large that nothing fits beside it."""
        return self.text_scale > _NO_ROOM_BESIDE

    def length_px(self, length: Length) -> int:
        """Return whole pixels for a length of the edges of boxes."""
        return self.px(_LENGTHS_MM[length])

    def text_px(self, size: TextSize) -> int:
        """Return the font size in pixels of a text size."""
        return self.px(self.text_mm(size))

    def text_mm(self, size: TextSize) -> float:
        """Return the height of a line's letters, from top to foot, in millimetres."""
        return CAPITAL_MM / _CAPITAL_PER_EM * self._ems(size) * self._growth(size)

    @property
    def picture_scale(self) -> float:
        """How many times as large as usual small pictures beside text are."""
        return (1.0 + self.text_scale) / 2

    def scaled(self, text_scale: float) -> "Metrics":
        """Return the metrics of the screen with another text scale."""
        return replace(self, text_scale=text_scale)

    def _growth(self, size: TextSize) -> float:
        if size in _NEVER or (self.is_short and size is TextSize.ACTION):
            return 1.0
        if size not in _HALF_AS_MUCH:
            return self.text_scale
        if self.is_short and size is TextSize.TITLE:
            return max(1.0, self._just_above_body(size))
        least = 0.0 if size is TextSize.STRIP else self._just_above_body(size)
        return max(self.picture_scale, least)

    def _just_above_body(self, size: TextSize) -> float:
        return self.text_scale * 1.1 / self._ems(size)

    def _ems(self, size: TextSize) -> float:
        return (_PORTRAIT_EMS if self.is_portrait else _TEXT_EMS)[size]

    @property
    def lengths(self) -> Mapping[str, str]:
        """The lengths for the style sheet of rich text by name, such as `12px`."""
        return {str(length): f"{self.length_px(length)}px" for length in Length}
