"""The kiosk under a supervisor: after any fault, a fresh first page in 5 seconds."""

import os
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.support.programs import until
from tests.support.recording import show_figure
from tests.support.shipped import ROOT
from tests.support.supervisor import WATCHDOG_S, kiosk_command, supervised
from tests.support.visitor import still
from tests.support.x_screen import is_different, x_screen

PROGRAM = ROOT / "tests" / "support" / "kiosk_with_faults.py"
LANDSCAPE = (1920, 1080)


@pytest.fixture
def screen(stage):
    return stage(x_screen(*LANDSCAPE))


@pytest.fixture
def clock(tmp_path):
    """Write the machine's clock: how far it is from the true time, in days."""

    def turn(days):
        (tmp_path / "clock.new").write_text(f"{days:+d}d\n")
        (tmp_path / "clock.new").replace(tmp_path / "clock")

    turn(0)
    return turn


@pytest.fixture
def begin(stage, screen, settings, tmp_path, home):
    """Start a supervised kiosk, with options of its command line; return it ready."""

    def start(*options, **environment):
        own = {"HOME": str(home), "PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(home)}
        command = [sys.executable, str(PROGRAM), str(tmp_path)]
        command += ["--config", str(settings()), *map(str, options)]
        environment = screen.environment | own | environment
        program = stage(supervised(command, environment, tmp_path))
        program.await_ready(1)
        return program

    return start


@pytest.fixture
def kiosk(begin):
    return begin()


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
    began = time.monotonic()
    FAULTS[fault](kiosk, tmp_path)
    kiosk.await_ready(2)
    show_figure(f"{fault}: ready again after", round(kiosk.ready[1] - began, 1), "s")
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


def assert_it_goes_on(kiosk, screen, as_before):
    """Check that it lives through two times the supervisor's patience, unchanged."""
    for _ in range(2 * round(WATCHDOG_S)):
        kiosk.await_message("WATCHDOG=1")
    assert len(kiosk.starts) == 1
    assert not is_different(still(screen), as_before)


def test_without_its_content_folder_it_goes_on(begin, screen, tmp_path):
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "resources" / "content", folder)
    kiosk = begin("--content", folder)
    before = still(screen)
    shutil.rmtree(folder)
    assert_it_goes_on(kiosk, screen, before)


@pytest.mark.parametrize("days", [-365, 365])
def test_a_clock_set_a_year_back_or_ahead_changes_nothing(
    begin, screen, tmp_path, clock, days
):
    [library] = Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
    kiosk = begin(
        LD_PRELOAD=str(library),
        FAKETIME_TIMESTAMP_FILE=str(tmp_path / "clock"),
        FAKETIME_NO_CACHE="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
        FAKETIME_FORCE_MONOTONIC_FIX="0",  # or Python's threads wait for each other
    )
    before = still(screen)
    clock(days)
    assert_it_goes_on(kiosk, screen, before)


def test_emptied_settings_and_a_crash_leave_the_clinics_own_screen(
    kiosk, screen, tmp_path
):
    fresh = still(screen)
    (tmp_path / "clinic.toml").write_text("")
    kiosk.process.kill()
    kiosk.await_ready(2)
    assert not is_different(still(screen), fresh)


def test_a_new_screen_shows_it_after_the_old_one_died(stage, settings, tmp_path, home):
    with x_screen(*LANDSCAPE) as old:
        command = kiosk_command("--config", settings())
        environment = old.environment | {"HOME": str(home)}
        kiosk = stage(supervised(command, environment, tmp_path))
        kiosk.await_ready(1)
        fresh = still(old)
    new = stage(x_screen(*LANDSCAPE, display=old.display))
    kiosk.await_ready(2)
    new.photograph_when(lambda photo: not is_different(photo, fresh), "the first page")
