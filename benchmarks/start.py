"""Measure start-up and memory against a bare Qt window; run it, it is no test.

    python benchmarks/start.py [PAIRS]

Both windows fill the same X screen. The bare one shows one page in a QTextBrowser.
Time runs from the start of the process to the end of the first paint. Memory is the
proportional set size (PSS) two seconds later.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: print("painted", flush=True))
application = QApplication([])
window, page = Window(), QTextBrowser()
page.setMarkdown(open(sys.argv[1]).read())
window.setCentralWidget(page)
window.setGeometry(application.primaryScreen().geometry())
window.showFullScreen()
application.exec()
"""
KIOSK = """
import sys
from pathlib import Path
from kiosk.app import run
report = run.Reporter()
application = run.new_application(report)
state = run.DeviceSettingsFile(run.state_path())
services = run.Services(run.system_clock(), state, report)
kiosk = run.Program(application, run.StartOptions(config=Path(sys.argv[1])), services)
kiosk.shell.first_painted.connect(lambda: print("painted", flush=True))
kiosk.start()
application.exec()
"""


def measure(program: str, argument: Path, display: str) -> tuple[float, int]:
    """Return seconds to the first paint and kilobytes of PSS two seconds later."""
    surroundings = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", program, str(argument)]
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=surroundings, cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        took = time.perf_counter() - began
        time.sleep(2)
        rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text()
        process.terminate()
    pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
    return took, int(pss.split()[1])


def main(pairs: int) -> None:
    """Print each pair's ratio and the medians."""
    settings = ROOT / "resources" / "clinic.toml"
    page = ROOT / "resources" / "content" / "en" / "muscle-weakness.md"
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24"]
    with subprocess.Popen([*screen, "-noreset"], pass_fds=[write]) as server:
        display = f":{os.read(read, 16).decode().strip()}"
        for program, argument in ((BARE, page), (KIOSK, settings)):
            measure(program, argument, display)
        rows = [
            (measure(BARE, page, display), measure(KIOSK, settings, display))
            for _ in range(pairs)
        ]
        server.terminate()
    for name, index in (("first paint, s", 0), ("PSS, KiB", 1)):
        bare = statistics.median(row[0][index] for row in rows)
        ours = statistics.median(row[1][index] for row in rows)
        ratios = sorted(row[1][index] / row[0][index] for row in rows)
        sys.stdout.write(
            f"{name}: bare {bare:.3f}, kiosk {ours:.3f}, ratio "
            f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})\n"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
