"""Start programs of a test's own, wait for what they do, and end them."""

import os
import shutil
import subprocess
import time
from contextlib import contextmanager

import pytest

PACKAGES = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "Xephyr": "xserver-xephyr",
    "xrandr": "x11-xserver-utils",
    "xset": "x11-xserver-utils",
    "openbox": "openbox",
    "cage": "cage",
    "grim": "grim",
    "sway": "sway",
    "Xwayland": "xwayland",
    "wlr-randr": "wlr-randr",
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "speech-dispatcher": "speech-dispatcher",
    "chromium": "chromium",
    "npm": "npm",
    "pqiv": "pqiv",
    "systemd-analyze": "systemd",
    "mosquitto": "mosquitto",
    "strace": "strace",
    "openssl": "openssl",
    "espeak-ng": "espeak-ng speech-dispatcher-espeak-ng",
    "valgrind": "valgrind",
}
PATIENCE = 120.0
"""Seconds for anything to happen: only a test that fails waits so long."""


def need(*tools):
    """Leave a test out where a tool is missing; on the CI machine that is an error."""
    missing = sorted({PACKAGES[tool] for tool in tools if not shutil.which(tool)})
    if not missing:
        return
    words = f"end-to-end test left out; to run it: sudo apt install {' '.join(missing)}"
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


def until(look, what):
    """Return the first thing that `look` finds; fail after a while, saying `what`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.02)
    pytest.fail(f"waited {PATIENCE:.0f} s for {what}")


@contextmanager
def running(*command, **options):
    """Run a program of ours for as long as the block lasts."""
    with subprocess.Popen(command, **options) as process:
        try:
            yield process
        finally:
            process.terminate()
