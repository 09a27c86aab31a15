"""Let `kiosk check` look at content before a visitor does, in a process of its own.

What makes that process fail, or run for ever, harms neither the updater nor the window.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from kiosk.files.paths import SETTINGS_NAME, resources
from kiosk.fleet.update.update_error import refused, stale

LONGEST_S = 900
_PROGRAM = f"""
import signal, sys
signal.alarm({LONGEST_S})
from kiosk.cli import main
sys.exit(main())
"""
_RIGHT, _MISTAKES = 0, 1
_MOST_LETTERS = 200


def check_content(folder: Path, name: str) -> None:
    """Check the content in a folder; raises `UpdateError` that calls it `name`.

    The settings of this clinic, which has the PIN of its staff, are not read.
    """
    settings = resources() / SETTINGS_NAME
    options = ("check", folder, "--config", settings, "--format", "json")
    command = (sys.executable, "-c", _PROGRAM, *map(str, options))
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            cwd=folder,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            check=False,
        )
    except OSError as error:
        raise stale(f"{name}: kiosk check cannot be run: {error}") from error
    if done.returncode == -signal.SIGALRM:
        raise refused(f"{name}: kiosk check takes over {LONGEST_S} s")
    if done.returncode == _MISTAKES:
        raise refused(f"{name}: {_first_mistake(done)}")
    if done.returncode != _RIGHT:  # of too little memory, perhaps
        lines = done.stderr.decode(errors="replace").splitlines()
        last = " ".join(lines[-1:])[:_MOST_LETTERS]
        raise stale(f"{name}: kiosk check failed ({done.returncode}): {last}")


def _first_mistake(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the first mistake of a check, and how many there are."""
    found = [it for it in json.loads(done.stdout) if it["severity"] == "error"]
    first = found[0]
    place = f"{first['file']}:{first['line']}" if first["line"] else first["file"]
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"{place}: {first['message']}{more}"
