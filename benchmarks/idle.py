"""Measure how much of a processor the kiosk uses, and how often, while nothing happens.

    python -m benchmarks.idle [SECONDS]

On a page, and on the attract screen, for so many seconds (60) each. A wake-up ends a
wait of any of its threads.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.start import processor_seconds
from benchmarks.x_server import x_server

ROOT = Path(__file__).parent.parent
SETTLED_S = 15
"""By then all is built, and a first fact has faded in, with what that imports."""

_WAITS = re.compile(r"^voluntary_ctxt_switches:\s*(\d+)", re.MULTILINE)
SETTINGS = "[idle]\nattract = {}\nbase_seconds = 3600\n"


def measure(attract: str, seconds: float, display: str) -> tuple[float, float]:
    """Return the part of one core in percent, and how many wake-ups a second."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "clinic.toml"
        settings.write_text(SETTINGS.format(attract))
        command = [sys.executable, str(ROOT / "main.py"), "--config", str(settings)]
        own = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(command, env=own, stderr=subprocess.DEVNULL) as kiosk:
            time.sleep(SETTLED_S)
            before, waits = processor_seconds(kiosk.pid), waits_of(kiosk.pid)
            time.sleep(seconds)
            used = processor_seconds(kiosk.pid) - before
            woken = waits_of(kiosk.pid) - waits
            kiosk.terminate()
    return 100 * used / seconds, woken / seconds


def waits_of(pid: int) -> int:
    """Return how often the threads of a process have waited so far."""
    told = (it.read_text() for it in Path(f"/proc/{pid}/task").glob("*/status"))
    return sum(int(_WAITS.findall(text)[0]) for text in told)


def main(seconds: float) -> None:
    """Print both figures."""
    with x_server() as display:
        for name, attract in (("a page", "false"), ("the attract screen", "true")):
            used, woken = measure(attract, seconds, display)
            sys.stdout.write(
                f"{name}: {used:.3f}% of a core, {woken:.1f} wake-ups a second, "
                f"over {seconds:g} s\n"
            )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
