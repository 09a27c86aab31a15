"""The updater of one kiosk, and what its window would report, at a test's own times."""

from datetime import UTC, datetime

import msgspec

from kiosk.domain.status_report import StatusReport
from kiosk.files.exchange import Exchange, Message
from kiosk.files.snapshot import Snapshot
from kiosk.fleet.settings import FleetSettings, UpdateSettings
from kiosk.fleet.update.keeper import Keeper, Machine
from kiosk.fleet.update.told import report_of
from tests.support.shipped import SHIPPED


class Updater:
    """The updater of one kiosk, in this process, with clocks of a test's own."""

    def __init__(self, folder, root, sources, kiosk="north-3"):
        folder.mkdir(parents=True, exist_ok=True)
        trusted = folder / "root.json"
        trusted.write_bytes(root.read_bytes())
        update = UpdateSettings(tuple(map(str, sources)), trusted)
        self.settings = FleetSettings(path=folder, id=kiosk, update=update)
        self.folder = folder / "state"
        self.exchange = Exchange(folder / "exchange")
        self.seconds, self.boot = 1000.0, "first"
        self.now = datetime.now(UTC)
        self.folder.mkdir(exist_ok=True)
        self.start()

    def start(self):
        """Begin a process, as after a power cut."""
        machine = Machine(self.boot, lambda: self.seconds, lambda: self.now)
        exchange, minute_s = self.exchange, 60.0
        self.keeper = Keeper(self.settings, self.folder, exchange, machine, minute_s)
        self.keeper.begin()

    def look(self):
        """Look into all sources; return what is told of it."""
        self.keeper.look(self.settings.update.sources)
        self.keeper.watch()
        return self.told

    @property
    def told(self):
        sources = self.settings.update.sources
        shown = (self.keeper.memory, self.keeper.failures, sources, self.fingerprint)
        return report_of(*shown, self.now)

    @property
    def fingerprint(self):
        """That of what a window would read now."""
        return Snapshot.take(self.folder / "current").fingerprint


class Window:
    """What a window would report, in the file that it would write."""

    def __init__(self, updater):
        self._updater = updater
        updater.exchange.path(Message.REPORT).parent.mkdir(parents=True)
        self.fields = {
            "version": "1",
            "started": "09:00",
            "content_shown": SHIPPED.fingerprint,
        }
        self.report()

    def report(self, **fields):
        """Write a report of a window that has painted something just now."""
        self.fields |= {"painted": f"painted at {self._updater.seconds}"} | fields
        told = StatusReport(**self.fields)
        data = msgspec.json.encode(told)
        self._updater.exchange.write_json(Message.REPORT, data)

    def close(self):
        """End as a window should: it takes its report away."""
        self._updater.exchange.remove(Message.REPORT)

    def live(self, seconds, **fields):
        """Let time pass, with a report every 20 s, and the updater watching."""
        for _ in range(round(seconds / 20)):
            self._updater.seconds += 20
            self.report(**fields)
            self._updater.keeper.watch()

    def silence(self, seconds):
        """Let time pass without any report."""
        for _ in range(round(seconds / 20)):
            self._updater.seconds += 20
            self._updater.keeper.watch()
