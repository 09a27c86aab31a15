"""A window that is put away comes back: no touch leads to it where it is."""

import sys

import pytest

from tests.support.programs import need, running, until
from tests.support.x_screen import kiosk, x_screen

SIZE = (1280, 800)
STRIP = (0x8E, 0x0B, 0x1C)


@pytest.fixture
def screen(manager, stage):
    screen = stage(x_screen(*SIZE))
    if manager:
        need(manager)
        stage(running(manager, env=screen.environment))
    return screen


@pytest.fixture
def window(stage, screen, settings):
    """Start a kiosk; return its window's number."""
    path = settings(SIZE[0])
    path.write_text(path.read_text().replace("attract = false", "attract = true"))
    stage(kiosk(screen, "--config", path))
    screen.photograph_when(is_kiosk, "the kiosk")
    return screen.finger("search", "--onlyvisible", "--name", "Kiosk").split()[-1]


def is_kiosk(photo):
    return photo.getpixel((5, 5)) == STRIP


WAYS = {
    "minimised": ("windowminimize", "{}"),
    "unmapped": ("windowunmap", "{}"),
    "on another desktop": ("set_desktop_for_window", "{}", "1"),
    "behind another desktop": ("set_desktop", "1"),
}


@pytest.mark.parametrize(
    ("manager", "way"), [*(("openbox", way) for way in WAYS), ("", "unmapped")]
)
def test_it_comes_back(screen, window, way):
    screen.finger(*(word.format(window) for word in WAYS[way]))
    screen.photograph_when(is_kiosk, "the kiosk again")


NOTIFICATION = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget(None, Qt.WindowType.BypassWindowManagerHint)
window.setStyleSheet("background: #00FF00")
window.setGeometry(0, 0, 400, 200)
window.show()
application.exec()
"""
GREEN = (0x00, 0xFF, 0x00)


@pytest.mark.parametrize("manager", ["openbox", ""])
def test_a_notification_on_top_is_covered_again(stage, screen, window):
    """No window manager stacks it: it says so itself, by override-redirect."""
    stage(running(sys.executable, "-c", NOTIFICATION, env=screen.environment))
    screen.photograph_when(lambda it: it.getpixel((5, 5)) == GREEN, "the notification")
    until(lambda: is_kiosk(screen.photograph()), "the kiosk on top again")
