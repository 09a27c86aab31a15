"""Ways out of the kiosk, tried on a real screen with a window manager."""

import subprocess
import sys
from functools import partial

import pytest

from tests.support.programs import need, running, until
from tests.support.visitor import same, still
from tests.support.x_screen import is_different, kiosk, x_screen

SIZE = (1920, 1080)
CHORDS = ("alt+F4", "ctrl+q", "ctrl+w", "Escape", "alt+Tab", "Menu", "ctrl+p", "F11")
OTHER = """
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

class Other(QLabel):
    def changeEvent(self, event):
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            print("active", flush=True)

application = QApplication([])
label = Other("Another program")
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
    """Return the kiosk, and a photograph with the keys at its second control."""
    process = stage(kiosk(screen, "--config", settings(), stderr=subprocess.DEVNULL))
    photos = [still(screen)]
    for _ in range(2):
        screen.finger("key", "Tab")
        screen.photograph_when(partial(is_different, photos[-1]), "where the keys are")
        photos.append(still(screen))
    screen.finger("key", "shift+Tab")
    screen.photograph_when(same(photos[-2]), "the keys at the first control")
    return process, photos[-1]


def windows(screen):
    """Return the titles of the windows that can be seen."""
    ids = screen.finger("search", "--onlyvisible", "--name", "^(Kiosk|Other)$").split()
    return [screen.finger("getwindowname", window).strip() for window in ids]


@pytest.mark.parametrize("chord", CHORDS)
def test_no_key_leads_out(screen, opened, chord):
    """A photograph alone could be of the time before: the next key is seen to come."""
    process, second = opened
    screen.finger("key", chord, "key", "Tab")
    screen.photograph_when(same(second), "the keys one control on, and nothing else")
    assert process.poll() is None


def test_the_window_comes_back_on_top_of_what_covers_it(stage, screen, opened):
    other = stage(
        running(
            *(sys.executable, "-c", OTHER),
            env=screen.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
    )
    until(lambda: "Other" in windows(screen), "the other window")
    window = screen.finger("search", "--onlyvisible", "--name", "^Other$").split()[-1]
    screen.finger("windowactivate", window, "windowraise", window)
    assert other.stdout.readline() == "active\n"
    screen.finger("key", "Tab")
    screen.photograph_when(same(opened[1]), "the kiosk on top, and the keys with it")


def test_a_window_of_an_author_can_be_closed(stage, screen, settings):
    process = stage(kiosk(screen, "--windowed", "--config", settings()))

    def closed():
        screen.finger("key", "alt+F4")
        return process.poll() == 0

    until(closed, "the window to close")
