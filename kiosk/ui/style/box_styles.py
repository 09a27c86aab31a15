"""How the boxes of widgets look: of each role, each level's card and each label."""

from msgspec.structs import replace

from kiosk.domain.metrics import Length
from kiosk.domain.triage import Level
from kiosk.ui.style.boxes import Box, Boxes, Change, Mark, Ring, Side
from kiosk.ui.style.names import Colour, Role, TextStyle

WHITE = "#FFFFFF"
"""The ground of a code, in every theme."""
BLACK = "#000000"
"""A screen that is put away: an unlit one shines least in it."""


def _filled(colour: str, radius: Length | None = None) -> Boxes:
    return Boxes(Box(colour, radius=radius))


def _edged(fill: str, line: str, radius: Length = Length.RADIUS) -> Box:
    return Box(fill, line, Length.BORDER, radius)


_PRESSED = Change(Colour.ACCENT_SOFT, Colour.ACCENT)
_PRESSED_SOFT = Change(Colour.ACCENT_SOFT)
_PRESSED_DEEP = Change(Colour.HEADING)
_ON_ACCENT = Ring(inner=Colour.SURFACE)
_ON_BAR = Ring(Colour.FOCUS_ON_BAR)
_NARROW = Ring(width=Length.THICK)
_TICKED = _edged(Colour.ACCENT_SOFT, Colour.ACCENT, Length.RADIUS_SMALL)

_TILE = Boxes(_edged(Colour.TILE, Colour.TILE_LINE), pressed=_PRESSED)
_CHOICE = replace(
    _TILE,
    chosen=Box(Colour.ACCENT_SOFT, Colour.ACCENT, Length.THICK, Length.RADIUS),
    ring_when_chosen=_NARROW,
)
_LOUD = Boxes(
    Box(Colour.ACCENT, radius=Length.RADIUS), pressed=_PRESSED_DEEP, ring=_ON_ACCENT
)
_CHIP = Boxes(
    _edged(Colour.SURFACE, Colour.CONTROL_LINE),
    chosen=_edged(Colour.ACCENT, Colour.ACCENT),
    pressed=_PRESSED,
    ring_when_chosen=_ON_ACCENT,
)
_CONTROL = Boxes(
    _edged(Colour.CONTROL, Colour.CONTROL_EDGE),
    pressed=Change(line=Colour.ON_BAR, width=Length.RING),
    ring=_ON_BAR,
)
_FINISH = Boxes(
    _edged(Colour.ON_BAR, Colour.ON_BAR),
    pressed=Change(line=Colour.ACCENT, width=Length.RING),
    ring=Ring(inner=Colour.BAR, inner_radius=Length.RADIUS),
)
_ROW_TAB = Boxes(
    Box(radius=Length.RADIUS, mark=Mark(Side.LEFT, Length.RING), rounded=Side.LEFT),
    chosen=Box(
        Colour.SURFACE,
        radius=Length.RADIUS,
        mark=Mark(Side.LEFT, Length.RING, Colour.ACCENT),
        rounded=Side.LEFT,
    ),
    pressed=_PRESSED_SOFT,
    ring=_NARROW,
)
_TILE_TAB = Boxes(
    Box(radius=Length.RADIUS, mark=Mark(Side.TOP, Length.THICK)),
    chosen=Box(
        Colour.SURFACE,
        radius=Length.RADIUS,
        mark=Mark(Side.TOP, Length.THICK, Colour.ACCENT),
    ),
    pressed=_PRESSED_SOFT,
    ring=_NARROW,
)
_ON_EMERGENCY = _edged(Colour.EMERGENCY, Colour.ON_EMERGENCY)

BOXES = {
    Role.SHELL: _filled(Colour.SURFACE),
    Role.SESSION: _filled(Colour.PAPER),
    Role.FRAME: _filled(Colour.SURFACE),
    Role.STRIP: _filled(Colour.EMERGENCY),
    Role.URGENT_NOTICE: Boxes(
        Box(
            Colour.SAME_DAY_HEAD,
            mark=Mark(Side.BOTTOM, Length.BORDER, Colour.SAME_DAY),
        )
    ),
    Role.SIDE: Boxes(Box(Colour.RAIL, Colour.RAIL_EDGE, Length.BORDER)),
    Role.BAR: _filled(Colour.BAR),
    Role.OVERLAY: _filled(Colour.SURFACE),
    Role.EMERGENCY: _filled(Colour.EMERGENCY),
    Role.SAY: _filled(Colour.SURFACE, Length.RADIUS),
    Role.STAFF: _filled(Colour.SURFACE),
    Role.ATTRACT: _filled(Colour.PAPER),
    Role.DARK: _filled(BLACK),
    Role.VEIL: _filled(Colour.VEIL),
    Role.QUESTION: Boxes(
        Box(Colour.SURFACE, Colour.ACCENT, Length.THICK, Length.RADIUS)
    ),
    Role.DOCKED_QR_CODE: Boxes(
        Box(WHITE, radius=Length.RADIUS),
        chosen=Box(WHITE, Colour.CODE_INK, Length.THICK, Length.RADIUS),
        pressed=Change(line=Colour.CODE_INK, width=Length.THICK),
        ring=Ring(Colour.FOCUS_ON_LIGHT),
        ring_when_chosen=Ring(),
    ),
    Role.LARGE_QR_CODE: Boxes(_edged(WHITE, Colour.LINE)),
    Role.CONTACT: Boxes(_edged(Colour.TILE, Colour.TILE_LINE)),
    Role.CARD_OUTLINE: Boxes(_edged(Colour.ACCENT_SOFT, Colour.ACCENT)),
    Role.TICK_BOX: Boxes(
        _edged(Colour.SURFACE, Colour.ACCENT, Length.RADIUS_SMALL),
        chosen=_edged(Colour.ACCENT, Colour.ACCENT, Length.RADIUS_SMALL),
    ),
    Role.TICK_ROW: Boxes(
        _edged(Colour.SURFACE, Colour.CONTROL_LINE, Length.RADIUS_SMALL),
        chosen=_TICKED,
        disabled=_edged(Colour.PAPER, Colour.CONTROL_LINE, Length.RADIUS_SMALL),
    ),
    Role.RING_MORE: Boxes(Box(None, Colour.FOCUS, Length.RING)),
    Role.RING_MORE_HELP: Boxes(Box(None, Colour.FOCUS_ON_BAR, Length.RING)),
    Role.RED_FLAG: Boxes(
        Box(),
        pressed=Change(line=Colour.ON_EMERGENCY, width=Length.THICK),
        ring=_ON_BAR,
    ),
    Role.ROW_TAB: _ROW_TAB,
    Role.ROW_TAB_SMALL: _ROW_TAB,
    Role.TILE_TAB: _TILE_TAB,
    Role.TILE_TAB_SMALL: _TILE_TAB,
    Role.CONTROL: _CONTROL,
    Role.CONTROL_SMALL: _CONTROL,
    Role.FINISH: _FINISH,
    Role.FINISH_SMALL: _FINISH,
    Role.MORE: Boxes(
        Box(Colour.ACCENT, Colour.SURFACE, Length.THICK, Length.ROUND),
        pressed=_PRESSED_DEEP,
        ring=replace(_ON_ACCENT, inner_radius=Length.ROUND),
    ),
    Role.MORE_HELP: Boxes(
        replace(_ON_EMERGENCY, radius=Length.RADIUS_SMALL), ring=_ON_BAR
    ),
    Role.TILE: _TILE,
    Role.LOUD_TILE: _LOUD,
    Role.SMALL_TILE: _TILE,
    Role.SMALL_LOUD_TILE: _LOUD,
    Role.TINY_TILE: _TILE,
    Role.TINY_LOUD_TILE: _LOUD,
    Role.MAP_TILE: _TILE,
    Role.SPOT: Boxes(
        Box(radius=Length.RADIUS),
        pressed=Change(line=Colour.ACCENT, width=Length.RING),
        ring=Ring(
            Colour.FOCUS_ON_LIGHT, inner=Colour.PICTURE_LIGHT, inner_width=Length.THICK
        ),
    ),
    Role.CHOICE: _CHOICE,
    Role.SAMPLE: replace(_CHOICE, ring_when_chosen=None),
    Role.DEED: _TILE,
    Role.SOLID: _LOUD,
    Role.QUIET: Boxes(
        Box(None, Colour.TILE_LINE, Length.BORDER, Length.RADIUS),
        pressed=_PRESSED_SOFT,
    ),
    Role.LINK: Boxes(
        _edged(Colour.TILE, Colour.TILE_LINE, Length.RADIUS_SMALL), pressed=_PRESSED
    ),
    Role.SIGN: Boxes(Box(radius=Length.RADIUS_SMALL), pressed=_PRESSED_SOFT),
    Role.SECTION_ROW: Boxes(
        Box(radius=Length.RADIUS_SMALL, mark=Mark(Side.LEFT, Length.THICK)),
        chosen=Box(
            Colour.ACCENT_SOFT,
            Colour.TILE_LINE,
            Length.BORDER,
            Length.RADIUS_SMALL,
            mark=Mark(Side.LEFT, Length.THICK, Colour.ACCENT),
        ),
        pressed=_PRESSED_SOFT,
        ring=_NARROW,
    ),
    Role.AGAIN: Boxes(
        _edged(Colour.SURFACE, Colour.EMERGENCY_INK, Length.RADIUS_SMALL)
    ),
    Role.HELP_CONTROL: Boxes(
        _ON_EMERGENCY,
        pressed=Change(line=Colour.ON_EMERGENCY, width=Length.RING),
        ring=_ON_BAR,
    ),
    Role.HELP_CALL: Boxes(
        Box(Colour.ON_EMERGENCY, radius=Length.RADIUS),
        pressed=Change(line=Colour.EMERGENCY, width=Length.RING),
        ring=Ring(inner=Colour.EMERGENCY, inner_radius=Length.RADIUS),
    ),
    Role.KEY: Boxes(
        _edged(Colour.TILE, Colour.CONTROL_LINE, Length.RADIUS_SMALL), pressed=_PRESSED
    ),
    Role.CHIP: _CHIP,
    Role.REPLY: _CHIP,
}


def _card(fill: str, line: str) -> Boxes:
    return Boxes(Box(fill, line, Length.THICK, Length.RADIUS))


CARDS = {
    Level.EMERGENCY.key: _card(Colour.EMERGENCY_SOFT, Colour.EMERGENCY_INK),
    Level.SAME_DAY.key: _card(Colour.SAME_DAY_SOFT, Colour.SAME_DAY),
    Level.ROUTINE.key: _card(Colour.ROUTINE_SOFT, Colour.ROUTINE),
    Level.INFORMATION.key: _card(Colour.SURFACE, Colour.ACCENT),
}


def _head(fill: str) -> Boxes:
    return Boxes(Box(fill, radius=Length.RADIUS_SMALL, rounded=Side.TOP))


CARD_HEADS = {
    Level.EMERGENCY.key: _head(Colour.EMERGENCY),
    Level.SAME_DAY.key: _head(Colour.SAME_DAY_HEAD),
    Level.ROUTINE.key: _head(Colour.ROUTINE_HEAD),
    Level.INFORMATION.key: _head(Colour.ACCENT_SOFT),
}

LABELS = {
    TextStyle.CLINIC: Boxes(Box(), ring=_ON_BAR),
    TextStyle.TROUBLE_WITH_VOICE: _filled(Colour.ACCENT_SOFT),
    TextStyle.OUTCOME: _filled(Colour.ACCENT_SOFT),
    TextStyle.PRESSED_NAME: _filled(Colour.ACCENT, Length.RADIUS),
    TextStyle.COUNT: _filled(Colour.ACCENT_SOFT, Length.RADIUS),
    TextStyle.BEGIN: _filled(Colour.ACCENT, Length.RADIUS),
}
PADDED = frozenset(
    {TextStyle.TROUBLE_WITH_VOICE, TextStyle.OUTCOME, TextStyle.PRESSED_NAME}
)
"""The labels that have room between their words and their edges."""
