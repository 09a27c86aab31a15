"""What staff have measured and set, kept for the next start."""

import pytest
from PySide6.QtWidgets import QFrame

from kiosk.domain.device_settings import DeviceSettings
from kiosk.ui.audio.chime import is_installed
from kiosk.ui.input.corner_gesture import CORNER_MM, CornerGesture
from kiosk.ui.screens.staff_panel import StaffPanel
from tests.support.kiosk_for_staff import facts, open_panel, standing
from tests.support.screen import seen, touch


def card(shell):
    """Return how wide a card is, as drawn to measure with."""
    frames = seen(shell, QFrame)
    [frame] = [f for f in frames if f.property("role") == "card_outline"]
    return frame.width()


def measure(shell, said):
    """Make the card a little smaller and keep that; return how wide it was then."""
    touch(shell, said.calibrate)
    touch(shell, said.much_smaller)
    width = card(shell)
    touch(shell, said.keep)
    return width


WINDOWED = [
    False,
    True,
]


@pytest.mark.parametrize("windowed", WINDOWED, ids=["all of the screen", "in a window"])
def test_once_measured_everything_is_drawn_to_measure(start, said, windowed):
    shell = start(windowed=windowed)
    before = shell.context.look.metrics.px_per_mm
    open_panel(shell)
    width = measure(shell, said)
    assert standing(shell) is StaffPanel
    assert shell.context.look.metrics.px_per_mm < before
    touch(shell, said.calibrate)
    assert card(shell) == width


def test_the_next_start_knows_what_was_measured(start, said, state):
    shell = start(windowed=False)
    open_panel(shell)
    measure(shell, said)
    measured = shell.context.look.metrics
    assert state.read().width_mm == pytest.approx(800 / measured.px_per_mm, abs=0.1)
    assert start(windowed=False).context.look.metrics == measured


def test_the_corners_are_as_large_as_was_measured(start, said):
    shell = start(windowed=False)
    open_panel(shell)
    measure(shell, said)
    [corners] = shell.findChildren(CornerGesture)
    assert corners.corner_px == shell.context.look.metrics.px(CORNER_MM)


@pytest.mark.skipif(not is_installed(), reason="sound is not installed")
def test_the_next_start_knows_how_loud_it_was(start, said, state):
    state.write(DeviceSettings(volume=20))
    shell = start()
    open_panel(shell)
    touch(shell, said.quieter)
    assert facts(shell, said)[said.sound] == "0%"
    shell = start()
    open_panel(shell)
    assert facts(shell, said)[said.sound] == "0%"
