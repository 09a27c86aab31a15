"""One visitor's preferences for the screen: text size, colours, reach, listening."""

from enum import Enum, StrEnum

from msgspec import Struct

TEXT_SCALES = (1.0, 1.33, 1.66, 2.0)
"""The text sizes to choose from. Twice as large is what WCAG 2.2, 1.4.4 asks for."""


class ColourScheme(StrEnum):
    """The colours to choose from; each is the name of a table in `resources/themes`."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Reach(Enum):
    """Where everything to touch is drawn: all over the screen, or lower down."""

    USUAL = "usual"
    LOWER = "lower"
    LEFT = "left"
    RIGHT = "right"


class PreferenceQuestion(Enum):
    """The questions a visitor can open about how the screen should be."""

    LANGUAGES = "languages"
    TEXT = "text"
    COLOURS = "colours"
    REACH = "reach"


class Preferences(Struct, frozen=True):
    """The choices of one visitor; a visit begins with those of the clinic.

    `text` is an index into `TEXT_SCALES`.
    """

    text: int = 0
    theme: ColourScheme = ColourScheme.LIGHT
    reach: Reach = Reach.USUAL
    listening: bool = False

    def __post_init__(self) -> None:
        if self.text not in range(len(TEXT_SCALES)):
            raise ValueError(f"expected text from 0 to {len(TEXT_SCALES) - 1}")

    @property
    def text_scale(self) -> float:
        """How many times as large as usual text is."""
        return TEXT_SCALES[self.text]
