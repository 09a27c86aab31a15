"""The modes of the kiosk, one table: what each shows, what input and silence do.

`ui.modes` applies a row of the table; which mode comes next is decided there too.
"""

from collections.abc import Mapping
from enum import Enum, auto

from msgspec import Struct


class Mode(Enum):
    """The states of the kiosk: at any time it is in one."""

    FIRST_PAGE = auto()
    """No visitor; the first page is shown, where the clinic wants no invitation."""
    ATTRACT = auto()
    """No visitor; the invitation is shown."""
    CHOOSING = auto()
    """No visitor yet: keys choose one of the languages of the invitation."""
    DARK = auto()
    """No visitor, and the clinic is closed."""
    VISIT = auto()
    ASKING = auto()
    """A visit in which the kiosk asks whether the visitor is still there."""
    PIN_PAD = auto()
    STAFF = auto()
    """The staff panel, or one of its tools."""
    MEASURING = auto()
    """The size check takes the window through every screen."""
    CLEANING = auto()
    """The glass is being wiped."""
    TROUBLE = auto()
    """The kiosk cannot work."""


class Screen(Enum):
    """The contents of the screen."""

    PAGE = auto()
    QUESTION = auto()
    """The page, and over it the question whether the visitor is still there."""
    INVITATION = auto()
    BLACK = auto()
    STAFF = auto()
    CLEANING = auto()
    TROUBLE = auto()


class Input(Enum):
    """The effects of a touch or a key."""

    PASS = auto()
    """It reaches the screen."""
    BEGIN = auto()
    """It begins a visit, and reaches the page."""
    WAKE = auto()
    """It begins a visit, and reaches nothing."""
    CHOOSE = auto()
    """It lets keys choose a language, or wakes where there is one; reaches nothing."""
    ANSWER = auto()
    """It answers the question, and reaches nothing."""
    IGNORE = auto()
    """It has no effect, and is not reported."""


class Next(Enum):
    """The outcomes of silence."""

    ASK = auto()
    END = auto()
    """The visit ends, and the kiosk waits for a visitor: see `VisitPolicy`."""


class Silence(Struct, frozen=True):
    """The outcome of silence, and after how many seconds; None: as `IdlePolicy` says.

    `counts_down`: the screen shows the seconds that are left.
    """

    leads_to: Next
    after_s: float | None = None
    counts_down: bool = False


class Swap(Enum):
    """When the kiosk may show other content than before."""

    NOW = auto()
    """Between visits, when no visitor has a page open."""
    IN_VISIT = auto()
    """Only if the visit stays as it is, and nothing covers its page."""
    LATER = auto()


class Rules(Struct, frozen=True):
    """A row of the table. `is_responsive`: a watchdog's touch leads somewhere."""

    screen: Screen
    touch: Input
    keys: Input
    silence: Silence | None
    swap: Swap
    is_responsive: bool = True

    @property
    def is_waiting(self) -> bool:
        """Whether the kiosk waits for a visitor."""
        return self.touch in (Input.BEGIN, Input.WAKE)


_PASS, _DEAD = (Input.PASS, Input.PASS), (Input.IGNORE, Input.IGNORE)
_WAKE = (Input.WAKE, Input.WAKE)
_BEGIN = (Input.BEGIN, Input.BEGIN)
_ANSWER = (Input.ANSWER, Input.ANSWER)
_ASK = Silence(Next.ASK)
_ASKED = Silence(Next.END, counts_down=True)
_PAD, _PANEL = Silence(Next.END, 60.0), Silence(Next.END, 120.0)
_CLEAN = Silence(Next.END, 60.0, counts_down=True)

# screen, touch, keys, silence, swap, is_responsive
RULES: Mapping[Mode, Rules] = {
    Mode.FIRST_PAGE: Rules(Screen.PAGE, *_BEGIN, None, Swap.NOW),
    Mode.ATTRACT: Rules(Screen.INVITATION, Input.WAKE, Input.CHOOSE, None, Swap.NOW),
    Mode.CHOOSING: Rules(Screen.INVITATION, Input.WAKE, Input.PASS, None, Swap.NOW),
    Mode.DARK: Rules(Screen.BLACK, *_WAKE, None, Swap.NOW),
    Mode.VISIT: Rules(Screen.PAGE, *_PASS, _ASK, Swap.IN_VISIT),
    Mode.ASKING: Rules(Screen.QUESTION, *_ANSWER, _ASKED, Swap.LATER),
    Mode.PIN_PAD: Rules(Screen.STAFF, *_PASS, _PAD, Swap.IN_VISIT),
    Mode.STAFF: Rules(Screen.STAFF, *_PASS, _PANEL, Swap.IN_VISIT),
    Mode.MEASURING: Rules(Screen.PAGE, *_DEAD, None, Swap.LATER, is_responsive=False),
    Mode.CLEANING: Rules(
        Screen.CLEANING, *_DEAD, _CLEAN, Swap.LATER, is_responsive=False
    ),
    Mode.TROUBLE: Rules(Screen.TROUBLE, *_PASS, None, Swap.NOW, is_responsive=False),
}
