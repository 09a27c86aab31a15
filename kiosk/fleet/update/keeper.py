"""Keep the newest good content before the window, and go back if that is not well.

It looks into repositories, points to what it finds, and watches the window's report. It
has no clock of its own, and does nothing by itself: `process` calls it.
"""

import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.update_report import Freshness
from kiosk.files.exchange import Exchange, Message
from kiosk.fleet.offer import Offer
from kiosk.fleet.settings import FleetSettings
from kiosk.fleet.update.content_check import check_content
from kiosk.fleet.update.content_folders import ContentFolders
from kiosk.fleet.update.memory import Edition, Memory, MemoryFile
from kiosk.fleet.update.source import Source, Trust
from kiosk.fleet.update.trial import MINUTE_S, Trial, Verdict
from kiosk.fleet.update.update_error import UpdateError, stale

_ROOM = 3
"""Times the size of a tar file: itself, a copy that TUF verifies, and its files."""


class Machine(Struct, frozen=True):
    """What the keeper knows of its machine: the start of it, and two clocks.

    `seconds` is steady; `now` may jump.
    """

    boot: str
    seconds: Callable[[], float]
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Keeper:
    """The updater of one kiosk; its files are in `folder`.

    `failures` are those of the last look; `window_folder` is the one that the window
    says it shows, empty if there is no window.
    """

    def __init__(
        self,
        settings: FleetSettings,
        folder: Path,
        exchange: Exchange | None,
        machine: Machine,
        minute_s: float,
    ) -> None:
        self.folders = ContentFolders(folder)
        self.failures: tuple[UpdateError, ...] = ()
        self.window_folder = ""
        self._settings = settings
        self._tar = folder / "content.tar"
        self._trust = Trust(folder / "metadata", settings.update.root)
        self._file = MemoryFile(folder / "memory.json")
        self._exchange = exchange
        self._machine = machine
        self._minute_s = minute_s
        self._trial: Trial | None = None
        self.memory = self._file.read()

    def begin(self) -> None:
        """Point to what is whole and was well, as a power cut may have left less.

        What was on trial when the machine ended is not what it starts with.
        """
        memory = self.memory
        if memory.on_trial and memory.boot != self._machine.boot:
            memory = memory.cut_off()
        if memory.ready and not self.folders.has(memory.ready):
            memory = replace(memory, ready=None)
        self._remember(self._with_whole(memory))
        if self.memory.on_trial and self.memory.shown:
            self._trial = self._new_trial(self.memory.shown)

    def look(self, sources: Sequence[str]) -> None:
        """Look into repositories, and get what is new ready to be shown."""
        self.failures = ()
        for address in sources:
            try:
                self._look_into(Source(address, self._trust))
            except UpdateError as error:
                self.failures += (error,)
            except OSError as error:
                place = error.filename or self._tar.parent
                text = f"{place}: cannot be written: {error.strerror}"
                self.failures += (stale(text),)
            finally:
                self._tar.unlink(missing_ok=True)

    def watch(self) -> None:
        """See how the window is, then confirm, go back, or show what is ready."""
        report = self._exchange.read(Message.REPORT) if self._exchange else None
        self.window_folder = str((report or {}).get("content_folder", ""))
        if self._trial and self.memory.shown:
            verdict = self._trial.see(report, self._machine.seconds())
            if verdict is Verdict.WELL:
                self._trial = None
                self._remember(self.memory.confirmed())
            elif verdict is Verdict.BAD:
                why = f"{self.memory.shown.name} was taken back: {self._trial.why}"
                self._trial = None
                self._remember(self._with_whole(self.memory.without(why)))
        if self.memory.ready and self._may_show():
            self._show(self.memory.ready)

    @property
    def is_watching(self) -> bool:
        """Whether something depends on what the window reports."""
        return bool(self._trial or self.memory.ready)

    @property
    def is_busy(self) -> bool:
        """Whether the window must not be left out of sight for a look."""
        return bool(self._trial and self._trial.is_shown)

    def _look_into(self, source: Source) -> None:
        root = sha256(self._trust.anchor()).hexdigest()
        offers = source.offers()
        looked = self._machine.now().isoformat(timespec="seconds")
        self._remember(replace(self.memory.trusting(root), looked=looked))
        kiosk = self._settings.id
        wanted = [it for it in offers if self.memory.would_take(it, kiosk)]
        if wanted:
            self._prepare(source, max(wanted, key=lambda it: it.number))

    def _prepare(self, source: Source, offer: Offer) -> None:
        """Fetch, unpack and check an edition; what is bad is not fetched again."""
        edition = Edition.of(offer)
        if not self.folders.has(edition):
            free = shutil.disk_usage(self._tar.parent).free
            if free < _ROOM * offer.length:
                missing = (_ROOM * offer.length - free) // 10**6 + 1
                raise stale(f"{self._tar.parent}: has {missing} MB too little room")
            source.fetch(offer, self._tar)
            try:
                draft = self.folders.unpack(self._tar, edition)
                check_content(draft, edition.name)
            except UpdateError as error:
                if error.freshness is Freshness.REFUSED:
                    self._remember(self.memory.refusing(edition.name, str(error)))
                raise
            self.folders.keep(edition)
        self._remember(self.memory.preparing(edition))

    def _may_show(self) -> bool:
        """Return whether the window takes part and runs, or does not take part."""
        if not self._exchange or not self._exchange.may_write(Message.REPORT):
            return True
        age = self._exchange.age_s(Message.REPORT)
        return age is not None and abs(age) < MINUTE_S

    def _show(self, edition: Edition) -> None:
        memory = self.memory.trying(edition, self._machine.boot)
        takes_part = self._exchange and self._exchange.may_write(Message.REPORT)
        self._trial = self._new_trial(edition) if takes_part else None
        self._remember(memory if takes_part else memory.confirmed())

    def _new_trial(self, edition: Edition) -> Trial:
        report = self._exchange.read(Message.REPORT) if self._exchange else None
        now = self._machine.seconds()
        return Trial(edition.fingerprint, report, now, self._minute_s)

    def _remember(self, memory: Memory) -> None:
        """Write down what is to be shown, then point to it, then remove the others.

        A power cut may be between.
        """
        if memory != self.memory:
            self._file.write(memory)
            self.memory = memory
        self.folders.point(memory.shown)
        self.folders.sweep(memory.editions)

    def _with_whole(self, memory: Memory) -> Memory:
        """Return a memory that points to content of which every byte is there."""
        while memory.shown and not self.folders.has(memory.shown):
            memory = memory.stepped_back()
        return memory
