"""Read the content beside the window's thread, and look for it again when it is bad.

A start reads the content of the first page alone. Content read later waits until the
window can show it: between visits.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.app.content_source import ContentSource, Edition
from kiosk.app.problems import Reporter
from kiosk.app.undrawn_pictures import without_undrawn
from kiosk.content.library import Library
from kiosk.domain.clock import Clock

LOOK_AGAIN_MS = 30_000
_POLL_MS = 20


class ContentService(QObject):
    """Hold the content that is shown, and the latest that was read.

    `changed` is emitted when newer content waits to be shown; `idle` when
    everything asked for has been read, changed or not.
    """

    changed = Signal()
    idle = Signal()

    def __init__(
        self,
        source: ContentSource,
        clock: Clock,
        report: Reporter,
        parent: QObject,
        *,
        is_open: bool,
    ) -> None:
        """Read the first page's content; raises `KioskError` if there is none."""
        super().__init__(parent)
        self._source = source
        self._clock = clock
        self._report = report
        self._is_open = is_open
        self._shown = self._latest = source.open(is_open=is_open)
        self._day = clock.now().date()
        self._told: frozenset[str] = frozenset()
        self._tell()
        self._waiting: list[Callable[..., Edition]] = []
        self._reading: _Reading | None = None
        self._is_stopped = False
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._take)
        self._look = QTimer(self)
        self._look.timeout.connect(self.look_again)

    @property
    def library(self) -> Library:
        """The content that is shown."""
        return self._shown.library

    @property
    def fault(self) -> tuple[str, ...]:
        """Why the content shown is not that of the clinic's folder now, a line each."""
        return self._latest.fault

    @property
    def is_reading(self) -> bool:
        """Whether something that was asked for is not read yet."""
        return self._reading is not None

    @property
    def is_changed(self) -> bool:
        """Whether newer content waits to be shown."""
        return self._latest.library is not self._shown.library

    @property
    def changes_hours(self) -> bool:
        """Whether that is the same content, for a clinic that has opened or closed."""
        one, other = self._latest.library, self._shown.library
        is_same = (one.folder, one.fingerprint) == (other.folder, other.fingerprint)
        return is_same and one.is_open is not other.is_open

    def show_latest(self) -> Library:
        """Make the latest content the one that is shown, and return it."""
        self._shown = self._latest
        return self.library

    def start(self) -> None:
        """Read the rest, and from then on look after it."""
        self._read(self._source.complete)
        self._look.start(LOOK_AGAIN_MS)

    def change_hours(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Have the words of a clinic that has opened or closed."""
        self._is_open = is_open
        self._read(self._source.complete)

    def read_again(self) -> None:
        """Read the folder again; `idle` says that it is done."""
        self._read(self._source.read_again)

    def look_again(self) -> None:
        """Read the folder again if it is bad, or was being changed when it was read.

        On another day other pages may be withheld, of the same files.
        """
        now = self._clock.now()
        if self._latest.may_change(now.timestamp()):
            self.read_again()
        elif self._source.depends_on_day and now.date() != self._day:
            self._read(self._source.complete)
        self._day = now.date()

    def stop(self) -> None:
        """Start no other reading; drop the result of the present one."""
        self._look.stop()
        self._waiting.clear()
        self._is_stopped = True

    def _read(self, work: Callable[..., Edition]) -> None:
        if work not in self._waiting:
            self._waiting.append(work)
        if not self._reading:
            self._read_next()

    def _read_next(self) -> None:
        work = self._waiting.pop(0)
        self._reading = _Reading(partial(work, self._latest, is_open=self._is_open))
        self._reading.start()
        self._poll.start(_POLL_MS)

    def _take(self) -> None:
        """Take the edition from the reading thread, once it is done."""
        if not self._reading or self._reading.is_alive():
            return
        edition, self._reading = self._reading.edition, None
        if self._is_stopped:
            self._poll.stop()
            return
        self._latest = edition or self._latest
        self._tell()
        if self._waiting:
            self._read_next()
        else:
            self._poll.stop()
            self._report_end()

    def _report_end(self) -> None:
        """Tell the window that everything asked for is read."""
        if self.is_changed:
            self.changed.emit()
        self.idle.emit()

    def _tell(self) -> None:
        """Report each problem of the latest content once."""
        lines = self._latest.lines
        if new := [line for line in lines if line not in self._told]:
            self._report(*new)
        self._told = frozenset(lines)


class _Reading(threading.Thread):
    """A thread that reads an edition; it has none if it failed.

    It ends with the program, however long a file takes.
    """

    def __init__(self, work: Callable[[], Edition]) -> None:
        super().__init__(name="content", daemon=True)
        self._work = work
        self.edition: Edition | None = None

    def run(self) -> None:
        """Read, and try each picture."""
        edition = self._work()
        drawn = without_undrawn(edition.library)
        self.edition = replace(edition, library=drawn)
