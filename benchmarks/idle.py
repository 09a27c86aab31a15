"""Measure the processor use of a kiosk that nobody touches; run it, it is no test.

    python benchmarks/idle.py [SECONDS]

On a page, and on the attract screen, for so many seconds (60) each.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SETTLED_S = 10
SETTINGS = "[idle]\nattract = {}\nbase_seconds = 3600\n"


def busy(pid: int) -> float:
    """Return the processor seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(attract: str, seconds: float, display: str) -> float:
    """Return the part of one core, in percent, used while nothing happens."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "clinic.toml"
        settings.write_text(SETTINGS.format(attract))
        command = [sys.executable, str(ROOT / "main.py"), "--config", str(settings)]
        own = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(command, env=own, stderr=subprocess.DEVNULL) as kiosk:
            time.sleep(SETTLED_S)
            before = busy(kiosk.pid)
            time.sleep(seconds)
            used = busy(kiosk.pid) - before
            kiosk.terminate()
    return 100 * used / seconds


def main(seconds: float) -> None:
    """Print both figures."""
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24"]
    with subprocess.Popen([*screen, "-noreset"], pass_fds=[write]) as server:
        with os.fdopen(read) as pipe:
            display = f":{pipe.readline().strip()}"
        for name, attract in (("a page", "false"), ("the attract screen", "true")):
            used = measure(attract, seconds, display)
            sys.stdout.write(f"{name}: {used:.3f}% of a core over {seconds:g} s\n")
        server.terminate()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
