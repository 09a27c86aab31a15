"""Ways out of the kiosk, tried on a real screen with a window manager."""

import subprocess
import sys

import pytest

from tests.support.programs import need, running, until
from tests.support.visitor import same, still
from tests.support.x_screen import kiosk, x_screen

SIZE = (1920, 1080)
CHORDS = ("alt+F4", "ctrl+q", "ctrl+w", "Escape", "alt+Tab", "Menu", "ctrl+p", "F11")
OTHER = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("Another program")
label.setWindowTitle("Other")
label.setGeometry(300, 200, 900, 600)
label.show()
application.exec()
"""


@pytest.fixture
def screen(stage):
    need("openbox")
    screen = stage(x_screen(*SIZE))
    stage(running("openbox", env=screen.environment, stderr=subprocess.DEVNULL))
    return screen


@pytest.fixture
def opened(stage, screen, settings):
    process = stage(kiosk(screen, "--config", settings(), stderr=subprocess.DEVNULL))
    return process, still(screen)


def windows(screen):
    """Return the titles of the windows that can be seen."""
    ids = screen.finger("search", "--onlyvisible", "--name", "^(Kiosk|Other)$").split()
    return [screen.finger("getwindowname", window).strip() for window in ids]


@pytest.mark.parametrize("chord", CHORDS)
def test_no_key_leads_out(screen, opened, chord):
    """Openbox answers Alt+F4 with the request to close that a title bar sends."""
    process, first = opened
    screen.finger("key", chord)
    screen.photograph_when(same(first), "the first page, still")
    assert process.poll() is None


def test_the_window_comes_back_on_top_of_what_covers_it(stage, screen, opened):
    _, first = opened
    stage(running(sys.executable, "-c", OTHER, env=screen.environment))
    until(lambda: "Other" in windows(screen), "the other window")
    other = screen.finger("search", "--onlyvisible", "--name", "^Other$").split()[-1]
    screen.finger("windowactivate", other, "windowraise", other)
    screen.photograph_when(same(first), "the kiosk on top again")


def test_a_window_of_an_author_can_be_closed(stage, screen, settings):
    process = stage(kiosk(screen, "--windowed", "--config", settings()))

    def closed():
        screen.finger("key", "alt+F4")
        return process.poll() == 0

    until(closed, "the window to close")
