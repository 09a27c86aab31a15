"""Measure a broker with many kiosks: all at once at the start, and when it comes back.

    python -m benchmarks.fleet [KIOSKS] [--processes N]

Each kiosk is what `kiosk-status` runs: a reporter with a certificate, an exchange
folder and a thread of its own. The broker has the settings, the ACL and the TLS of
`packaging/mosquitto`. What one who subscribes to all has seen is counted: 1,000 kiosks
are to be seen within 30 seconds. It fails if they are not.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from paho.mqtt.client import Client, MQTTMessage

from benchmarks.fleet_kiosks import make_many_keys
from benchmarks.mqtt_broker import (
    HOST,
    answers,
    client_of,
    command,
    free_port,
    make_keys,
)

ROOT = Path(__file__).parent.parent
MOST_S = 30.0
GIVEN_UP_S = 300.0
_LOOK_S = 0.05
_CLOCK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Fleet:
    """The kiosks of a measurement: their names, keys, broker's port and processes."""

    names: Sequence[str]
    keys: Path
    port: int
    processes: int

    @contextmanager
    def running(self, folder: Path) -> Iterator[list[int]]:
        """Run the kiosks, some in each process; yield the ids of the processes."""
        with ExitStack() as stack:
            parts = [self.names[at :: self.processes] for at in range(self.processes)]
            yield [stack.enter_context(self._process(folder, it)).pid for it in parts]

    @contextmanager
    def _process(
        self, folder: Path, names: Sequence[str]
    ) -> Iterator[subprocess.Popen[str]]:
        command = [sys.executable, "-m", "benchmarks.fleet_kiosks", str(folder)]
        command += [str(self.keys), str(self.port)]
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin
            process.stdin.write("\n".join(names) + "\n")
            process.stdin.flush()  # it runs until this is closed
            try:
                yield process
            finally:
                process.kill()

    def seen_after(self) -> list[float]:
        """Return after how many seconds from now each kiosk was seen, in order.

        One that is not gets `GIVEN_UP_S`.
        """
        began, wanted = time.monotonic(), set(self.names)
        moments: list[float] = []

        def note(_: Client, __: object, message: MQTTMessage) -> None:
            name = message.topic.split("/")[1]
            if name in wanted and json.loads(message.payload)["state"] != "lost":
                wanted.remove(name)
                moments.append(time.monotonic() - began)

        desk = client_of(self.keys, "desk")
        desk.on_message = note
        desk.on_connect = lambda *_: desk.subscribe("kiosk/+/status", 1)
        desk.connect(HOST, self.port)
        while wanted and time.monotonic() - began < GIVEN_UP_S:
            desk.loop(_LOOK_S)
        desk.disconnect()
        return moments + [GIVEN_UP_S] * len(wanted)


@contextmanager
def mosquitto(keys: Path, port: int) -> Iterator[int]:
    """Run a broker for as long as the block lasts; yield the id of its process."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command(keys, port), stdout=quiet, stderr=quiet) as process:
        try:
            while not answers(port):
                time.sleep(_LOOK_S)
            yield process.pid
        finally:
            process.kill()


def measure(folder: Path, fleet: Fleet, *, idle_s: float, away_s: float) -> float:
    """Print the figures; return after how many seconds the last kiosk was seen."""
    with ExitStack() as stack:
        with mosquitto(fleet.keys, fleet.port) as broker:
            pids = stack.enter_context(fleet.running(folder))
            first = fleet.seen_after()
            say(f"started at once: {quantiles(first)}")
            say(f"  broker: {use(broker)}; kiosks: {use(*pids)}")
            before, began = processor_s(broker), processor_s(*pids)
            time.sleep(idle_s)
            say(f"idle for {idle_s:.0f} s, seconds of processor:")
            say(f"  broker: {processor_s(broker) - before:.2f}")
            say(f"  kiosks: {processor_s(*pids) - began:.2f}")
        time.sleep(away_s)
        with mosquitto(fleet.keys, fleet.port) as broker:
            again = fleet.seen_after()
            say(f"the broker back after {away_s:.0f} s: {quantiles(again)}")
            say(f"  broker: {use(broker)}")
    return max(*first, *again)


def quantiles(moments: Sequence[float]) -> str:
    """Return when half, nine of ten, and all were seen."""
    ordered = sorted(moments)
    half, most = ordered[len(ordered) // 2], ordered[len(ordered) * 9 // 10]
    return f"half seen after {half:.1f} s, 90% {most:.1f} s, all {ordered[-1]:.1f} s"


def use(*pids: int) -> str:
    """Return the processor's seconds and the memory that processes have used."""
    kib = sum(resident_kib(pid) for pid in pids)
    return f"{processor_s(*pids):.1f} s of processor, {kib / 1024:.0f} MiB"


def processor_s(*pids: int) -> float:
    """Return the seconds on the processor that processes have used."""
    lines = (Path(f"/proc/{pid}/stat").read_text() for pid in pids)
    fields = [line.rpartition(")")[2].split() for line in lines]
    return sum(int(it[11]) + int(it[12]) for it in fields) / _CLOCK


def resident_kib(pid: int) -> int:
    """Return the memory of a process in KiB, shared pages in proportion."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    line = next(it for it in rollup.splitlines() if it.startswith("Pss:"))
    return int(line.split()[1])


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Measure, and print the figures; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fleet")
    parser.add_argument("kiosks", nargs="?", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=8)
    options = parser.parse_args()
    names = [f"kiosk-{number}" for number in range(options.kiosks)]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        keys = make_keys(folder / "keys", "desk")
        make_many_keys(keys, names)
        fleet = Fleet(names, keys, free_port(), options.processes)
        slowest = measure(folder, fleet, idle_s=30, away_s=60)
    say(f"wanted: all within {MOST_S:.0f} s")
    return int(slowest > MOST_S)


if __name__ == "__main__":
    sys.exit(main())
