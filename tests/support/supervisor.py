"""A small supervisor: it starts a program, hears its notify messages, starts it again.

    with supervised(screen, "--config", path) as kiosk:
        kiosk.wait_for("READY=1")

Systemd does the same with `Type=notify`, `WatchdogSec=3` and `Restart=always`.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import contextmanager, suppress

from tests.support.programs import until
from tests.support.shipped import ROOT

WATCHDOG_S = 3.0
_LISTEN_S = 0.05


class Supervised:
    """A program that is started again when it ends, or gives no sign of life in time.

    `starts` are the moments of its starts, `ready` those at which it said that it is
    ready, in seconds of the monotonic clock.
    """

    def __init__(self, command, environment, folder, log):
        self.starts, self.ready = [], []
        self.messages = deque(maxlen=1000)
        self.process = None
        self._command = command
        self._log = log
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(folder / "notify"))
        self._socket.settimeout(_LISTEN_S)
        self._environment = environment | {
            "NOTIFY_SOCKET": str(folder / "notify"),
            "WATCHDOG_USEC": str(round(WATCHDOG_S * 1e6)),
            "WATCHDOG_PID": str(os.getpid()),  # that of a compositor, in real life
        }
        self._ends = False
        self._thread = threading.Thread(target=self._supervise)

    def begin(self):
        self._start()
        self._thread.start()

    def end(self):
        self._ends = True
        self._thread.join()
        self._kill()
        self.process.wait()
        self._socket.close()

    def await_ready(self, times):
        """Wait until the program was ready so many times."""
        until(lambda: len(self.ready) >= times, f"start {times} to be ready")

    def await_message(self, wanted):
        """Wait for a message that comes from now on."""
        self.messages.clear()
        until(lambda: wanted in self.messages, wanted)

    def _supervise(self):
        while not self._ends:
            self._listen()
            is_late = self._alive and time.monotonic() - self._alive > WATCHDOG_S
            if is_late:
                self._kill()
            if is_late or self.process.poll() is not None:
                self.process.wait()
                self._start()

    def _kill(self):
        """End the program and all that it has started."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def _listen(self):
        with suppress(TimeoutError):
            said = self._socket.recv(4096).decode().splitlines()
            self.messages.extend(said)
            if "READY=1" in said:
                self.ready.append(time.monotonic())
            if {"READY=1", "WATCHDOG=1"} & set(said):
                self._alive = time.monotonic()

    def _start(self):
        self._alive = None
        self.starts.append(time.monotonic())
        with self._log.open("a") as log:
            self.process = subprocess.Popen(
                self._command,
                env=self._environment,
                cwd=ROOT,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )


@contextmanager
def supervised(command, environment, folder):
    """Have a program supervised for as long as the block lasts."""
    program = Supervised(command, environment, folder, folder / "log")
    program.begin()
    try:
        yield program
    finally:
        program.end()


def kiosk_command(*arguments):
    return [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
