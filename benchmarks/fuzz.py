"""Fuzz what people write, and print each input after which something does not hold.

`python -m benchmarks.fuzz KIND [--minutes 10] [--seed 1]` changes files of a small
clinic by chance: their bytes and their structure. A finding is an exception that is no
problem with a line for staff, more than 10 s of the processor or 2 GB of memory for one
input, and whatever `benchmarks.spoiled_content` watches for: a level that is lower in
silence, a page that is lost for another one's fault.

Each input follows from the seed and its number: `--first 1234 --count 1` repeats one.
"""

import argparse
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from benchmarks.fuzzed_files import Fuzz, Kind, names_of
from benchmarks.spoiled_content import Watch

LONGEST_S = 10
MOST_MEMORY = 2 * 10**9
_SHOWN = 3
"""Inputs printed of one kind of finding."""
_NUMBER, _FINDING = "input ", "    "


def main() -> int:
    """Fuzz for so long; return 1 if there is a finding."""
    given = _parser().parse_args()
    if given.worker:
        return _work(given)
    end = time.monotonic() + 60 * given.minutes
    number, last = given.first, given.first + given.count
    kinds: Counter[str] = Counter()
    while number < last and time.monotonic() < end:
        number = _watch_worker(given, number, end, kinds)
    total = sum(kinds.values())
    tried = number - given.first
    sys.stdout.write(f"{given.kind}, seed {given.seed}: {tried} inputs, ")
    sys.stdout.write(f"{total} findings of {len(kinds)} kinds\n")
    return int(bool(total))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kind", type=Kind, choices=list(Kind))
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=10**9)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    return parser


def _watch_worker(
    given: argparse.Namespace, first: int, end: float, kinds: Counter[str]
) -> int:
    """Let a process try inputs until it ends; return the number of the next one.

    It ends by itself at the end of the time, or is killed by an input.
    """
    left = max(0.0, end - time.monotonic()) / 60
    count = given.first + given.count - first
    options = ("--minutes", left, "--seed", given.seed, "--first", first)
    command = [sys.executable, "-m", "benchmarks.fuzz", given.kind, *options]
    command += ["--count", count, "--worker"]
    number = first - 1
    with subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, text=True
    ) as worker:
        for line in worker.stdout or ():
            if line.startswith(_NUMBER):
                number = int(line.removeprefix(_NUMBER))
            else:
                _tell(given, number, line.strip(), kinds)
    if worker.returncode:
        said = f"ended by {_name(worker.returncode)}"
        _tell(given, number, said, kinds)
    return number + 1


def _tell(
    given: argparse.Namespace, number: int, finding: str, kinds: Counter[str]
) -> None:
    """Print a finding, unless there were some like it."""
    kind = finding[:60]
    kinds[kind] += 1
    if kinds[kind] <= _SHOWN:
        sys.stdout.write(f"--seed {given.seed} --first {number} --count 1\n")
        sys.stdout.write(f"{_FINDING}{finding}\n")
        sys.stdout.flush()


def _name(status: int) -> str:
    if status == -signal.SIGPROF:
        return f"its time: over {LONGEST_S} s of the processor"
    return signal.Signals(-status).name if status < 0 else f"status {status}"


def _work(given: argparse.Namespace) -> int:
    """Try one input after the other, and print each number and its findings."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    end = time.monotonic() + 60 * given.minutes
    with tempfile.TemporaryDirectory() as folder:
        watch = Watch(Path(folder))
        names = names_of(given.kind, watch.files)
        for number in range(given.first, given.first + given.count):
            if time.monotonic() > end:
                break
            sys.stdout.write(f"{_NUMBER}{number}\n")
            sys.stdout.flush()
            name = names[number % len(names)]
            fuzz = Fuzz(name, given.kind, f"{given.seed} {number}")
            for finding in findings(watch, fuzz):
                sys.stdout.write(f"{_FINDING}{' '.join(finding.split())}\n")
    return 0


def findings(watch: Watch, fuzz: Fuzz) -> list[str]:
    """Return what does not hold after a change; a process that takes long is killed."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST_S)
    try:
        return [it for it in watch.faults(fuzz) if not _is_meant(it, fuzz)]
    except Exception:  # noqa: BLE001 - every exception is a finding
        return [" ".join(traceback.format_exc().splitlines()[-3:])]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _is_meant(finding: str, fuzz: Fuzz) -> bool:
    """Check whether it is no finding: settings name another folder of content."""
    return fuzz.kind is Kind.SETTINGS and "there is no such folder" in finding


if __name__ == "__main__":
    sys.exit(main())
