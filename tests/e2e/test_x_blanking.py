"""X does not blank the screen while the kiosk is on it."""

import subprocess
import sys

import pytest

from tests.support.programs import need, running, until
from tests.support.shipped import ROOT
from tests.support.x_screen import kiosk, x_screen

SIZE = (1280, 800)


@pytest.fixture
def screen(stage):
    """A screen that X blanks after 300 seconds."""
    need("xset")
    screen = stage(x_screen(*SIZE))
    subprocess.run(["xset", "s", "300", "200"], env=screen.environment, check=True)
    return screen


def blanks_after(screen):
    """Return the seconds after which X blanks the screen, and shows it otherwise."""
    command = ["xset", "q"]
    done = subprocess.run(
        command, env=screen.environment, capture_output=True, text=True
    )
    words = done.stdout.partition("timeout:")[2].split()
    return int(words[0]), int(words[2])


def test_it_is_switched_off_and_put_back_at_the_end(stage, screen, settings):
    process = stage(kiosk(screen, "--config", settings(SIZE[0])))
    until(lambda: blanks_after(screen)[0] == 0, "blanking to be off")
    process.terminate()
    assert process.wait(30) == 0
    assert blanks_after(screen) == (300, 200)


def test_a_window_on_a_desktop_leaves_it_alone(stage, screen, settings):
    stage(kiosk(screen, "--windowed", "--config", settings(SIZE[0])))
    screen.photograph_when(lambda photo: photo.getbbox(), "the window")
    assert blanks_after(screen) == (300, 200)


def test_a_missing_tool_is_named_with_its_package(stage, screen, settings, tmp_path):
    command = [sys.executable, ROOT / "main.py", "--config", settings(SIZE[0])]
    without = screen.environment | {"PATH": str(tmp_path / "nothing")}
    quiet = {"stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    process = stage(running(*command, env=without, **quiet))
    told = until(lambda: _about_blanking(process.stderr.readline()), "the line")
    assert "sudo apt install x11-xserver-utils" in told


def _about_blanking(line):
    return line if "X blanks the screen" in line else None
