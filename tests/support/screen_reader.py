"""Somebody who sees nothing and has a screen reader: all they know is on the bus."""

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.programs import running, until
from tests.support.x_screen import XScreen

PYTHON = "/usr/bin/python3"
PACKAGES = "at-spi2-core dbus-daemon python3-pyatspi gir1.2-atspi-2.0"
CLIENT = Path(__file__).parent / "at_spi_client.py"
CONTROLS = frozenset({"push button", "check box", "radio button", "toggle button"})
TEXTS = frozenset({"label", "heading"})
HAVE_NAMES = CONTROLS | TEXTS | {"image", "icon", "link", "page tab", "entry"}


def need_bus():
    """Leave a test out where there is no bus; on the CI machine that is an error."""
    client = [PYTHON, "-c", "import pyatspi"]
    launchers = Path("/usr/libexec"), Path("/usr/lib/at-spi2-core")
    if (
        shutil.which("dbus-daemon")
        and any((folder / "at-spi-bus-launcher").exists() for folder in launchers)
        and subprocess.run(client, capture_output=True).returncode == 0
    ):
        return
    words = f"end-to-end test left out; to run it: sudo apt install {PACKAGES}"
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


@dataclass(frozen=True)
class Thing:
    """Something that a screen reader comes to."""

    number: int
    depth: int
    role: str
    name: str
    description: str
    states: list
    box: list

    @property
    def is_checked(self):
        return "checked" in self.states


@dataclass
class HeardScreen(XScreen):
    """A screen whose programs can be reached by a screen reader."""

    bus: str

    @property
    def environment(self):
        own = {"DBUS_SESSION_BUS_ADDRESS": self.bus, "LC_ALL": "C.UTF-8"}
        return super().environment | own | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


@contextmanager
def heard(screen):
    """A session bus of our own, on which the one of assistive technology starts.

    Its registry needs the screen; without one it gives up, and starts again for ever.
    """
    with running(
        *("dbus-daemon", "--session", "--nofork", "--print-address=1"),
        env=screen.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        address = process.stdout.readline().strip()
        yield HeardScreen(screen.display, screen.size, address)


@contextmanager
def screen_reader(screen):
    """Start the program that speaks to the bus."""
    pipe = subprocess.PIPE
    client = running(
        *(PYTHON, str(CLIENT)),
        env={k: v for k, v in screen.environment.items() if k != "PYTHONPATH"},
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with client as process:
        yield ScreenReader(process)


class ScreenReader:
    """Find by role and name, use, and hear."""

    def __init__(self, process):
        self._process = process
        self.heard = []

    def _ask(self, **request):
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def look(self, *, hidden=False):
        """Return what is on the screen or a scroll away, in the order it is read.

        Nothing while it changes; with `hidden` what cannot be seen, too.
        """
        told = self._ask(do="look", hidden=hidden)
        return [Thing(**it) for it in told] if isinstance(told, list) else []

    def find(self, role, name):
        """Return what has this role and these words in its name, once it is there."""

        def found():
            return next(
                (t for t in self.look() if t.role == role and name in t.name), None
            )

        return until(found, f"{role} {name!r}")

    def is_gone(self, role, name):
        """Wait until nothing has this role and name any more."""

        def gone():
            there = self.look()
            return there and all((t.role, t.name) != (role, name) for t in there)

        until(gone, f"{role} {name!r} to go")

    def use(self, role, name, action="Press"):
        """Do what a screen reader does with what it has come to."""
        assert self._ask(do="act", thing=self.find(role, name).number, action=action)

    def hear(self, words):
        """Wait until something with these words is announced; tell if urgently."""

        def announced():
            self.heard += self._ask(do="listen")
            return next(([u] for said, u in self.heard if words in said), None)

        return bool(until(announced, f"the announcement {words!r}")[0])

    def inside(self, role, name):
        """Return the texts inside a named group."""
        things = self.look()
        group = next(t for t in things if t.role == role and name in t.name)
        rest = things[things.index(group) + 1 :]
        texts = []
        for thing in rest:
            if thing.depth <= group.depth:
                break
            if thing.role in TEXTS:
                texts.append(thing.name)
        return texts
