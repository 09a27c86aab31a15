"""`kiosk pin`, typed into a terminal and piped in."""

import os
import pty
import subprocess
import sys
from contextlib import contextmanager, suppress
from select import select

import pytest

from kiosk.files.settings import load_settings
from tests.support.shipped import RESOURCES

ROOT = RESOURCES.parent
PATIENCE = 30.0
COMMAND = (sys.executable, "main.py", "pin")
WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from kiosk.cli import main
sys.exit(main(["pin"]))
"""
REFUSED = {
    "digits in a row": "1234",
    "digits in a row, backwards": "9876",
    "equal digits": "1111",
    "letters": "48a9",
    "too short": "482",
    "too long": "4829174839201",
    "nothing": "",
    "other digits": "٤٨٢٩",
}


@pytest.fixture
def run():
    def running(typed, command=COMMAND):
        return subprocess.run(
            command,
            input=f"{typed}\n",
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )

    return running


class Terminal:
    """A terminal that somebody sits at."""

    def __init__(self, glass, process):
        self._glass = glass
        self.process = process
        self.shown = ""

    def answer(self, question, typed):
        """Wait for a question, and type."""
        while not self.shown.endswith(question):
            assert select([self._glass], [], [], PATIENCE)[0], self.shown
            self.shown += os.read(self._glass, 1000).decode()
        os.write(self._glass, typed.encode())

    def close(self):
        """Read on to the end; return what was printed where it can be piped on."""
        printed = self.process.communicate()[0]
        with suppress(OSError):  # nobody writes to it any more
            while piece := os.read(self._glass, 1000):
                self.shown += piece.decode()
        return printed


@contextmanager
def sitting_at_a_terminal():
    glass, keys = pty.openpty()
    with subprocess.Popen(
        COMMAND,
        cwd=ROOT,
        stdin=keys,
        stderr=keys,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        os.close(keys)
        try:
            yield Terminal(glass, process)
        finally:
            os.close(glass)


@pytest.fixture
def terminal():
    with sitting_at_a_terminal() as terminal:
        yield terminal


@pytest.fixture
def let_in(tmp_path):
    """Tell whether settings with these lines let somebody in by this PIN."""

    def asking(lines, digits):
        path = tmp_path / "clinic.toml"
        path.write_text(lines)
        return load_settings(path).pin.matches(digits.encode())

    return asking


def test_what_is_printed_goes_into_the_settings_as_it_is(run, let_in):
    done = run("4829")
    assert (done.returncode, done.stderr) == (0, "")
    assert let_in(done.stdout, "4829")
    assert not let_in(done.stdout, "4820")


@pytest.mark.parametrize("digits", ["4829", "482917483920"])
def test_the_shortest_and_the_longest_pin_are_taken(run, let_in, digits):
    assert let_in(run(digits).stdout, digits)


def test_nobody_reads_the_pin_off_the_lines(run):
    done = run("482917")
    assert "482917" not in done.stdout + done.stderr


def test_two_kiosks_with_one_pin_have_different_lines(run):
    assert run("4829").stdout != run("4829").stdout


@pytest.mark.parametrize("digits", REFUSED.values(), ids=REFUSED)
def test_a_pin_that_is_no_good_is_refused_in_one_line(run, digits):
    done = run(digits)
    assert (done.returncode, done.stdout) == (2, "")
    [line] = done.stderr.splitlines()
    assert line.startswith("kiosk: a PIN ")
    assert line.endswith("choose another")
    assert not digits or digits not in line


def test_a_pin_is_typed_twice(terminal, let_in):
    terminal.answer("Staff PIN: ", "4829\n")
    terminal.answer("Once more: ", "4829\n")
    assert let_in(terminal.close(), "4829")
    assert terminal.process.returncode == 0


def test_nobody_reads_on_the_terminal_what_is_typed(terminal):
    terminal.answer("Staff PIN: ", "4829\n")
    terminal.answer("Once more: ", "4829\n")
    terminal.close()
    assert terminal.shown.replace("\r\n", "") == "Staff PIN: Once more: "


def test_two_different_pins_are_refused_in_one_line(terminal):
    terminal.answer("Staff PIN: ", "4829\n")
    terminal.answer("Once more: ", "4820\n")
    assert terminal.close() == ""
    assert terminal.process.returncode == 2
    line = terminal.shown.splitlines()[-1]
    assert line == "kiosk: the two are not the same; run it again"


def test_a_typed_pin_that_is_no_good_is_refused_in_one_line(terminal):
    terminal.answer("Staff PIN: ", "1234\n")
    terminal.answer("Once more: ", "1234\n")
    assert terminal.close() == ""
    assert terminal.process.returncode == 2
    assert terminal.shown.splitlines()[-1].endswith("choose another")


def test_whoever_types_no_pin_is_told_in_one_line(terminal):
    terminal.answer("Staff PIN: ", "\x04")
    terminal.close()
    assert terminal.process.returncode == 2
    assert "Traceback" not in terminal.shown


def test_a_pin_needs_no_qt(run, let_in):
    done = run("4829", (sys.executable, "-c", WITHOUT_QT))
    assert let_in(done.stdout, "4829")
