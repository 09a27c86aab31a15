"""What a start imports, and how."""

import subprocess
import sys

from tests.support.shipped import ROOT

STARTED = """
import builtins, linecache, sys
plain = builtins.__import__
from kiosk.cli import main
assert main(["screenshots", sys.argv[1], "--only", "no such look"]) == 2
assert "kiosk.ui.window.shell" in sys.modules
assert builtins.__import__ is plain, "PySide's own import reads each module's source"
sources = [name for name in linecache.cache if "/kiosk/" in name]
assert not sources, sources
"""


def test_pyside_reads_no_modules_source(tmp_path):
    """It would keep all of them in memory."""
    done = subprocess.run(
        [sys.executable, "-c", STARTED, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


LAUNCHED = """
import sys
from kiosk.app.pyside_import import import_pyside
import_pyside()
import kiosk.cli, kiosk.app.launch
rooms = "kiosk.content", "kiosk.ui.window", "kiosk.ui.screens", "kiosk.files.settings"
late = [*rooms, "kiosk.app.run", "PySide6.QtSvg", "yaml", "markdown", "segno"]
assert not [name for name in late if name in sys.modules], sys.modules.keys()
assert len([name for name in sys.modules if name.startswith("kiosk")]) < 30
"""


def test_the_picture_of_the_last_start_waits_for_no_other_import():
    subprocess.run([sys.executable, "-c", LAUNCHED], cwd=ROOT, check=True)
