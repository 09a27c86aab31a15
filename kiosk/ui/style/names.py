"""The names in style sheet and themes: properties, roles, text styles, colours.

The sheet gives each its look; a test compares the two.
"""

from enum import StrEnum


class Property(StrEnum):
    """A dynamic property of widgets that rules of the style sheet select by."""

    ROLE = "role"
    TEXT_STYLE = "textStyle"
    CARD = "card"
    CARD_HEAD = "card_head"
    CHOSEN = "chosen"
    TICKED = "ticked"
    AT_RIGHT = "at_right"


class Colour(StrEnum):
    """A colour of the themes that a view names itself, for an icon or a picture."""

    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    BAR = "bar"
    ON_BAR = "on_bar"
    CODE_INK = "code_ink"
    SURFACE = "surface"
    LINE = "line"
    EMERGENCY = "emergency"
    EMERGENCY_INK = "emergency_ink"
    ON_EMERGENCY = "on_emergency"
    SAME_DAY_INK = "same_day_ink"
    ROUTINE_INK = "routine_ink"
    PICTURE_MARK = "picture_mark"


class Role(StrEnum):
    """The part of a widget on the screen; the value of the property `role`."""

    SHELL = "shell"
    SESSION = "session"
    FRAME = "frame"
    STRIP = "strip"
    RAIL = "rail"
    SIDE = "side"
    BAR = "bar"
    OVERLAY = "overlay"
    EMERGENCY = "emergency"
    SAY = "say"
    STAFF = "staff"
    ATTRACT = "attract"
    DARK = "dark"
    VEIL = "veil"
    QUESTION = "question"
    DOCKED_QR_CODE = "docked_qr_code"
    LARGE_QR_CODE = "large_qr_code"
    CONTACT = "contact"
    CARD_OUTLINE = "card_outline"
    TICK_BOX = "tick_box"
    RING_MORE = "ring_more"
    RING_MORE_HELP = "ring_more_help"

    # Buttons: the text style of each one's words is `words_of` it.
    RED_FLAG = "red_flag"
    ROW_TAB = "row_tab"
    ROW_TAB_SMALL = "row_tab_small"
    TILE_TAB = "tile_tab"
    TILE_TAB_SMALL = "tile_tab_small"
    CONTROL = "control"
    CONTROL_SMALL = "control_small"
    FINISH = "finish"
    FINISH_SMALL = "finish_small"
    MORE = "more"
    MORE_HELP = "more_help"
    TILE = "tile"
    LOUD_TILE = "loud_tile"
    SMALL_TILE = "small_tile"
    SMALL_LOUD_TILE = "small_loud_tile"
    TINY_TILE = "tiny_tile"
    TINY_LOUD_TILE = "tiny_loud_tile"
    MAP_TILE = "map_tile"
    SPOT = "spot"
    CHOICE = "choice"
    DEED = "deed"
    SOLID = "solid"
    QUIET = "quiet_button"
    LINK = "link"
    SIGN = "sign"
    SECTION_ROW = "section_row"
    AGAIN = "again"
    HELP_CONTROL = "help_control"
    KEY = "key"
    CHIP = "chip"
    REPLY = "reply"


class TextStyle(StrEnum):
    """The size, weight and colour of a text; the value of the property `textStyle`."""

    TITLE = "title"
    SECTION = "section"
    PART = "part"
    LEAD = "lead"
    TIME = "time"
    BODY = "body"
    QUIET = "quiet"
    SOURCE = "source"
    ADDRESS = "address"
    COMPACT = "compact"
    COMPACT_HEADING = "compact_heading"
    STRIP = "strip"
    CLINIC = "clinic"
    DOCK = "dock"
    PRESSED_NAME = "pressed_name"
    TROUBLE_WITH_VOICE = "trouble_with_voice"
    COUNT = "count"
    INVITATION = "invitation"
    FACT = "fact"
    BEGIN = "begin"
    TROUBLE = "trouble"

    CARD_EMERGENCY = "card_emergency"
    CARD_SAME_DAY = "card_same-day"
    CARD_ROUTINE = "card_routine"
    CARD_INFORMATION = "card_information"

    # The emergency, in five sizes: as large as the screen has room for.
    SHOUT_1 = "shout_1"
    SHOUT_2 = "shout_2"
    SHOUT_3 = "shout_3"
    SHOUT_4 = "shout_4"
    SHOUT_5 = "shout_5"
    STEP_1 = "step_1"
    STEP_2 = "step_2"
    STEP_3 = "step_3"
    STEP_4 = "step_4"
    STEP_5 = "step_5"
    SAY_1 = "say_1"
    SAY_2 = "say_2"
    SAY_3 = "say_3"
    SAY_4 = "say_4"
    SAY_5 = "say_5"
    SAY_HEADING = "say_heading"

    RED_FLAG_WORDS = "red_flag_words"
    ROW_TAB_WORDS = "row_tab_words"
    ROW_TAB_SMALL_WORDS = "row_tab_small_words"
    TILE_TAB_WORDS = "tile_tab_words"
    TILE_TAB_SMALL_WORDS = "tile_tab_small_words"
    CONTROL_WORDS = "control_words"
    CONTROL_SMALL_WORDS = "control_small_words"
    FINISH_WORDS = "finish_words"
    FINISH_SMALL_WORDS = "finish_small_words"
    MORE_WORDS = "more_words"
    MORE_HELP_WORDS = "more_help_words"
    TILE_WORDS = "tile_words"
    TILE_HINT = "tile_hint"
    SMALL_TILE_WORDS = "small_tile_words"
    SMALL_LOUD_TILE_WORDS = "small_loud_tile_words"
    TINY_TILE_WORDS = "tiny_tile_words"
    TINY_LOUD_TILE_WORDS = "tiny_loud_tile_words"
    MAP_TILE_WORDS = "map_tile_words"
    MAP_TILE_HINT = "map_tile_hint"
    LOUD_TILE_WORDS = "loud_tile_words"
    LOUD_TILE_HINT = "loud_tile_hint"
    CHOICE_WORDS = "choice_words"
    DEED_WORDS = "deed_words"
    SOLID_WORDS = "solid_words"
    QUIET_BUTTON_WORDS = "quiet_button_words"
    LINK_WORDS = "link_words"
    SIGN_WORDS = "sign_words"
    SECTION_ROW_WORDS = "section_row_words"
    AGAIN_WORDS = "again_words"
    HELP_CONTROL_WORDS = "help_control_words"
    KEY_WORDS = "key_words"
    CHIP_WORDS = "chip_words"
    REPLY_WORDS = "reply_words"


WITHOUT_A_RULE = frozenset({TextStyle.BODY, TextStyle.TROUBLE})
"""Body text, for which the sheet has one rule; trouble is shown without a sheet."""


def words_of(role: Role) -> TextStyle:
    """Return the text style of the words on a button of this role."""
    return TextStyle(f"{role}_words")


def hint_of(role: Role) -> TextStyle:
    """Return the text style of the smaller text below a button's words."""
    return TextStyle(f"{role}_hint")
