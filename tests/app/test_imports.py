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
