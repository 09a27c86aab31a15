"""A screen is turned or gets other pixels while the kiosk runs; it stays in sight."""

import subprocess

import pytest

from benchmarks.start import processor_seconds
from tests.e2e.test_x11 import ALARM, BAR, codes_in
from tests.support.programs import need, running
from tests.support.x_screen import kiosk, x_screen

LANDSCAPE, PORTRAIT, FEWER = (1920, 1080), (1080, 1920), (1280, 720)
LONGEST = 1920
MOST_STARTS = 4
"""Of the processor, for one change: a start takes more on a slower machine, too."""


def show_mode(screen, size):
    """Have the screen show so many pixels, as xrandr does for a turned one too."""
    name = "x".join(map(str, size))
    width, height = size
    across = [width, width + 8, width + 16, width + 24]
    down = [height, height + 8, height + 16, height + 24]
    for words in (
        ["--newmode", name, "100", *across, *down],
        ["--addmode", "screen", name],
        ["--output", "screen", "--mode", name],
    ):
        command = ["xrandr", *map(str, words)]
        done = subprocess.run(command, env=screen.environment, capture_output=True)
    assert done.returncode == 0, done.stderr


def fills(size):
    """Tell whether a photograph is a whole page: strip, code, and bar at the foot."""

    def look(photo):
        right, foot = size[0] - 3, size[1] - 3
        return (
            photo.size == size
            and photo.getpixel((right, 2)) == ALARM
            and photo.getpixel((right, foot)) == BAR
            and codes_in(photo)
        )

    return look


@pytest.mark.parametrize("manager", [None, "openbox"])
def test_the_window_follows_a_screen_that_is_turned_at_once(stage, settings, manager):
    need("xrandr")
    screen = stage(x_screen(LONGEST, LONGEST))
    show_mode(screen, LANDSCAPE)
    if manager:
        need(manager)
        stage(running(manager, env=screen.environment))
    process = stage(kiosk(screen, "--config", settings()))
    screen.photograph_when(fills(LANDSCAPE), "the first page")
    started = processor_seconds(process.pid)
    for size in (PORTRAIT, FEWER, LANDSCAPE):
        before = processor_seconds(process.pid)
        show_mode(screen, size)
        screen.photograph_when(fills(size), f"the page on {size}")
        assert processor_seconds(process.pid) - before < MOST_STARTS * started
