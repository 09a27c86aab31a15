"""Pictures of every screen, on a machine without one."""

import os
import subprocess
import sys

import pytest
from PIL import Image

from tests.support.shipped import CONTENT, RESOURCES

PAGES = {path.stem for path in (CONTENT / "en").glob("*.md")}
STATES = {"check-routine", "check-emergency", "emergency", "code", "attract", "staff"}


def run_in(folder, *choice):
    """Run the command without a display."""
    command = [sys.executable, "main.py", "screenshots", folder, *choice]
    displays = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {k: v for k, v in os.environ.items() if k not in displays}
    place = {"cwd": RESOURCES.parent, "env": bare}
    return subprocess.run(command, **place, capture_output=True, text=True)


@pytest.fixture
def photographed(tmp_path):
    """Take the pictures of one pattern, on the smallest screen; return their states."""

    def take(only):
        assert run_in(tmp_path, "--only", only).returncode == 0
        found = {}
        for path in tmp_path.glob("*.png"):
            screen, state = path.stem.split("-", 1)
            with Image.open(path) as picture:
                assert "{}x{}".format(*picture.size) == screen
                found.setdefault(picture.size, set()).add(state)
        return found

    return take


def test_every_page_and_state_is_photographed_on_the_screen_asked_for(photographed):
    found = photographed("800x*-en-light-100")
    assert set(found) == {(800, 1280)}
    for states in found.values():
        assert states >= {f"en-light-100-{state}" for state in PAGES | STATES}


def test_a_visit_that_listens_is_photographed_too(photographed):
    [states] = photographed("800x1280-en-light-100-listen").values()
    assert states == {it for it in states if it.startswith("en-light-100-listen-")}
    assert states >= {f"en-light-100-listen-{page}" for page in PAGES}


def test_a_closed_clinic_and_a_broken_kiosk_are_photographed_too(photographed):
    [states] = photographed("800x1280").values()
    assert states >= {"trouble", "closed-check-emergency", "closed-emergency"}


def test_one_page_is_photographed_alone(tmp_path):
    choice = ["--page", "vision", "--page", "book", "--only", "800x1280-es-light-100"]
    assert run_in(tmp_path, *choice).returncode == 0
    states = {
        path.stem.split("-100-")[1].rstrip("-0123456789") for path in tmp_path.iterdir()
    }
    assert states == {"vision", "book"}


@pytest.mark.parametrize(
    ("choice", "remedy"),
    [
        (["--only", "1080x1920-er-dark-200"], "-dark-200 or "),
        (["--only", "800x1280", "--page", "vision"], "write 800x1280-"),
        (["--page", "visoin"], "there is no page 'visoin'; write vision"),
        (["--page", "qqq"], "there are home, "),
    ],
)
def test_nothing_to_photograph_is_an_error(tmp_path, choice, remedy):
    done = run_in(tmp_path, *choice)
    assert done.returncode == 2
    assert remedy in done.stderr
    assert list(tmp_path.iterdir()) == []
