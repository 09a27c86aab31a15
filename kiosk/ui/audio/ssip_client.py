"""A client of speech-dispatcher, the desktop's own speech: its protocol, SSIP.

A command is a line; the last line of a reply has a space after its three-digit code
("info ssip"). No call waits: replies are read when they arrive. `Synthesizer` decides
which text is said, and when.
"""

import os
from collections import deque
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QSocketNotifier, QTimer, Signal

if TYPE_CHECKING:
    from socket import socket

ReplyHandler = Callable[[list[str]], None]

PROGRAM = "speech-dispatcher"
_REFUSED = 300
_EVENTS = range(700, 800)
_REPLY_MS = 5_000
_KILL_MS = 500
_START_MS = 20_000  # on a small machine that has just been switched on
_RECEIVE_BYTES = 65_536
_INSTALL = "on Debian or Ubuntu: sudo apt install speech-dispatcher-espeak-ng"


class SpeechEvent(IntEnum):
    """The codes of the events a text can have, of those that SSIP knows."""

    ENDED = 702
    CANCELLED = 703


def socket_path() -> Path:
    """Return the socket the server listens on: where its own library looks for it."""
    method, _, named = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if method == "unix_socket" and named:
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or cache)
    return runtime / PROGRAM / "speechd.sock"


def is_installed() -> bool:
    """Check whether a speech server runs, or can be started."""
    return which(PROGRAM) is not None or socket_path().exists()


class SsipClient(QObject):
    """One connection, opened on demand. A server that does not run is started.

    `event_received` carries an event's code and the number of the text it concerns.
    `lost` says in one line why the connection has ended, and what to do.
    """

    opened = Signal()
    event_received = Signal(int, str)
    lost = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._starter: QProcess | None = None
        self._unparsed = b""
        self._lines: list[str] = []
        self._pending: deque[ReplyHandler | None] = deque()
        self._reply_timer = QTimer(self)
        self._reply_timer.setSingleShot(True)
        self._reply_timer.timeout.connect(self._give_up_waiting)

    @property
    def is_open(self) -> bool:
        """Whether commands can be sent."""
        return self._socket is not None

    def open(self) -> None:
        """Connect, starting the server if need be; `opened` or `lost` follows."""
        if self._socket or self._starter:
            return
        try:
            self._connect()
        except OSError:
            self._start_the_server()

    def list_voices(self, on_languages: Callable[[frozenset[str]], None]) -> None:
        """Ask which voices there are; call back with their languages.

        They are codes such as "pt-br" and, for each of them, "pt".
        """

        def parse(lines: list[str]) -> None:
            codes = [line.split("\t")[1] for line in lines if "\t" in line]
            whole = frozenset(map(str.lower, codes))
            on_languages(whole | {code.split("-")[0] for code in whole})

        self._send("LIST SYNTHESIS_VOICES", parse)

    def configure(self, language: str, rate: int, volume: int) -> None:
        """Set the language, the rate and the volume (both -100 to 100) of texts."""
        self._send(f"SET SELF LANGUAGE {language}")
        self._send(f"SET SELF RATE {rate}")
        self._send(f"SET SELF VOLUME {volume}")

    def speak(self, text: str, on_number: Callable[[str], None]) -> None:
        """Say one line of text; call back with the number of it, as events name it."""
        dot = "." if text.startswith(".") else ""  # a lone dot ends a text
        command = f"SPEAK\r\n{dot}{text or '-'}\r\n."
        self._send(command, lambda lines: on_number(lines[0][4:]), replies=2)

    def cancel(self) -> None:
        """Stop the text that is being said."""
        self._send("CANCEL SELF")

    def ping(self) -> None:
        """Ask for any reply: without one in time the connection is `lost`."""
        self._send("GET RATE")

    def _send(
        self, command: str, on_reply: ReplyHandler | None = None, *, replies: int = 1
    ) -> None:
        """Send a command; call `on_reply` with the lines of its last reply."""
        if not self._socket:
            return
        self._pending.extend([None] * (replies - 1) + [on_reply])
        if not self._reply_timer.isActive():
            self._reply_timer.start(_REPLY_MS)
        try:
            self._socket.sendall(f"{command}\r\n".encode(errors="replace"))
        except OSError as problem:  # it is gone, or has read nothing for long
            self.give_up(f"{PROGRAM} takes no commands ({problem})")

    def give_up(self, reason: str) -> None:
        """Close the connection and report `reason` by `lost`."""
        self.close()
        self.lost.emit(f"{reason}; see that {PROGRAM} runs, or restart the computer")

    def close(self) -> None:
        """Close the connection without a report."""
        self._reply_timer.stop()
        self._pending.clear()
        self._lines.clear()
        self._unparsed = b""
        if self._notifier:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
        if self._socket:
            self._socket.close()
        if starter := self._starter:
            starter.finished.disconnect(self._connect_to_started)
            starter.kill()  # Qt complains of one that it has to end itself
            starter.waitForFinished(_KILL_MS)
            starter.deleteLater()
        self._notifier = self._socket = self._starter = None

    def _connect(self) -> None:
        import socket

        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.settimeout(0)
            connection.connect(str(socket_path()))
        except OSError:
            connection.close()
            raise
        self._reply_timer.stop()
        self._socket = connection
        self._notifier = QSocketNotifier(
            connection.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._receive)
        self._send('SET SELF CLIENT_NAME "kiosk:kiosk:main"')
        self._send("SET SELF NOTIFICATION ALL ON")
        self.opened.emit()

    def _start_the_server(self) -> None:
        """Start the server as its own library does, but with its log off.

        The log tells when a visitor cut the voice off, and could hold each word.
        """
        self._starter = starter = QProcess(self)
        starter.setStandardOutputFile(QProcess.nullDevice())
        starter.errorOccurred.connect(self._report_failed_start)
        starter.finished.connect(self._connect_to_started)
        self._reply_timer.start(_START_MS)
        place = ["--socket-path", str(socket_path())]
        starter.start(PROGRAM, ["--spawn", "-l", "0", "-c", "unix_socket", *place])

    def _report_failed_start(self, problem: QProcess.ProcessError) -> None:
        if problem is QProcess.ProcessError.FailedToStart:
            self.close()
            self.lost.emit(f"{PROGRAM} is not installed; {_INSTALL}")

    def _connect_to_started(self) -> None:
        starter = self._starter
        if not starter:
            return
        output = bytes(starter.readAllStandardError().data()).decode(errors="replace")
        starter.deleteLater()
        self._starter = None
        try:
            self._connect()
        except OSError as problem:
            reason = " ".join(output.split()) or problem
            self.give_up(f"{PROGRAM} does not start ({reason})")

    def _give_up_waiting(self) -> None:
        self.give_up(f"{PROGRAM} does not answer")

    def _receive(self) -> None:
        try:
            got = self._socket.recv(_RECEIVE_BYTES) if self._socket else b""
        except BlockingIOError:
            return
        except OSError:
            got = b""
        if not got:
            self.give_up(f"{PROGRAM} has ended")
            return
        *lines, self._unparsed = (self._unparsed + got).split(b"\r\n")
        for line in lines:
            if self._socket:
                self._handle(line.decode(errors="replace"))

    def _handle(self, line: str) -> None:
        self._lines.append(line)
        if line[3:4] != " ":
            return
        lines, self._lines = self._lines, []
        code = int(line[:3]) if line[:3].isdigit() else _REFUSED
        if code in _EVENTS:
            self.event_received.emit(code, lines[0][4:])
        elif code >= _REFUSED:
            self.give_up(f"{PROGRAM} says: {line}")
        elif self._pending:
            self._pass_on(self._pending.popleft(), lines)

    def _pass_on(self, on_reply: ReplyHandler | None, lines: list[str]) -> None:
        self._reply_timer.stop()
        if self._pending:
            self._reply_timer.start(_REPLY_MS)
        if on_reply:
            on_reply(lines)
