"""`kiosk status` beside a real kiosk."""

import json
import signal
import subprocess
import sys

import pytest

from tests.support.programs import PATIENCE, until
from tests.support.shipped import ROOT
from tests.support.x_screen import kiosk, x_screen

SIZE = (1280, 800)


@pytest.fixture
def begin(stage, settings, tmp_path, monkeypatch):
    """Start a kiosk in a session of its own; return its process."""
    session = tmp_path / "session"
    session.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(session))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def start():
        screen = stage(x_screen(*SIZE))
        log = stage((tmp_path / "log").open("w"))
        process = stage(kiosk(screen, "--config", settings(SIZE[0]), stderr=log))
        until((session / "kiosk" / "status.sock").exists, "its socket")
        return process

    return start


def ask(*arguments):
    """Run `kiosk status`; return its exit status, and what it prints."""
    command = [sys.executable, ROOT / "main.py", "status", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    return done.returncode, done.stdout, done.stderr


def test_it_is_told_of_a_running_kiosk_and_of_none(begin):
    assert ask()[0] == 2
    process = begin()
    code, said, _ = ask("--format", "json")
    told = json.loads(said)
    assert (told["state"], told["attention"]) == ("attention", ["problems"])
    assert code == 1
    assert "no staff PIN is set" in told["problems"][0]["text"]
    assert told["screen_px"] == [*SIZE]
    assert told["responsive"] is True
    assert "1280x800 px" in ask()[1]
    process.terminate()
    assert process.wait(PATIENCE) == 0
    assert ask()[0] == 2


def test_a_kiosk_that_was_killed_is_none_and_the_next_one_answers(begin):
    first = begin()
    first.send_signal(signal.SIGKILL)
    first.wait(PATIENCE)
    assert ask()[0] == 2
    begin()
    until(lambda: ask()[0] == 1, "the next one to answer")


def test_a_frozen_kiosk_is_told_to_be_frozen(begin):
    process = begin()
    process.send_signal(signal.SIGSTOP)
    code, _, said = ask()
    process.send_signal(signal.SIGCONT)
    assert (code, said.count("\n")) == (1, 1)
    assert "does not answer" in said
