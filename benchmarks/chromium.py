"""Measure the browser that a clinic would use instead: start and memory, in pairs.

    python -m benchmarks.chromium [PAIRS]

Each pair is a run of Chromium in its kiosk mode, on the first page as `kiosk export`
writes it, and one of the kiosk. A start ends when the middle of the screen has more
than one colour; memory is that of all processes, five seconds later.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.start import lines, proportional_set_size
from benchmarks.x_server import x_server

ROOT = Path(__file__).parent.parent
SETTINGS = "[idle]\nattract = false\n"
SETTLED_S = 5.0
MIDDLE = "600x400+600+300"


def main(pairs: int) -> None:
    """Measure so many pairs after one to warm up, and print ratios."""
    with x_server() as display, tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        settings = place / "clinic.toml"
        settings.write_text(SETTINGS)
        program = [sys.executable, str(ROOT / "main.py")]
        export = [*program, "export", str(place / "site"), "--config", str(settings)]
        subprocess.run(export, check=True, capture_output=True)
        page = place / "site" / "en" / "home.html"
        browser = ["chromium", "--kiosk", "--no-sandbox", "--no-first-run"]
        browser += [f"--user-data-dir={place / 'browser'}", page.as_uri()]
        kiosk = [*program, "--config", str(settings)]
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_STATE_HOME": folder}
        runs = [
            [_measure(command, own) for command in (browser, kiosk)]
            for _ in range(pairs + 1)
        ]
    for line in lines(("chromium", "kiosk"), runs[1:]):
        sys.stdout.write(f"{line}\n")


def _measure(command: Sequence[str], own: dict[str, str]) -> dict[str, float]:
    """Return seconds until something is shown, and KiB of all of its processes."""
    inherited = {
        name: it for name, it in os.environ.items() if name != "WAYLAND_DISPLAY"
    }
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        env=inherited | own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        while len(set(_middle(own["DISPLAY"]))) < _COLOURS:
            if process.poll() is not None:
                raise RuntimeError(f"{command[0]} ended: {process.returncode}")
        shown = time.perf_counter() - began
        time.sleep(SETTLED_S)
        memory = sum(map(_memory_of, _session(process.pid)))
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
    _wait_until_blank(own["DISPLAY"])
    return {"first paint": shown, "PSS": memory}


_COLOURS = 12
"""Bytes that differ from each other: a page has letters, and an empty one a colour."""


def _middle(display: str) -> bytes:
    """Return the pixels in the middle of the screen."""
    command = ["import", "-silent", "-display", display, "-window", "root"]
    command += ["-crop", MIDDLE, "-depth", "8", "rgb:-"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def _wait_until_blank(display: str) -> None:
    while len(set(_middle(display))) >= _COLOURS:
        time.sleep(0.1)


def _session(leader: int) -> list[int]:
    """Return the processes of a session."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[3]) == leader:
            found.append(int(path.parent.name))
    return found


def _memory_of(pid: int) -> int:
    try:
        return proportional_set_size(pid)
    except (OSError, StopIteration):
        return 0


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
