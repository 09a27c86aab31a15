"""What a real kiosk writes for the journal, and that no reader and no disk stops it."""

import subprocess
import sys
from itertools import cycle

import pytest

from kiosk.files.versions import program_version
from tests.support.journal import journal
from tests.support.programs import PATIENCE, until
from tests.support.shipped import ROOT
from tests.support.small_disk import small_disk
from tests.support.x_screen import is_different, kiosk, x_screen

SIZE = (1280, 800)
STRIP = (0x8E, 0x0B, 0x1C)


@pytest.fixture
def screen(stage, tmp_path, monkeypatch):
    for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    (tmp_path / "own").mkdir()
    return stage(x_screen(*SIZE))


@pytest.fixture
def begin(stage, screen, settings, monkeypatch):
    """Start a kiosk whose stderr is this; return its process once it is shown."""

    def start(stderr, **environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        path = settings(SIZE[0])
        process = stage(kiosk(screen, "--config", path, stderr=stderr))
        screen.photograph_when(lambda photo: photo.getpixel((5, 5)) == STRIP, "it")
        return process

    return start


def touch_around(screen):
    """Make a visit: touch here and there until something has changed."""
    before = screen.photograph()
    places = cycle((x, y) for y in (300, 450, 600) for x in (200, 500, 800, 1100))

    def changes():
        screen.touch(*next(places))
        return is_different(screen.photograph(), before)

    until(changes, "a page")


def test_the_journal_tells_of_the_kiosk_and_of_no_visit(stage, screen, begin):
    log = stage(journal())
    process = begin(log.stream, **log.environment)
    until(lambda: any("ready" in line for line in log.lines), "it to be ready")
    before = log.lines
    touch_around(screen)
    assert log.lines == before
    process.terminate()
    assert process.wait(PATIENCE) == 0
    first, *problems, ready, last = log.lines
    assert first == "<6>kiosk: started"
    assert ready == f"<6>kiosk: ready, version {program_version()}"
    assert last == "<6>kiosk: ended"
    assert all(line.startswith("<4>kiosk: ") for line in problems)


def test_a_kiosk_that_cannot_start_is_an_error_in_the_journal(stage, screen, begin):
    begin(subprocess.DEVNULL)
    log = stage(journal())
    command = [sys.executable, ROOT / "main.py"]
    own = screen.environment | log.environment
    done = subprocess.run(command, env=own, stderr=log.stream, timeout=PATIENCE)
    assert done.returncode == 2
    assert log.lines[-1].startswith("<3>kiosk: another kiosk is running")


def test_on_a_terminal_only_problems_are_told(stage, begin, monkeypatch):
    monkeypatch.delenv("JOURNAL_STREAM", raising=False)
    log = stage(journal())
    process = begin(log.stream)
    process.terminate()
    process.wait(PATIENCE)
    assert log.lines
    assert not [line for line in log.lines if not line.startswith("kiosk: ")]
    assert "kiosk: ended" not in log.lines


def test_a_full_pipe_stops_neither_its_start_nor_a_visit_nor_its_end(
    stage, screen, begin
):
    log = stage(journal())
    log.fill()
    process = begin(log.stream, **log.environment)
    touch_around(screen)
    process.terminate()
    assert process.wait(PATIENCE) == 0


def status():
    command = [sys.executable, ROOT / "main.py", "status"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    return done.stdout


def test_a_full_disk_stops_neither_its_start_nor_a_visit_and_is_told(
    stage, screen, begin, tmp_path
):
    """Its log, its state, its runtime folder and its home are on that disk."""
    disk = stage(small_disk(tmp_path / "own"))
    log = stage((disk.folder / "log").open("w"))
    disk.fill()
    process = begin(log)
    touch_around(screen)
    assert "State" in status()
    disk.make_room()
    touch_around(screen)
    process.terminate()
    assert process.wait(PATIENCE) == 0


def test_a_disk_that_fills_while_it_runs_stops_nothing(stage, screen, begin, tmp_path):
    disk = stage(small_disk(tmp_path / "own"))
    log = stage((disk.folder / "log").open("w"))
    process = begin(log)
    disk.fill()
    touch_around(screen)
    assert "State" in status()
    process.terminate()
    assert process.wait(PATIENCE) == 0
