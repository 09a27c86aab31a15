"""Answer `kiosk status`: a socket that tells the status to each program that connects.

Nothing is read from it, so that nothing can be asked of the kiosk through it.
"""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

GROUP = "kiosk-staff"
"""Members of this group of the machine's accounts may ask, too, if there is one."""
MOST_AT_ONCE = 8
PATIENCE_MS = 5_000
"""How long a program may take to read its answer."""
KEPT_MS = 500
"""How long an answer holds: it is not made again for each program that asks."""
_BETWEEN_MS = 20
_WAITING = 64


class StatusSocket(QObject):
    """Send `answer()` to each program that connects to `path`, and close.

    The window waits for none of them: what a program does not read yet is sent later,
    or never, and those that are too many wait until others have gone.
    """

    def __init__(
        self, path: Path, answer: Callable[[], bytes], parent: QObject
    ) -> None:
        """Listen; raises `OSError` where that is not possible."""
        super().__init__(parent)
        self._path = path
        self._answer = answer
        self._kept = b""
        self._listener = _listener(path)
        self._inode = path.stat().st_ino
        read = QSocketNotifier.Type.Read
        self._asked = QSocketNotifier(self._listener.fileno(), read, self)
        self._asked.activated.connect(self._accept)
        self._next = self._timer(_BETWEEN_MS, self._go_on)
        self._renew = self._timer(KEPT_MS, self._forget)
        self._answers: set[_Answer] = set()

    def close(self) -> None:
        """Listen no more; take the file away, unless it is another kiosk's by now."""
        self._asked.setEnabled(False)
        self._next.stop()
        for answer in tuple(self._answers):
            answer.end()
        self._listener.close()
        with suppress(OSError):
            if self._path.stat().st_ino == self._inode:
                self._path.unlink()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def _accept(self) -> None:
        self._asked.setEnabled(False)
        self._next.start()
        with suppress(OSError):  # a program may be gone by now
            client, _ = self._listener.accept()
            if not self._kept:
                self._kept = self._answer()
                self._renew.start()
            answer = _Answer(client, self._kept, self)
            self._answers.add(answer)
            answer.send()

    def _go_on(self) -> None:
        self._asked.setEnabled(len(self._answers) < MOST_AT_ONCE)

    def _forget(self) -> None:
        self._kept = b""

    def drop(self, answer: "_Answer") -> None:
        """Let an answer go that is sent, or that nobody reads."""
        self._answers.discard(answer)
        if not self._next.isActive():
            self._go_on()


class _Answer(QObject):
    """What is still to be sent to one program."""

    def __init__(self, client: socket.socket, left: bytes, owner: StatusSocket) -> None:
        super().__init__(owner)
        client.settimeout(0)
        self._client = client
        self._left = memoryview(left)
        self._owner = owner
        write = QSocketNotifier.Type.Write
        self._room = QSocketNotifier(client.fileno(), write, self)
        self._room.activated.connect(self.send)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.end)
        self._patience.start(PATIENCE_MS)

    def send(self) -> None:
        """Send as much as there is room for."""
        try:
            self._left = self._left[self._client.send(self._left) :]
        except BlockingIOError:
            return
        except OSError:
            self.end()
            return
        if not self._left:
            self.end()

    def end(self) -> None:
        """Hang up."""
        self._room.setEnabled(False)
        self._patience.stop()
        self._client.close()
        self._owner.drop(self)
        self.deleteLater()


def _listener(path: Path) -> socket.socket:
    """Return a socket that listens at `path`, in place of any that was there.

    It gets its name once it has its rights: before that nobody else can find it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX)
    try:
        listener.bind(str(draft))
        draft.chmod(0o600)
        if _give_to_staff(draft):
            draft.chmod(0o660)
        listener.settimeout(0)
        listener.listen(_WAITING)
        draft.replace(path)
    except OSError:
        listener.close()
        raise
    return listener


def _give_to_staff(path: Path) -> bool:
    """Make a file that of the staff's group; return whether that is possible."""
    import grp

    with suppress(KeyError, OSError):
        os.chown(path, -1, grp.getgrnam(GROUP).gr_gid)
        return True
    return False
