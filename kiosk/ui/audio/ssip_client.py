"""A conversation with speech-dispatcher, the desktop's own speech, over its socket.

Its protocol is SSIP ("info ssip"). An order is a line; the last line of an answer has a
space behind its three figures. Nothing here waits: answers are read when they come.
What to say, and when, is left to `Synthesizer`.
"""

import os
from collections import deque
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QSocketNotifier, QTimer, Signal

if TYPE_CHECKING:
    from socket import socket

Then = Callable[[list[str]], None]

PROGRAM = "speech-dispatcher"
_REFUSED = 300
_EVENTS = range(700, 800)
_ANSWER_MS = 5_000
_START_MS = 20_000  # on a small machine that has just been switched on
_AT_ONCE = 65_536
_INSTALL = "on Debian or Ubuntu: sudo apt install speech-dispatcher-espeak-ng"


def socket_path() -> Path:
    """Return where the server listens: where its own library looks for it."""
    way, _, named = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if way == "unix_socket" and named:
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or cache)
    return runtime / PROGRAM / "speechd.sock"


def is_installed() -> bool:
    """Tell whether there is a speech server, or one that can be started."""
    return which(PROGRAM) is not None or socket_path().exists()


class SsipClient(QObject):
    """One connection, made when asked for. A server that does not run is started.

    `happened` tells an event and the number of the text that it is about. `lost` says
    why there is no connection any more, and what to do.
    """

    opened = Signal()
    happened = Signal(int, str)
    lost = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: socket | None = None
        self._reader: QSocketNotifier | None = None
        self._starter: QProcess | None = None
        self._unread = b""
        self._lines: list[str] = []
        self._awaited: deque[Then | None] = deque()
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._waited_in_vain)

    @property
    def is_open(self) -> bool:
        """Whether orders can be given."""
        return self._socket is not None

    def open(self) -> None:
        """Connect, and tell by `opened` or `lost`; a server may have to be started."""
        if self._socket or self._starter:
            return
        try:
            self._connect()
        except OSError:
            self._start_the_server()

    def order(self, line: str, then: Then | None = None, *, answers: int = 1) -> None:
        """Give an order; call `then` with the lines of the last of its answers."""
        if not self._socket:
            return
        self._awaited.extend([None] * (answers - 1) + [then])
        if not self._watch.isActive():
            self._watch.start(_ANSWER_MS)
        try:
            self._socket.sendall(f"{line}\r\n".encode(errors="replace"))
        except OSError as problem:  # it is gone, or has read nothing for long
            self.lose(f"{PROGRAM} cannot be told anything ({problem})")

    def lose(self, reason: str) -> None:
        """Give the connection up, saying why."""
        self.close()
        self.lost.emit(f"{reason}; see that {PROGRAM} runs, or restart the computer")

    def close(self) -> None:
        """Leave without a word."""
        self._watch.stop()
        self._awaited.clear()
        self._lines.clear()
        self._unread = b""
        if self._reader:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
        if self._socket:
            self._socket.close()
        if self._starter:
            self._starter.deleteLater()
        self._reader = self._socket = self._starter = None

    def _connect(self) -> None:
        import socket

        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.settimeout(0)
            connection.connect(str(socket_path()))
        except OSError:
            connection.close()
            raise
        self._watch.stop()
        self._socket = connection
        self._reader = QSocketNotifier(
            connection.fileno(), QSocketNotifier.Type.Read, self
        )
        self._reader.activated.connect(self._read)
        self.order('SET SELF CLIENT_NAME "kiosk:kiosk:main"')
        self.order("SET SELF NOTIFICATION ALL ON")
        self.opened.emit()

    def _start_the_server(self) -> None:
        """Do what the server's own library does where it is not running."""
        self._starter = starter = QProcess(self)
        starter.setStandardOutputFile(QProcess.nullDevice())
        starter.errorOccurred.connect(self._cannot_start)
        starter.finished.connect(self._started)
        self._watch.start(_START_MS)
        place = ["--socket-path", str(socket_path())]
        starter.start(PROGRAM, ["--spawn", "-c", "unix_socket", *place])

    def _cannot_start(self, problem: QProcess.ProcessError) -> None:
        if problem is QProcess.ProcessError.FailedToStart:
            self.close()
            self.lost.emit(f"{PROGRAM} is not installed; {_INSTALL}")

    def _started(self) -> None:
        starter = self._starter
        if not starter:
            return
        said = bytes(starter.readAllStandardError().data()).decode(errors="replace")
        starter.deleteLater()
        self._starter = None
        try:
            self._connect()
        except OSError as problem:
            self.lose(f"{PROGRAM} does not start ({' '.join(said.split()) or problem})")

    def _waited_in_vain(self) -> None:
        self.lose(f"{PROGRAM} does not answer")

    def _read(self) -> None:
        try:
            got = self._socket.recv(_AT_ONCE) if self._socket else b""
        except BlockingIOError:
            return
        except OSError:
            got = b""
        if not got:
            self.lose(f"{PROGRAM} has ended")
            return
        *lines, self._unread = (self._unread + got).split(b"\r\n")
        for line in lines:
            if self._socket:
                self._take(line.decode(errors="replace"))

    def _take(self, line: str) -> None:
        self._lines.append(line)
        if line[3:4] != " ":
            return
        lines, self._lines = self._lines, []
        code = int(line[:3]) if line[:3].isdigit() else _REFUSED
        if code in _EVENTS:
            self.happened.emit(code, lines[0][4:])
        elif code >= _REFUSED:
            self.lose(f"{PROGRAM} says: {line}")
        elif self._awaited:
            self._answered(self._awaited.popleft(), lines)

    def _answered(self, then: Then | None, lines: list[str]) -> None:
        self._watch.stop()
        if self._awaited:
            self._watch.start(_ANSWER_MS)
        if then:
            then(lines)
