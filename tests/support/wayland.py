"""A Wayland session of a test's own, on a screen that only exists in memory."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.support.programs import need

WITH_MANAGEMENT = (0, 2)
"""The version of cage since which a client may turn outputs, and switch them off."""


def as_ordinary_user():
    """Return the words before a command that take root's powers from it."""
    return ["unshare", "--user", "--map-user=1000"] if os.geteuid() == 0 else []


def surroundings(folder):
    """Return the environment of a session that has its files in a folder."""
    folder.chmod(0o700)
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    own = {key: value for key, value in os.environ.items() if key not in hidden}
    return own | {
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "WLR_BACKENDS": "headless",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman",
    }


def client_of(session):
    """Return the environment of a client of the session, or None before it runs."""
    sockets = sorted(Path(session["XDG_RUNTIME_DIR"]).glob("wayland-[0-9]"))
    return session | {"WAYLAND_DISPLAY": sockets[0].name} if sockets else None


def ask(session, *command):
    """Run a client of the session's compositor; return whether it succeeded."""
    if not (client := client_of(session)):
        return False
    words = [*as_ordinary_user(), *command]
    return subprocess.run(words, env=client, capture_output=True).returncode == 0


def need_output_management():
    """Leave a test out where cage lets no client turn outputs: it is that of Debian 12.

    That is no error on the CI machine: there is nothing to install.
    """
    need("cage", "wlr-randr", "grim")
    said = subprocess.run(["cage", "-v"], capture_output=True, text=True).stdout
    if tuple(map(int, re.findall(r"\d+", said)[:2])) < WITH_MANAGEMENT:
        pytest.skip("end-to-end test left out; cage 0.2, of Debian 13, runs it")
