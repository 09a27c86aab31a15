"""How text looks: the size, weight and colour of each text style."""

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.metrics import TextSize
from kiosk.ui.style.names import Colour, TextStyle


class Text(Struct, frozen=True):
    """The size, colour and weight of a text's letters."""

    size: TextSize = TextSize.BODY
    colour: Colour = Colour.INK
    bold: bool = False


def _bold(size: TextSize, colour: Colour) -> Text:
    return Text(size, colour, bold=True)


BODY = Text()
_WORDS_ON_ACCENT = _bold(TextSize.ACTION, Colour.ON_ACCENT)
_HINT = Text(colour=Colour.QUIET_INK)
_TAB = Text(TextSize.ACTION)
_SMALL_TAB = Text(TextSize.CONTROL)
_CONTROL = Text(TextSize.ACTION, Colour.ON_BAR)
_FINISH = _bold(TextSize.ACTION, Colour.BAR)
_SMALL = Text(TextSize.SMALL, Colour.QUIET_INK)

TEXTS = {
    TextStyle.TITLE: _bold(TextSize.TITLE, Colour.HEADING),
    TextStyle.SECTION: _bold(TextSize.SECTION, Colour.HEADING),
    TextStyle.PART: _bold(TextSize.LEAD, Colour.HEADING),
    TextStyle.LEAD: Text(TextSize.LEAD),
    TextStyle.TIME: _bold(TextSize.BODY, Colour.HEADING),
    TextStyle.BODY: BODY,
    TextStyle.QUIET: _SMALL,
    TextStyle.QUIET_ON_EMERGENCY: Text(TextSize.SMALL, Colour.ON_EMERGENCY),
    TextStyle.SOURCE: _SMALL,
    TextStyle.ADDRESS: _bold(TextSize.BODY, Colour.HEADING),
    TextStyle.COMPACT: Text(TextSize.CONTROL),
    TextStyle.COMPACT_HEADING: _bold(TextSize.CONTROL, Colour.HEADING),
    TextStyle.STRIP: _bold(TextSize.STRIP, Colour.ON_EMERGENCY),
    TextStyle.URGENT_NOTICE: _bold(TextSize.STRIP, Colour.SAME_DAY_INK),
    TextStyle.URGENT_NOTICE_SMALL: _bold(TextSize.CONTROL, Colour.SAME_DAY_INK),
    TextStyle.CLINIC: Text(TextSize.CONTROL, Colour.ON_EMERGENCY),
    TextStyle.DOCK: _bold(TextSize.CONTROL, Colour.CODE_INK),
    TextStyle.PRESSED_NAME: _WORDS_ON_ACCENT,
    TextStyle.TROUBLE_WITH_VOICE: BODY,
    TextStyle.OUTCOME: BODY,
    TextStyle.COUNT: _bold(TextSize.TITLE, Colour.ACCENT),
    TextStyle.INVITATION: _bold(TextSize.SHOUT, Colour.HEADING),
    TextStyle.FACT: Text(TextSize.STEP),
    TextStyle.BEGIN: _bold(TextSize.SECTION, Colour.ON_ACCENT),
    TextStyle.CARD_EMERGENCY: _bold(TextSize.CARD_HEADING, Colour.ON_EMERGENCY),
    TextStyle.CARD_SAME_DAY: _bold(TextSize.CARD_HEADING, Colour.SAME_DAY_INK),
    TextStyle.CARD_ROUTINE: _bold(TextSize.CARD_HEADING, Colour.ROUTINE_INK),
    TextStyle.CARD_INFORMATION: _bold(TextSize.CARD_HEADING, Colour.ACCENT),
    TextStyle.SHOUT_1: _bold(TextSize.URGENT_4, Colour.ON_EMERGENCY),
    TextStyle.SHOUT_2: _bold(TextSize.URGENT_5, Colour.ON_EMERGENCY),
    TextStyle.SHOUT_3: _bold(TextSize.URGENT_6, Colour.ON_EMERGENCY),
    TextStyle.SHOUT_4: _bold(TextSize.URGENT_7, Colour.ON_EMERGENCY),
    TextStyle.SHOUT_5: _bold(TextSize.URGENT_8, Colour.ON_EMERGENCY),
    TextStyle.STEP_1: Text(TextSize.URGENT_1, Colour.ON_EMERGENCY),
    TextStyle.STEP_2: Text(TextSize.URGENT_2, Colour.ON_EMERGENCY),
    TextStyle.STEP_3: Text(TextSize.URGENT_3, Colour.ON_EMERGENCY),
    TextStyle.STEP_4: Text(TextSize.URGENT_4, Colour.ON_EMERGENCY),
    TextStyle.STEP_5: Text(TextSize.URGENT_5, Colour.ON_EMERGENCY),
    TextStyle.SAY_1: Text(TextSize.URGENT_1),
    TextStyle.SAY_2: Text(TextSize.URGENT_1),
    TextStyle.SAY_3: Text(TextSize.URGENT_2),
    TextStyle.SAY_4: Text(TextSize.URGENT_3),
    TextStyle.SAY_5: Text(TextSize.URGENT_4),
    TextStyle.SAY_HEADING: _bold(TextSize.CONTROL, Colour.EMERGENCY_INK),
    TextStyle.RED_FLAG_WORDS: _bold(TextSize.STRIP, Colour.ON_EMERGENCY),
    TextStyle.ROW_TAB_WORDS: _TAB,
    TextStyle.ROW_TAB_SMALL_WORDS: _SMALL_TAB,
    TextStyle.TILE_TAB_WORDS: _TAB,
    TextStyle.TILE_TAB_SMALL_WORDS: _SMALL_TAB,
    TextStyle.CONTROL_WORDS: _CONTROL,
    TextStyle.CONTROL_SMALL_WORDS: replace(_CONTROL, size=TextSize.CONTROL),
    TextStyle.FINISH_WORDS: _FINISH,
    TextStyle.FINISH_SMALL_WORDS: replace(_FINISH, size=TextSize.CONTROL),
    TextStyle.MORE_WORDS: _WORDS_ON_ACCENT,
    TextStyle.MORE_HELP_WORDS: _bold(TextSize.ACTION, Colour.ON_EMERGENCY),
    TextStyle.TILE_WORDS: _bold(TextSize.SECTION, Colour.HEADING),
    TextStyle.TILE_HINT: _HINT,
    TextStyle.SMALL_TILE_WORDS: _bold(TextSize.STRIP, Colour.HEADING),
    TextStyle.SMALL_TILE_HINT: Text(TextSize.STRIP, Colour.QUIET_INK),
    TextStyle.SMALL_LOUD_TILE_WORDS: _bold(TextSize.STRIP, Colour.ON_ACCENT),
    TextStyle.SMALL_LOUD_TILE_HINT: Text(TextSize.STRIP, Colour.ON_ACCENT),
    TextStyle.TINY_TILE_WORDS: _bold(TextSize.CONTROL, Colour.HEADING),
    TextStyle.TINY_LOUD_TILE_WORDS: _bold(TextSize.CONTROL, Colour.ON_ACCENT),
    TextStyle.MAP_TILE_WORDS: _bold(TextSize.LEAD, Colour.HEADING),
    TextStyle.MAP_TILE_HINT: _HINT,
    TextStyle.LOUD_TILE_WORDS: _bold(TextSize.SECTION, Colour.ON_ACCENT),
    TextStyle.LOUD_TILE_HINT: Text(colour=Colour.ON_ACCENT),
    TextStyle.CHOICE_WORDS: _bold(TextSize.SECTION, Colour.HEADING),
    TextStyle.DEED_WORDS: _bold(TextSize.BODY, Colour.HEADING),
    TextStyle.SOLID_WORDS: _WORDS_ON_ACCENT,
    TextStyle.QUIET_BUTTON_WORDS: _bold(TextSize.ACTION, Colour.ACCENT),
    TextStyle.LINK_WORDS: Text(TextSize.SMALL, Colour.HEADING),
    TextStyle.SIGN_WORDS: BODY,
    TextStyle.SECTION_ROW_WORDS: Text(colour=Colour.ACCENT),
    TextStyle.AGAIN_WORDS: _bold(TextSize.ACTION, Colour.EMERGENCY_INK),
    TextStyle.HELP_CONTROL_WORDS: _bold(TextSize.CONTROL, Colour.ON_EMERGENCY),
    TextStyle.HELP_CALL_WORDS: _bold(TextSize.CONTROL, Colour.EMERGENCY),
    TextStyle.KEY_WORDS: _bold(TextSize.BODY, Colour.HEADING),
    TextStyle.SAMPLE_WORDS: _bold(TextSize.BODY, Colour.HEADING),
    TextStyle.CHIP_WORDS: Text(TextSize.ACTION, Colour.ACCENT),
    TextStyle.REPLY_WORDS: _bold(TextSize.BODY, Colour.HEADING),
}

TEXTS_OF_CHOSEN = {
    TextStyle.ROW_TAB_WORDS: _bold(TextSize.ACTION, Colour.ACCENT),
    TextStyle.ROW_TAB_SMALL_WORDS: _bold(TextSize.CONTROL, Colour.ACCENT),
    # Above a short word there is no room for a bold one: mark and colour show it.
    TextStyle.TILE_TAB_WORDS: Text(TextSize.ACTION, Colour.ACCENT),
    TextStyle.TILE_TAB_SMALL_WORDS: Text(TextSize.CONTROL, Colour.ACCENT),
    TextStyle.SECTION_ROW_WORDS: _bold(TextSize.BODY, Colour.ACCENT),
    TextStyle.CHIP_WORDS: _WORDS_ON_ACCENT,
    TextStyle.REPLY_WORDS: _bold(TextSize.BODY, Colour.ON_ACCENT),
}
"""The words of a button while it is the chosen one, where they look otherwise then."""
