"""Call the keeper when it is time, and tell what came of it, again and again."""

import random
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from kiosk.domain.update_report import Freshness, UpdateReport
from kiosk.errors import ContentError, UsageError
from kiosk.files.exchange import Message, exchange
from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot
from kiosk.fleet.settings import FleetSettings
from kiosk.fleet.update.keeper import Keeper, Machine
from kiosk.fleet.update.schedule import next_look_s
from kiosk.fleet.update.told import hinting, report_of

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_WATCH_S = 1.0
_REST_S = 3.0
_AGAIN_S = 3600.0
"""After so long the report is written again: it says by its age that we are here."""


class Rounds:
    """Call the keeper when it is time, and tell what came of it."""

    def __init__(self, settings: FleetSettings, folder: Path, minute_s: float) -> None:
        self._settings = settings
        self._exchange = exchange()
        machine = Machine(_boot(), time.monotonic)
        self._keeper = Keeper(settings, folder, self._exchange, machine, minute_s)
        self._machine = machine
        self._failures = 0
        self._next = 0.0
        signal.signal(signal.SIGHUP, self._look_now)
        self._stamps: dict[str, object] = {}
        self._told: UpdateReport | None = None
        self._written = 0.0
        self._shipped = _fingerprint(resources() / "content")

    def run(self, *, once: bool) -> int:
        """Work until the process is ended, or once; return the exit status."""
        try:
            self._keeper.begin()
        except OSError as error:  # a full disk: the unit starts it again
            place = f"{error.filename}: cannot be written"
            raise UsageError(f"{place}: {error.strerror}") from error
        while True:
            self._step()
            if not self._settings.update.sources:
                return 0
            if once:
                return int(self._report().state is not Freshness.FRESH)
            time.sleep(_WATCH_S if self._keeper.is_watching else _REST_S)

    def _look_now(self, *_: object) -> None:
        """Look at once: `systemctl reload kiosk-update` asks for it."""
        self._next = 0.0

    def _step(self) -> None:
        """Look if it is time, then see how the window is."""
        if not self._keeper.is_busy:
            self._look_if_due()
        with suppress(OSError):  # a full disk: it was told by the look
            self._keeper.watch()
        self._tell()

    def _look_if_due(self) -> None:
        """Look if it is time, or if another stick is there."""
        sources = self._settings.update.sources
        stamps = {it: _stamp(it) for it in sources}
        is_due = self._machine.seconds() >= self._next
        due = [it for it in sources if is_due or stamps[it] != self._stamps.get(it)]
        self._stamps = stamps
        if due:
            self._keeper.look(due)
            failed = len(self._keeper.failures) == len(due)
            self._failures = self._failures + 1 if failed else 0
        if is_due:
            every = self._settings.update.every_s
            wait = next_look_s(every, self._failures, random.random)
            self._next = self._machine.seconds() + wait

    def _tell(self) -> None:
        """Write the report, and a line about what is new in it."""
        before, self._told = self._told, self._report()
        told = self._told
        if before == told and self._machine.seconds() - self._written < _AGAIN_S:
            return
        self._written = self._machine.seconds()
        if not before or (before.why, before.state) != (told.why, told.state):
            _say(": ".join(filter(None, (told.state, told.why))))
        if not before or before.fingerprint != told.fingerprint:
            _say(f"installed: {told.installed or 'as shipped'} ({told.fingerprint})")
        if self._exchange and self._exchange.may_write(Message.UPDATE):
            with suppress(OSError):
                self._exchange.write_json(Message.UPDATE, msgspec.json.encode(told))

    def _report(self) -> UpdateReport:
        memory = self._keeper.memory
        report = report_of(
            memory,
            self._keeper.failures,
            self._settings.update.sources,
            memory.shown.fingerprint if memory.shown else self._shipped,
            self._machine.now(),
        )
        current = self._keeper.folders.current
        return hinting(report, self._keeper.window_folder, current)


def _say(*lines: str) -> None:
    sys.stderr.writelines(f"kiosk-update: {line}\n" for line in lines)


def _boot() -> str:
    try:
        return _BOOT.read_text().strip()
    except OSError:
        return ""


def _stamp(source: str) -> object:
    """Return what is another once another stick is there; None for the web."""
    if "://" in source:
        return None
    try:
        found = (Path(source) / "metadata" / "timestamp.json").stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _fingerprint(folder: Path) -> str:
    try:
        return Snapshot.take(folder).fingerprint
    except ContentError:
        return ""
