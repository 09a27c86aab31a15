"""The sizes of the emergency: it takes the largest that fits the whole glass."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QMargins, QSize

from kiosk.domain.metrics import TextSize
from kiosk.ui.style.names import TextStyle


class Glass(Struct, frozen=True):
    """The size of the glass in pixels, and what no arm reaches around its foot."""

    size: QSize
    around_foot: QMargins


class EmergencySize(Struct, frozen=True):
    """The text styles of an emergency, and the size of the number to call.

    A `tight` one has less room at the edges, as much for the words to say as for the
    steps, and names one symptom. `staff_only`: where the staff read another language,
    the words to say are in that alone. Who checked the advice is left out before any
    of these, and never for larger text.
    """

    title: TextStyle
    step: TextStyle
    say: TextStyle
    number: TextSize
    tight: bool = False
    staff_only: bool = False
    says_who_checked: bool = True


_SMALLEST = EmergencySize(
    TextStyle.SHOUT_1, TextStyle.STEP_1, TextStyle.SAY_1, TextSize.URGENT_3
)


def _with_and_without_who_checked(
    size: EmergencySize,
) -> tuple[EmergencySize, EmergencySize]:
    return size, replace(size, says_who_checked=False)


EMERGENCY_SIZES = (
    EmergencySize(
        TextStyle.SHOUT_5, TextStyle.STEP_5, TextStyle.SAY_5, TextSize.URGENT_7
    ),
    EmergencySize(
        TextStyle.SHOUT_4, TextStyle.STEP_4, TextStyle.SAY_4, TextSize.URGENT_6
    ),
    EmergencySize(
        TextStyle.SHOUT_3, TextStyle.STEP_3, TextStyle.SAY_3, TextSize.URGENT_5
    ),
    EmergencySize(
        TextStyle.SHOUT_2, TextStyle.STEP_2, TextStyle.SAY_2, TextSize.URGENT_4
    ),
    *_with_and_without_who_checked(_SMALLEST),
    *_with_and_without_who_checked(replace(_SMALLEST, tight=True)),
    *_with_and_without_who_checked(replace(_SMALLEST, tight=True, staff_only=True)),
)
"""The largest first."""
