"""Read the content beside the window's thread, and read it again when it has changed.

A start reads the content of the first page alone. Content read later waits until the
window can show it: between visits.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.app.background import Background
from kiosk.app.content_source import ContentSource
from kiosk.app.content_watch import ContentWatch
from kiosk.app.edition import Edition, LastLook
from kiosk.app.problems import Reporter, bug_line
from kiosk.app.undrawn_pictures import without_undrawn
from kiosk.content.library import Library
from kiosk.domain.clock import Clock

LOOK_AGAIN_MS = 30_000


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
        self._reading = Background(self, self._keep_after)
        self._reading.done.connect(self._take)
        self._watch = ContentWatch(source.folder, self._is_read, self)
        self._watch.changed.connect(self._read_what_changed)
        self._look = QTimer(self)
        self._look.timeout.connect(self.look_again)

    @property
    def library(self) -> Library:
        """The content that is shown."""
        return self._shown.library

    @property
    def paths(self) -> frozenset[Path]:
        """The files and folders of the content shown, and the clinic's folder."""
        return self._shown.files.paths_seen | {self._source.folder}

    @property
    def fault(self) -> tuple[str, ...]:
        """Why the content shown is not that of the clinic's folder now, a line each."""
        return self._latest.fault

    @property
    def is_reading(self) -> bool:
        """Whether something that was asked for is not read yet."""
        return self._reading.is_working or self._watch.is_looking

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
        self._reading.do(self._read_rest)
        self._look.start(LOOK_AGAIN_MS)

    def change_hours(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Have the words of a clinic that has opened or closed."""
        self._is_open = is_open
        self._reading.do(self._read_rest)

    def read_again(self) -> None:
        """Read the folder again; `idle` says that it is done."""
        self._reading.do(self._read_folder)

    def look_again(self) -> None:
        """Look whether the folder has changed.

        On a new day the same files are tried again: pages may be overdue by then, and
        an approval whose date was in the future may hold.
        """
        day, self._day = self._day, self._clock.now().date()
        if day != self._day and self._source.depends_on_day:
            self._reading.do(self._read_rest)
        if day != self._day and self._latest.fault:
            self._latest = replace(self._latest, last_look=LastLook())
        self._watch.look()

    def stop(self) -> None:
        """Start no other reading; drop the result of the present one."""
        self._look.stop()
        self._watch.stop()
        self._reading.stop()

    def _is_read(self, stamp: str) -> bool:
        """Check whether the folder with this stamp was read, and as it is now."""
        last, now = self._latest.last_look, self._clock.now().timestamp()
        return bool(stamp) and stamp == last.stamp and last.is_settled(now)

    def _read_what_changed(self) -> None:
        self._reading.do(self._read_new)

    def _read_rest(self) -> Edition:
        return self._drawn(self._source.complete)

    def _read_folder(self) -> Edition:
        return self._drawn(self._source.read_again)

    def _read_new(self) -> Edition:
        """Read the folder; the edition before stays if it has errors, drawn or not."""
        before = self._latest
        edition = self._drawn(self._source.read_new)
        if edition.library is before.library or not self._source.is_own(before):
            return edition
        undrawn = [it for it in edition.undrawn if it not in before.library.problems]
        return before.instead_of(edition.files, undrawn) if undrawn else edition

    def _drawn(self, read: Callable[..., Edition]) -> Edition:
        """Read an edition, and try each picture; runs beside the window's thread."""
        edition = read(self._latest, is_open=self._is_open)
        if edition.library is self._latest.library:
            return edition
        library = without_undrawn(edition.library)
        undrawn = library.problems[len(edition.library.problems) :]
        return replace(edition, library=library, undrawn=undrawn)

    def _take(self, edition: Edition | None) -> None:
        """Take the edition that was read, or none if that failed."""
        self._latest = edition or self._latest
        self._tell()
        if not self._reading.is_working:
            self._report_end()

    def _keep_after(self, bug: Exception) -> None:
        """Go on with the content shown until the folder changes; tell of a bug."""
        line = f"{self._source.folder}: {bug_line(bug, bug.__traceback__)}"
        self._latest = self._latest.after_bug(line, self._watch.last_stamp)

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
        self._report.mended(*self._told.difference(lines))
        self._told = frozenset(lines)
