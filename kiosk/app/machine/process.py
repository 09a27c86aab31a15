"""The process: its name for other programs, and the signals that end it."""

import os
import signal
from contextlib import suppress
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication


def name_process() -> None:
    """Let `pkill kiosk` find it, where Linux calls it by its interpreter's name."""
    with suppress(OSError):
        Path("/proc/self/comm").write_text("kiosk", "ascii")


def end_when_told(application: QApplication) -> None:
    """End in good order on SIGTERM, SIGINT and SIGHUP: the only way from outside.

    SIGHUP comes when the terminal that it was started in is closed. Qt's loop runs no
    Python while nothing happens; a pipe wakes it.
    """
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write)
    wake = QSocketNotifier(read, QSocketNotifier.Type.Read, application)
    wake.activated.connect(lambda: application.exit(0))
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if number := getattr(signal, name, None):  # Windows has no SIGHUP
            signal.signal(number, _nothing)


def _nothing(number: int, frame: FrameType | None) -> None:
    """Leave a signal to the pipe that it also wrote to."""
