"""Count the instructions to the first picture, which no other program slows down.

    python -m benchmarks.instructions

Valgrind counts those of a bare Qt window with one page in a QTextBrowser, and those of
the kiosk to the picture that it kept and to its own window, after a start that leaves
its compiled modules, parsed texts and picture.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.start import KIOSK as START
from benchmarks.start import LAUNCH
from benchmarks.x_server import x_server
from kiosk.files.first_picture import NAME

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
PICTURE = f"""
{LAUNCH}
assert launch_screen
os._exit(0)
"""
KIOSK = f"""
{START}
from PySide6.QtCore import QTimer
def end():  # before what is begun then, in threads that take turns as they like
    if os.path.exists(sys.argv[2]):
        os._exit(0)
look = QTimer()
look.timeout.connect(end)
shell.first_painted.connect(end)
shell.first_painted.connect(lambda: look.start(50))
begin()
application.exec()
"""


def counted() -> dict[str, int]:
    """Return the instructions of each, by name; raises where valgrind is missing."""
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
        kept = Path(folder) / "kiosk" / NAME
        subprocess.run(
            _command(KIOSK, settings, kept), env=usual | own, cwd=ROOT, check=True
        )
        programs = {"bare": BARE, "picture": PICTURE, "kiosk": KIOSK}
        return {
            name: _count(_command(text, settings, kept), usual | own)
            for name, text in programs.items()
        }


def _command(program: str, settings: Path, kept: Path) -> list[str]:
    """Return the command of a program, which ends once the kiosk has kept a picture."""
    return [sys.executable, "-c", program, str(settings), str(kept)]


def _count(command: list[str], environment: dict[str, str]) -> int:
    # twice as fast as callgrind, which keeps who called whom
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no"]
    tool += ["--cachegrind-out-file=/dev/null"]
    told = subprocess.run(
        [*tool, *command],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stderr
    return int(re.findall(r"I +refs: +([\d,]+)", told)[-1].replace(",", ""))


def main() -> None:
    """Print the counts in millions, and their ratios to that of the bare window."""
    counts = counted()
    for name, count in counts.items():
        ratio = count / counts["bare"]
        sys.stdout.write(f"{name}: {count / 1e6:,.0f} million; ratio {ratio:.2f}\n")


if __name__ == "__main__":
    main()
