"""Kill the kiosk at random moments, and look whether each start after it is whole.

`python -m benchmarks.kills [KILLS [SEED]]`: a real process reads its content and writes
its state without a pause, while the content is being rewritten: file by file, as rsync
does, or by setting the link of the folder elsewhere. SIGKILL ends it at a random moment
of its start or after it. Each start must show every page, without a mistake, in one of
the two versions that are written; and have a state that is the last one kept, or the
next one, and the settings' copy as a whole.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rewritten_content import Writer
from kiosk.domain.device_settings import VOLUMES
from kiosk.files.paths import resources

_IN_START = 0.2
"""How many of the kills come while the kiosk starts."""
_AFTER_START_S = (1.0, 1.0, 10.0)
"""Most kills come while it begins to reload, some once it has shown new content."""
_LONGEST_START_S = 120.0
_MOST_DRAFTS = 4
"""Of the files that a kiosk replaces: each draft is written over by the next one."""


def main(kills: int = 500, seed: int = 1) -> int:
    """Kill so often; print each start that was not whole, and how many were."""
    with tempfile.TemporaryDirectory() as folder:
        tries = Kills(Path(folder), seed)
        for number in range(1, kills + 1):
            for fault in tries.kill():
                sys.stdout.write(f"kill {number}: {fault}\n")
            sys.stdout.flush()
        tries.stop()
    sys.stdout.write(f"seed {seed}: {tries.kills} kills, {tries.starts} whole starts, ")
    sys.stdout.write(
        f"{tries.states} states kept, {tries.editions} times new content, "
    )
    sys.stdout.write(f"{tries.faults} faults\n")
    return int(bool(tries.faults))


class Kills:
    """A clinic's folder that is rewritten, and a kiosk that is killed in it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.kills = self.starts = self.states = self.editions = self.faults = 0
        self._folder = folder
        self._chance = random.Random(seed)
        self._saved = 0
        self._start_s = 1.0
        self._writer = Writer(folder, seed)
        self._titles = self._writer.titles
        self._settings = folder / "clinic.toml"
        self._writer.start()

    def stop(self) -> None:
        """End what rewrites the content."""
        self._writer.stop()

    def kill(self) -> list[str]:
        """Start a kiosk, kill it, and return what was not whole by then."""
        self.kills += 1
        number = f"# start {self.kills}\n"
        text = (resources() / "clinic.toml").read_text("utf-8")
        self._settings.write_text(
            number + text.replace('directory = ""', 'directory = "content"'), "utf-8"
        )
        faults = [*self._faults(self._killed()), *self._faults_of_files()]
        self.faults += len(faults)
        return faults

    def _killed(self) -> list[str]:
        """Return the lines that a kiosk printed before it was killed."""
        in_start = self.starts > 0 and self._chance.random() < _IN_START
        home = {"HOME": str(self._folder), "QT_QPA_PLATFORM": "offscreen"}
        home["XDG_STATE_HOME"] = str(self._folder / "state")
        options = ("benchmarks.kills_kiosk", "--config", str(self._settings))
        log = self._folder / "errors"
        began = time.monotonic()
        with (
            log.open("w") as errors,
            subprocess.Popen(
                [sys.executable, "-m", *options],
                stdout=subprocess.PIPE,
                stderr=errors,
                env=os.environ | home,
                text=True,
            ) as process,
        ):
            first = ""
            if in_start:
                time.sleep(self._chance.uniform(0, self._start_s))
            else:
                first = self._first_line(process)
                self._start_s = time.monotonic() - began
                time.sleep(self._chance.uniform(0, self._chance.choice(_AFTER_START_S)))
            process.send_signal(signal.SIGKILL)
            rest = [*process.stdout] if process.stdout else []
        said = [
            it for it in log.read_text().splitlines(keepends=True) if "PIN" not in it
        ]
        if not in_start and not first:
            return ["did not start\n", *said]
        return [first, *rest, *said]

    def _first_line(self, process: subprocess.Popen[str]) -> str:
        timer = threading.Timer(_LONGEST_START_S, process.kill)
        timer.start()
        line = process.stdout.readline() if process.stdout else ""
        timer.cancel()
        return line

    def _faults(self, lines: list[str]) -> Iterator[str]:
        """Yield what is wrong in the lines of a kiosk; the last one may be cut."""
        told = [it for it in lines if it.endswith("\n") and it.startswith("{")]
        self.starts += bool(told)
        self.editions += len(told[1:])
        for line in told:
            yield from self._missing(json.loads(line), is_first=line is told[0])
        for line in lines:
            if line.startswith("saved ") and line.endswith("\n"):
                self._saved = int(line.removeprefix("saved "))
                self.states += 1
            elif line and line not in told and line.endswith("\n"):
                yield line.strip()

    def _missing(self, told: dict[str, object], *, is_first: bool) -> Iterator[str]:
        """Yield what a kiosk lacks that tells this."""
        if told["lines"] or told["left_out"]:
            yield f"told: {told['lines']} {told['left_out']}"
        wrong = set(map(str, _listed(told["titles"]))) - self._titles
        if wrong or len(_listed(told["titles"])) != self._writer.pages:
            yield f"pages: {sorted(wrong)} {len(_listed(told['titles']))}"
        if not self._writer.is_one_by_one and (
            told["fingerprint"] not in self._writer.fingerprints
        ):
            yield f"a mixture: {told['fingerprint']}"
        width = int(float(str(told["width_mm"])))
        is_next = width in (self._saved, self._saved + 1)
        if is_first and not is_next:
            yield f"the state is {width}, not {self._saved}"
        if is_first and width and told["volume"] != VOLUMES[width % len(VOLUMES)]:
            yield f"the state is a mixture: {width}, {told['volume']}"
        self._saved = width if is_first else self._saved

    def _faults_of_files(self) -> Iterator[str]:
        state = self._folder / "state" / "kiosk"
        copy = state / "clinic.kept.toml"
        text = copy.read_text("utf-8") if copy.is_file() else ""
        if text and not text.endswith(self._settings.read_text("utf-8")[-200:]):
            yield f"the settings' copy is cut: {len(text)} letters"
        drafts = [*state.glob("*.new"), *state.glob(".*.new")]
        if len(drafts) > _MOST_DRAFTS:
            yield f"drafts pile up: {drafts}"


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
