"""Measure how much of a processor the kiosk uses while nothing happens.

    python -m benchmarks.idle [SECONDS]

On a page, and on the attract screen, for so many seconds (60) each.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.start import processor_seconds
from benchmarks.x_server import x_server

ROOT = Path(__file__).parent.parent
SETTLED_S = 10
SETTINGS = "[idle]\nattract = {}\nbase_seconds = 3600\n"


def measure(attract: str, seconds: float, display: str) -> float:
    """Return the part of one core, in percent, used while nothing happens."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "clinic.toml"
        settings.write_text(SETTINGS.format(attract))
        command = [sys.executable, str(ROOT / "main.py"), "--config", str(settings)]
        own = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(command, env=own, stderr=subprocess.DEVNULL) as kiosk:
            time.sleep(SETTLED_S)
            before = processor_seconds(kiosk.pid)
            time.sleep(seconds)
            used = processor_seconds(kiosk.pid) - before
            kiosk.terminate()
    return 100 * used / seconds


def main(seconds: float) -> None:
    """Print both figures."""
    with x_server() as display:
        for name, attract in (("a page", "false"), ("the attract screen", "true")):
            used = measure(attract, seconds, display)
            sys.stdout.write(f"{name}: {used:.3f}% of a core over {seconds:g} s\n")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
