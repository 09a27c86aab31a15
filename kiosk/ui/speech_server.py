"""A conversation with speech-dispatcher, the desktop's own speech, over its socket.

Its protocol is SSIP: https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/ssip.html
An order is a line. The last line of an answer has a space behind its three figures.
Nothing here waits: answers are read when they come. What to say is left to `Voice`.
"""

import os
from collections import deque
from collections.abc import Callable
from pathlib import Path
from shutil import which

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

PROGRAM = "speech-dispatcher"
BEGUN, ENDED, CANCELLED = 701, 702, 703
_REFUSED = 300
_ANSWER_MS = 5_000
_START_MS = 20_000  # a small machine, just switched on
_INSTALL = (
    "on Debian or Ubuntu: sudo apt install speech-dispatcher-espeak-ng "
    "speech-dispatcher-audio-plugins"
)
_RESTART = f"restart it: killall {PROGRAM}"

Then = Callable[[list[str]], None]


def socket_path() -> Path:
    """Return where the server listens: where its own library looks for it."""
    way, _, named = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if way == "unix_socket" and named:
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", cache))
    return runtime / PROGRAM / "speechd.sock"


def is_installed() -> bool:
    """Tell whether there is a speech server, or one that can be started."""
    return which(PROGRAM) is not None or socket_path().exists()


class SpeechServer(QObject):
    """One connection, made when asked for; the server is started if it is not there.

    `happened` tells an event's code and the number of the text it is about. `lost`
    says why there is no connection any more, and what to do.
    """

    opened = Signal()
    happened = Signal(int, str)
    lost = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: QObject | None = None
        self._starter: QProcess | None = None
        self._unread = b""
        self._lines: list[str] = []
        self._awaited: deque[Then | None] = deque()
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._is_silent)
