"""A pipe that a program takes for the journal of systemd, and what it writes there."""

import os
from contextlib import contextmanager

PIPE_BYTES = 4096


class Journal:
    """Hand `stream` to a program as its stderr, with what `environment` says of it."""

    def __init__(self, read, write):
        self._read, self.stream = read, write
        os.set_blocking(read, False)
        self._said = b""

    @property
    def environment(self):
        found = os.fstat(self.stream)
        return {"JOURNAL_STREAM": f"{found.st_dev}:{found.st_ino}"}

    @property
    def lines(self):
        """All lines that were written so far."""
        try:
            while piece := os.read(self._read, 1 << 16):
                self._said += piece
        except BlockingIOError:
            pass
        return self._said.decode().splitlines()

    def fill(self):
        """Leave no room in it: it is full of a reader that does not read."""
        os.set_blocking(self.stream, False)
        try:
            while True:
                os.write(self.stream, b"x" * PIPE_BYTES)
        except BlockingIOError:
            os.set_blocking(self.stream, True)


@contextmanager
def journal():
    read, write = os.pipe()
    try:
        yield Journal(read, write)
    finally:
        os.close(read)
        os.close(write)
