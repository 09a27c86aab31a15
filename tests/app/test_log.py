"""Lines are written for the journal or a terminal, and never waited for."""

import os
import threading
from pathlib import Path

import pytest

from kiosk.app.log import Log, Priority, is_journal, put
from kiosk.app.problems import Reporter
from kiosk.domain.line_limit import SAME_S
from kiosk.errors import UsageError

PATIENCE_S = 20.0


class Journal:
    """A pipe that is named as the journal; `log` writes into it."""

    def __init__(self, clock):
        read, write = os.pipe()
        os.set_blocking(read, False)
        self.reader = os.fdopen(read, "rb", 0)
        self.stream = os.fdopen(write, "w")
        self.log = Log(clock.clock.seconds, self.stream)
        self.report = Reporter(self.log)

    @property
    def name(self):
        found = os.fstat(self.stream.fileno())
        return f"{found.st_dev}:{found.st_ino}"

    @property
    def lines(self):
        """All that was written since they were last read."""
        return (self.reader.read(1 << 20) or b"").decode().splitlines()


@pytest.fixture
def journal(clock, monkeypatch):
    journal = Journal(clock)
    monkeypatch.setenv("JOURNAL_STREAM", journal.name)
    yield journal
    journal.reader.close()
    journal.stream.close()


def test_the_journal_gets_the_priority_of_each_line(journal):
    journal.report("one", "two")
    journal.report.bug(RuntimeError("choking"), None)
    journal.report.bug(UsageError("three"), None)
    journal.log.tell("ready")
    assert journal.lines == [
        "<4>kiosk: one",
        "<4>kiosk: two",
        "<3>kiosk: a bug at ?: RuntimeError",
        "<3>kiosk: three",
        "<6>kiosk: ready",
    ]


def test_a_terminal_gets_none_and_not_what_it_sees_anyway(journal, monkeypatch):
    monkeypatch.delenv("JOURNAL_STREAM")
    journal.report("one")
    journal.log.tell("ready")
    assert journal.lines == ["kiosk: one"]


@pytest.mark.parametrize("named", ["", "1:2", "x", "1:2:3"])
def test_a_journal_of_another_stream_is_none(journal, named):
    assert is_journal(journal.stream, os.environ)
    assert not is_journal(journal.stream, {"JOURNAL_STREAM": named})


@pytest.mark.parametrize("stream", [None, object()])
def test_no_stderr_is_no_journal_and_no_trouble(stream):
    assert not is_journal(stream, {"JOURNAL_STREAM": "1:2"})
    if stream is None:
        put(stream, "one")


def test_the_same_line_is_written_once_in_ten_minutes(journal, clock):
    for _ in range(50):
        journal.report("one")
    clock.advance(SAME_S)
    journal.report("one")
    assert journal.lines == ["<4>kiosk: one", "<4>kiosk: one (said 49 times more)"]
    assert [it.times for it in journal.report.counted] == [51]


def test_a_thousand_lines_a_second_are_a_hundred_in_the_log(journal, clock):
    for number in range(1000):
        journal.report(f"line {number}")
    assert len(journal.lines) == 101


def test_a_full_pipe_is_not_waited_for(journal, clock):
    def fill():
        for number in range(5000):
            clock.advance(60)
            journal.report(f"{number} {'x' * 900}")

    writer = threading.Thread(target=fill, daemon=True)
    writer.start()
    writer.join(PATIENCE_S)
    assert not writer.is_alive()
    said = journal.lines
    assert 10 < len(said) < 100
    assert all(line.startswith("<4>kiosk: ") for line in said)


def test_once_it_is_read_again_lines_are_written_again(journal, clock):
    for number in range(99):
        journal.report(f"{number} {'x' * 900}")
    assert journal.lines
    clock.advance(3600)
    journal.report("new")
    assert journal.lines == ["<4>kiosk: new"]


def test_a_pipe_that_nobody_reads_any_more_is_no_trouble(journal):
    journal.reader.close()
    journal.report("one")


def test_a_full_disk_is_no_trouble(clock):
    with Path("/dev/full").open("w") as full:
        with pytest.raises(OSError, match="No space"):
            os.write(full.fileno(), b"x")
        report = Reporter(Log(clock.clock.seconds, full))
        report("one")
    assert [*report.last] == ["one"]


def test_a_line_is_one_line_and_no_longer_than_a_pipe_takes_at_once(journal):
    journal.report("one\ntwo")
    journal.report("é" * 5000)
    one, long = journal.lines
    assert one == "<4>kiosk: one two"
    assert len(long.encode()) < 4096
    assert set(long.removeprefix("<4>kiosk: ")) == {"é"}


def test_the_priorities_are_those_of_syslog():
    assert [*map(int, Priority)] == [3, 4, 6]
