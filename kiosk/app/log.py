"""Write lines to stderr, for a terminal or for the journal of systemd.

The program never waits for who reads them: where there is no room for a line, on a full
disk or in a full pipe, that line is lost.
"""

import os
import select
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import IntEnum
from typing import TextIO

from kiosk.domain.line_limit import LineLimit

_MOST_BYTES = 4096
"""What Linux writes into a pipe whole, if there is room at all: PIPE_BUF."""


class Priority(IntEnum):
    """How grave a line is, in the numbers of syslog."""

    ERROR = 3
    WARNING = 4
    INFO = 6


class Log:
    """Write lines, with their priority if stderr is the journal.

    There the beginning and the end of the program are lines, too; on a terminal they
    are seen without.
    """

    def __init__(
        self,
        seconds: Callable[[], float] = time.monotonic,
        stream: TextIO | None = None,
    ) -> None:
        """Write to a stream other than stderr if it is given."""
        self._seconds = seconds
        self._stream = stream
        self._limit = LineLimit(seconds())

    def write(self, priority: Priority, *lines: str) -> None:
        """Write lines, but what was said a moment ago, or too many in an hour."""
        now = self._seconds()
        written = (it for line in lines for it in self._limit.admitted(line, now))
        self._put(priority, *written)

    def tell(self, line: str) -> None:
        """Write a line such as "started" or "ended"; only if stderr is the journal."""
        if self._is_journal:
            self._put(Priority.INFO, line)

    @property
    def _is_journal(self) -> bool:
        return is_journal(self._stream or sys.stderr, os.environ)

    def _put(self, priority: Priority, *lines: str) -> None:
        level = f"<{priority}>" if self._is_journal else ""
        for line in lines:
            put(self._stream or sys.stderr, f"{level}kiosk: {line}")


def tell_ready(log: Log) -> None:
    """Write that visitors are served, and by which version."""
    from kiosk.files.versions import program_version

    log.tell(f"ready, version {program_version()}")


def is_journal(stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    """Return whether a stream leads to the journal: systemd names its device and inode.

    Programs that the kiosk's session starts inherit the name with other streams.
    """
    named = environment.get("JOURNAL_STREAM", "")
    number = descriptor(stream)
    if not named or number is None:
        return False
    with suppress(OSError):
        found = os.fstat(number)
        return named == f"{found.st_dev}:{found.st_ino}"
    return False


def put(stream: TextIO | None, line: str) -> None:
    """Write a line whole, as far as it fits into a pipe at once, or not at all."""
    text = f"{' '.join(line.split())}\n"
    number = descriptor(stream)
    with suppress(OSError, ValueError):  # a full disk, or a pipe that is gone
        if number is None and stream:
            stream.write(text)
            stream.flush()
        elif number is not None and _has_room(number):
            data = text.encode(errors="backslashreplace")
            os.write(number, data if len(data) <= _MOST_BYTES else _cut(data))


def descriptor(stream: TextIO | None) -> int | None:
    """Return the file descriptor of a stream; None if it has none."""
    with suppress(AttributeError, OSError, ValueError):
        return stream.fileno() if stream else None
    return None


def _cut(data: bytes) -> bytes:
    return data[: _MOST_BYTES - 1].decode(errors="ignore").encode() + b"\n"


def _has_room(number: int) -> bool:
    """Return whether `_MOST_BYTES` can be written without waiting for a reader."""
    if not hasattr(select, "poll"):  # Windows
        return True
    poll = select.poll()
    poll.register(number, select.POLLOUT)
    return any(events & select.POLLOUT for _, events in poll.poll(0))
