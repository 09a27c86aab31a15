"""The kiosk under a supervisor: after any fault, a fresh first page in 5 seconds."""

import os
import signal
import sys

import pytest

from tests.support.programs import until
from tests.support.shipped import ROOT
from tests.support.supervisor import WATCHDOG_S, supervised
from tests.support.visitor import still
from tests.support.x_screen import is_different, x_screen

PROGRAM = ROOT / "tests" / "support" / "kiosk_with_faults.py"
LANDSCAPE = (1920, 1080)


@pytest.fixture
def screen(stage):
    return stage(x_screen(*LANDSCAPE))


@pytest.fixture
def kiosk(stage, screen, settings, tmp_path, home):
    own = {"HOME": str(home), "PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(home)}
    command = [sys.executable, str(PROGRAM), str(tmp_path), "--config", str(settings())]
    program = stage(supervised(command, screen.environment | own, tmp_path))
    program.await_ready(1)
    return program


def send(number):
    return lambda kiosk, folder: os.kill(kiosk.process.pid, number)


def name(fault):
    return lambda kiosk, folder: (folder / fault).touch()


FAULTS = {
    "killed": send(signal.SIGKILL),
    "crashed": send(signal.SIGSEGV),
    "told to end": send(signal.SIGTERM),
    "its terminal is closed": send(signal.SIGHUP),
    "frozen": send(signal.SIGSTOP),
    "blocked in Python": name("block"),
    "blank": name("blank"),
    "in trouble": name("trouble"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_after_a_fault_a_fresh_first_page_is_shown(kiosk, screen, tmp_path, fault):
    fresh = still(screen)
    FAULTS[fault](kiosk, tmp_path)
    kiosk.await_ready(2)
    screen.photograph_when(
        lambda photo: not is_different(photo, fresh), "the first page again"
    )


def test_it_is_ready_only_once_its_first_page_is_seen(screen, kiosk):
    assert len(screen.photograph().getcolors(1 << 24)) > 5


def test_as_long_as_all_is_well_it_gives_signs_of_life(kiosk):
    for _ in range(2 * round(WATCHDOG_S)):
        kiosk.await_message("WATCHDOG=1")
    assert len(kiosk.starts) == 1


def test_a_proper_end_is_said(kiosk):
    kiosk.process.terminate()
    until(lambda: "STOPPING=1" in kiosk.messages, "STOPPING=1")
