"""The kiosk as a process among others: its name, its screen, and how it ends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.programs import PATIENCE, running
from tests.support.shipped import ROOT
from tests.support.x_screen import kiosk, x_screen

SIZE = (1280, 800)
STRIP = (0x8E, 0x0B, 0x1C)


@pytest.fixture
def screen(stage):
    return stage(x_screen(*SIZE))


@pytest.fixture
def begin(stage, screen, settings):
    """Start a kiosk on the screen; return its process once it is shown."""

    def start(*arguments, **options):
        path = settings(SIZE[0])
        process = stage(kiosk(screen, "--config", path, *arguments, **options))
        screen.photograph_when(lambda photo: photo.getpixel((5, 5)) == STRIP, "it")
        return process

    return start


def second(screen, *arguments):
    """Start a kiosk on a screen that has one; return its status and its words."""
    command = [sys.executable, ROOT / "main.py", *arguments]
    done = subprocess.run(
        command,
        env=screen.environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    return done.returncode, done.stderr.splitlines()


def name_of(process):
    return Path(f"/proc/{process.pid}/comm").read_text().strip()


def test_a_second_kiosk_on_a_screen_says_so_and_ends(begin, screen):
    first = begin()
    status, said = second(screen)
    assert status == 2
    assert said == [
        "kiosk: another kiosk is running on this screen; end it first, "
        "with: pkill kiosk"
    ]
    assert first.poll() is None


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_the_next_kiosk_starts_however_the_last_one_ended(begin, end):
    first = begin()
    first.send_signal(end)
    first.wait(PATIENCE)
    assert begin().poll() is None


def test_one_in_a_window_is_for_a_look_beside_the_other(begin, screen, stage):
    begin()
    command = [sys.executable, ROOT / "main.py", "--windowed"]
    pipe = subprocess.PIPE
    process = stage(running(*command, env=screen.environment, stderr=pipe, text=True))
    screen.photograph_when(lambda _: windows(screen) == 2, "its window")
    assert process.poll() is None


def windows(screen):
    return len(screen.finger("search", "--onlyvisible", "--name", "Kiosk").split())


def test_other_programs_know_it_by_its_name(begin):
    assert name_of(begin()) == "kiosk"


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_in_good_order_when_told(begin, end):
    process = begin(stderr=subprocess.PIPE, text=True)
    process.send_signal(end)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Traceback" not in said
