"""A kiosk that starts again shows its first picture before it can do anything else."""

import subprocess
import sys

import pytest
from PIL import Image

from kiosk.files.first_picture import NAME
from tests.support.programs import running, until
from tests.support.shipped import ROOT
from tests.support.x_screen import is_different, x_screen

SIZE = (1080, 1920)
HELD_BACK = ROOT / "tests" / "support" / "kiosk_held_back.py"
PIPE = subprocess.PIPE


@pytest.fixture
def screen(stage):
    return stage(x_screen(*SIZE))


@pytest.fixture
def begin(stage, screen, tmp_path):
    """Start a kiosk that waits to be told to go on; return its process."""
    settings = tmp_path / "clinic.toml"
    settings.write_text('[clinic]\nname = "Park Clinic"\n[screen]\nwidth_mm = 268\n')
    own = {"PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(tmp_path / "state")}

    def start():
        command = [sys.executable, HELD_BACK, "--config", settings]
        streams = {"stdin": PIPE, "stdout": PIPE, "text": True}
        process = stage(running(*command, env=screen.environment | own, **streams))
        assert process.stdout.readline() == "held\n"
        return process

    return start


@pytest.fixture
def kept(begin, screen, tmp_path):
    """Return what the first start kept, as a picture; that start has ended."""
    first = begin()
    assert not screen.photograph().getbbox()  # black: there is nothing to show yet
    go_on(first)
    file = tmp_path / "state" / "kiosk" / NAME
    until(file.is_file, "the picture to be kept")
    first.terminate()
    first.wait()
    pixels = file.read_bytes()[-4 * SIZE[0] * SIZE[1] :]
    return Image.frombytes("RGB", SIZE, pixels, "raw", "BGRX")


def go_on(process):
    process.stdin.write("\n")
    process.stdin.flush()


def test_the_picture_is_there_before_the_kiosk_is(begin, screen, kept):
    begin()
    screen.photograph_when(lambda it: not is_different(it, kept), "the picture")


def test_the_kiosk_takes_the_place_of_the_picture(begin, screen, kept):
    process = begin()
    seen = screen.photograph_when(lambda it: it.getbbox(), "the picture")
    go_on(process)
    screen.photograph_when(lambda it: is_different(it, seen), "another fact")
    windows = ("search", "--onlyvisible", "--class", "kiosk")
    until(lambda: len(screen.finger(*windows).split()) == 1, "one window alone")


def test_a_touch_on_the_picture_begins_a_visit(begin, screen, kept):
    process = begin()
    screen.touch(SIZE[0] // 2, SIZE[1] // 3)
    go_on(process)
    below = (0, SIZE[1] - 60, *SIZE)  # where pages have buttons, and no fact ever is
    screen.photograph_when(
        lambda it: is_different(it.crop(below), kept.crop(below)), "the first page"
    )
