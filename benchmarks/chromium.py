"""Measure start and memory beside Chromium in its kiosk mode, in pairs.

    python -m benchmarks.chromium [PAIRS]

Chromium shows Home as `kiosk export` writes it, without a graphics card. A start ends
when the middle of the screen has many colours; memory is the proportional set size
five seconds later, of all processes, with every page of the kiosk built.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from PIL import ImageGrab

from benchmarks.start import proportional_set_size
from benchmarks.x_server import x_server

ROOT = Path(__file__).parent.parent
KIOSK = [sys.executable, str(ROOT / "main.py")]
CHROMIUM = [
    "chromium",
    "--kiosk",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--window-size=1920,1080",
]
MIDDLE = (600, 300, 1200, 700)
COLOURS = 12
"""More than a window has that is not drawn yet."""

SETTLED_S = 5
LONGEST_S = 30
LOOK_S = 0.01
"""Between two looks: to look all the time would slow down what is looked at."""


def measure(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds to the picture, and MiB of memory once all has settled."""
    began = time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, **quiet) as process:
        while not is_drawn(environment["DISPLAY"]):
            if time.perf_counter() > began + LONGEST_S:
                raise TimeoutError(command[0])
            time.sleep(LOOK_S)
        seconds = time.perf_counter() - began
        time.sleep(SETTLED_S)
        every = [process.pid, *below(process.pid)]
        kib = sum(map(memory, every))
        for pid in every:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    return seconds, kib / 1024


def is_drawn(display: str) -> bool:
    """Check whether the middle of the screen has many colours."""
    picture = ImageGrab.grab(bbox=MIDDLE, xdisplay=display)
    return len(picture.getcolors(picture.width * picture.height) or ()) > COLOURS


def memory(pid: int) -> int:
    """Return the KiB of a process; none of one that has ended."""
    with suppress(OSError, StopIteration):
        return proportional_set_size(pid)
    return 0


def below(pid: int) -> Iterator[int]:
    """Yield the processes that a process has begun, and those that they have."""
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, tasks.read_text().split()):
            yield child
            yield from below(child)


def main(arguments: Sequence[str]) -> None:
    """Measure the pairs, after a run of each to warm up, and print the figures."""
    pairs = int(arguments[0]) if arguments else 6
    if not shutil.which("chromium"):
        sys.exit("chromium is missing; install it with: apt install chromium")
    with x_server() as display, tempfile.TemporaryDirectory() as folder:
        own = {"DISPLAY": display, "HOME": folder, "XDG_STATE_HOME": f"{folder}/state"}
        environment = os.environ | own | {"QT_QPA_PLATFORM": "xcb"}
        settings = Path(folder) / "clinic.toml"
        settings.write_text("[idle]\nattract = false\n")
        site = f"{folder}/site"
        subprocess.run([*KIOSK, "export", site, "--config", settings], check=True)
        home = next(Path(site).glob("en/*home*.html"))
        page = [f"--user-data-dir={folder}/profile", home.as_uri()]
        commands = [*CHROMIUM, *page], [*KIOSK, "--config", str(settings)]
        runs = [[measure(it, environment) for it in commands] for _ in range(pairs + 1)]
    for place, (what, unit) in enumerate((("first picture", "s"), ("memory", "MiB"))):
        both = [(one[place], other[place]) for one, other in runs[1:]]
        ratios = sorted(ours / theirs for theirs, ours in both)
        theirs, ours = (statistics.median(side) for side in zip(*both, strict=True))
        sys.stdout.write(
            f"{what}: chromium {theirs:.2f}, kiosk {ours:.2f} {unit}; ratio "
            f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
