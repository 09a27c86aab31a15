"""Bring a window into every state it can show, on the usual screens."""

from kiosk.domain.visit import Visit
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.window.shell import Shell
from tests.support.screen import settle

_INCHES_16_TO_9 = {"15.6": (345.0, 194.0), "21.5": (476.0, 268.0), "32": (708.0, 398.0)}
SCREENS = {
    f"{inches} {way}": (size, millimetres[at])
    for inches, millimetres in _INCHES_16_TO_9.items()
    for at, (way, size) in enumerate(
        {"landscape": (1920, 1080), "portrait": (1080, 1920)}.items()
    )
}
"""By name the pixels, and the width in millimetres."""


def states(shell: Shell, base: Visit, *, with_screens: bool = True):
    """Bring the window into one state after another, and name each when it is shown.

    Those between visits and for staff are the same for each text size and theme.
    """
    tour = EveryState(shell, base)
    for state in tour.states() if with_screens else tour.states_of_visit():
        state.show()
        settle()
        settle()  # a height that follows from a width takes another turn
        yield state.name
