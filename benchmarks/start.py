"""Measure start, memory, and how long a page and a session take, in pairs.

    python -m benchmarks.start [PAIRS] [--against FOLDER] [--program FILE]

Each pair is a run of a bare Qt window (one page in a QTextBrowser) and of the kiosk, or
of the kiosk in another checkout, FOLDER, and of this one. An older checkout may need
another program than `KIOSK`: FILE has its text.

Time to the first picture is that on the clock and on the processor: the one kept by the
start before, which is no part of the pairs. The kiosk is ready when its own window is
painted. Memory is the proportional set size (PSS) two seconds later; then each page is
opened for the first time, and sessions are drawn anew, both on the processor alone.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.x_server import x_server

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "resources" / "content" / "en" / "muscle-weakness.md"
SETTINGS = "[idle]\nattract = false\n"
SETTLED_S = 2
BARE = """
import sys
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: print("painted", flush=True))
application = QApplication([])
window, page = Window(), QTextBrowser()
page.setMarkdown(open(sys.argv[2]).read())
window.setCentralWidget(page)
window.setGeometry(application.primaryScreen().geometry())
window.showFullScreen()
def measure():
    asked.setEnabled(False)
    print("{}", flush=True)
    application.exit()
asked = QSocketNotifier(0, QSocketNotifier.Type.Read)
asked.activated.connect(lambda: measure())
application.exec()
"""
LAUNCH = """
import kiosk.cli
from kiosk.app.pyside_import import import_pyside
import_pyside()
import os, sys
from pathlib import Path
from kiosk.app.application import new_application
from kiosk.app.launch_screen import LaunchScreen
from kiosk.app.problems import Reporter
report = Reporter()
application = new_application(report)
launch_screen = LaunchScreen.shown(application)
if launch_screen:
    print("painted", flush=True)
"""
KIOSK = f"""
{LAUNCH}
from kiosk.app import run
from kiosk.app.machine.clocks import system_clock
state = run.DeviceSettingsFile(run.state_path())
services = run.Services(system_clock(), state, report)
options = run.StartOptions(config=Path(sys.argv[1]))
program = run.Program(application, options, services)
shell = program.shell
shell.first_painted.connect(lambda: print("ready", flush=True))
def begin():
    program.start()
    program.take_over(launch_screen)
"""
MEASURE = """
import json, statistics, time
from PySide6.QtCore import QCoreApplication, QEvent, QSocketNotifier
from kiosk.domain.visit import Visit
def settle():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
def ms(deed, *arguments):
    began = time.process_time()
    deed(*arguments)
    settle()
    return 1000 * (time.process_time() - began)
def measure():
    asked.setEnabled(False)
    session = shell.session
    pages = [ms(session.go_to, page.id) for page in session.pages[1:]]
    sessions = [ms(shell.open, Visit()) for _ in range(20)]
    figures = {"page": statistics.median(pages), "slowest page": max(pages)}
    figures["session"] = statistics.median(sessions)
    print(json.dumps(figures), flush=True)
    application.exit()
asked = QSocketNotifier(0, QSocketNotifier.Type.Read)
asked.activated.connect(lambda: measure())
begin()
application.exec()
"""
UNITS = {
    "first picture": "s",
    "processor to it": "s",
    "ready": "s",
    "PSS": "KiB",
    "page": "ms",
    "slowest page": "ms",
    "session": "ms",
}


@dataclass(frozen=True)
class Measured:
    """A program, and the checkout whose `kiosk` it imports."""

    name: str
    program: str
    folder: Path


def measure(measured: Measured, settings: Path, display: str) -> dict[str, float]:
    """Start the program; return its figures by their names."""
    own = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    own["XDG_STATE_HOME"] = str(settings.parent / measured.name)
    own.pop("PYTHONDONTWRITEBYTECODE", None)  # or each start compiles what is new
    command = [sys.executable, "-c", measured.program, str(settings), str(PAGE)]
    pipe = subprocess.PIPE
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=own, cwd=measured.folder, stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        said = process.stdout.readline()
        figures = {"first picture": time.perf_counter() - began}
        figures["processor to it"] = processor_seconds(process.pid)
        if said == "painted\n" and measured.program.startswith(KIOSK):
            process.stdout.readline()
        figures["ready"] = time.perf_counter() - began
        time.sleep(SETTLED_S)
        figures["PSS"] = proportional_set_size(process.pid)
        process.stdin.write("go\n")
        process.stdin.flush()
        told = (line for line in process.stdout if line.startswith("{"))
        return figures | json.loads(next(told))


def processor_seconds(pid: int) -> float:
    """Return the seconds on the processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def proportional_set_size(pid: int) -> int:
    """Return the memory of a process in KiB, shared pages in proportion."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(pss.split()[1])


def lines(
    names: Sequence[str], pairs: Sequence[Sequence[dict[str, float]]]
) -> list[str]:
    """Return a line for each figure: both medians, and the ratio within the pairs."""
    said = []
    for figure in [it for it in UNITS if all(it in run for run in pairs[0])]:
        values = [[pair[place][figure] for pair in pairs] for place in (0, 1)]
        ratios = sorted(after / before for before, after in zip(*values, strict=True))
        medians = (
            f"{name} {statistics.median(found):.2f}"
            for name, found in zip(names, values, strict=True)
        )
        said.append(
            f"{figure}: {', '.join(medians)} {UNITS[figure]}; ratio "
            f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        )
    return said


def main(arguments: Sequence[str]) -> None:
    """Measure the pairs, after a run of each to warm up, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=int, nargs="?", default=10)
    parser.add_argument("--against", type=Path, help="another checkout")
    parser.add_argument("--program", type=Path, help="the text of its program")
    chosen = parser.parse_args(arguments)
    ours = Measured("this", KIOSK + MEASURE, ROOT)
    other = Measured("bare", BARE, ROOT)
    if chosen.against:
        text = chosen.program.read_text() if chosen.program else KIOSK
        other = Measured("other", text + MEASURE, chosen.against)
    with x_server() as display, tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "clinic.toml"
        settings.write_text(SETTINGS)
        runs = [
            [measure(it, settings, display) for it in (other, ours)]
            for _ in range(chosen.pairs + 1)
        ]
    for line in lines((other.name, ours.name), runs[1:]):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
