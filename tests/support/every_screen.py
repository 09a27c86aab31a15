"""Bring a window into every state it can show, on the usual screens."""

from kiosk.domain.visit import Visit
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.window.shell import Shell
from tests.support.screen import settle

SCREENS = {
    "21.5 landscape": ((1920, 1080), 476.0),
    "21.5 portrait": ((1080, 1920), 268.0),
    "15.6 landscape": ((1920, 1080), 345.0),
    "10.1 landscape": ((1280, 800), 217.0),
    "10.1 portrait": ((800, 1280), 136.0),
    "15 landscape": ((1024, 768), 305.0),
    "32 landscape": ((3840, 2160), 708.0),
    "on a laptop": ((1229, 691), 476.0),
}
"""By name the pixels, and the width in millimetres; one is a window for a screen.

A screen of 13.3 inches is drawn as one of 10.1: both are less than 185 mm high.
"""


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
