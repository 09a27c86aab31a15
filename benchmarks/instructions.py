"""Count the instructions to the first picture, which no other program slows down.

    python -m benchmarks.instructions

Valgrind counts those of a bare Qt window with one page in a QTextBrowser, and those of
the kiosk, after a start that leaves its compiled modules and parsed texts.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.start import KIOSK as START
from benchmarks.x_server import x_server

ROOT = Path(__file__).parent.parent
SETTINGS = "[idle]\nattract = false\n"
BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
application = QApplication([])
window, page = Window(), QTextBrowser()
page.setMarkdown(open("resources/content/en/muscle-weakness.md").read())
window.setCentralWidget(page)
window.setGeometry(application.primaryScreen().geometry())
window.showFullScreen()
application.exec()
"""
KIOSK = f"""
{START}
import os
from PySide6.QtCore import QTimer
end = lambda: QTimer.singleShot(int(sys.argv[2]), lambda: os._exit(0))
shell.first_painted.connect(end)
program.start()
application.exec()
"""
KEPT_MS = 1_000
"""How long the first start goes on, to leave what the next one finds."""


def counted() -> dict[str, int]:
    """Return the instructions of both, by name; raises where valgrind is missing."""
    with x_server() as display, tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "clinic.toml"
        settings.write_text(SETTINGS)
        own = {
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "DISPLAY": display,
            "PYTHONHASHSEED": "0",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_STATE_HOME": folder,
        }
        inherited = os.environ.items()
        usual = {name: it for name, it in inherited if not name.startswith("PYTHON")}
        started = [sys.executable, "-c", KIOSK, str(settings), str(KEPT_MS)]
        subprocess.run(started, env=usual | own, cwd=ROOT, check=True)
        programs = {"bare": BARE, "kiosk": KIOSK}
        return {
            name: _count(text, settings, usual | own) for name, text in programs.items()
        }


def _count(program: str, settings: Path, environment: dict[str, str]) -> int:
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    command = [*tool, sys.executable, "-c", program, str(settings), "0"]
    told = subprocess.run(
        command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True
    ).stderr
    return int(re.findall(r"Collected : (\d+)", told)[-1])


def main() -> None:
    """Print both counts in millions, and their ratio."""
    counts = counted()
    millions = ", ".join(f"{name} {it / 1e6:,.0f}" for name, it in counts.items())
    ratio = counts["kiosk"] / counts["bare"]
    sys.stdout.write(f"millions of instructions: {millions}; ratio {ratio:.2f}\n")


if __name__ == "__main__":
    main()
