"""The screen sleeps while the clinic is closed. No display server here has power to
switch, so a tool writes down what it was told instead.
"""

import pytest
from PySide6.QtCore import QObject

from kiosk.app.machine.panel_power import PanelPower
from kiosk.domain.mode import Mode
from tests.support.programs import until

X_OFF, X_ON = "dpms force off", "dpms force on -dpms"
WAYLAND_OFF, WAYLAND_ON = "--off *", "--on *"
CAN, CANNOT = "DPMS is Enabled", "Server does not have the DPMS Extension"


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Have tools that note what they are told; return a way to read and to fail it."""
    noted = tmp_path / "noted"
    noted.touch()

    def make(answer=CAN, status=0):
        for name in ("xset", "wlopm"):
            tool = tmp_path / name
            tool.write_text(
                f'#!/bin/sh\n[ "$1" = q ] && echo "{answer}" && exit 0\n'
                f'echo "$*" >> {noted}\necho "it cannot" >&2\nexit {status}\n'
            )
            tool.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        return lambda: noted.read_text().splitlines()

    return make


@pytest.fixture
def power(qapp):
    """Make what switches the screen of a kiosk that is in `power.modes[-1]`."""
    parent = QObject()

    def make(platform, mode):
        made.modes, made.lines = [mode], []
        made.it = PanelPower(
            platform, lambda: made.modes[-1], made.lines.append, parent
        )
        return made

    def made():
        """Hold what a test looks at."""

    yield make
    parent.deleteLater()


def enter(power, mode):
    power.modes.append(mode)
    power.it.follow()


@pytest.mark.parametrize(
    ("platform", "off", "on"),
    [("xcb", X_OFF, X_ON), ("wayland", WAYLAND_OFF, WAYLAND_ON)],
)
def test_it_sleeps_in_the_dark_and_wakes_for_a_visitor(
    told, power, qapp, platform, off, on
):
    noted = told()
    screen = power(platform, Mode.ATTRACT)
    screen.it.begin()
    for mode, expected in (
        (Mode.VISIT, []),
        (Mode.DARK, [off]),
        (Mode.DARK, [off]),
        (Mode.VISIT, [off, on]),
        (Mode.ASKING, [off, on]),
        (Mode.DARK, [off, on, off]),
    ):
        enter(screen, mode)
        until(lambda it=expected: seen(qapp, noted) == it, f"{mode} after {expected}")
    assert not screen.lines


def seen(qapp, noted):
    qapp.processEvents()
    return noted()


def test_it_sleeps_at_once_if_the_clinic_is_closed_and_wakes_at_the_end(
    told, power, qapp
):
    noted = told()
    screen = power("xcb", Mode.DARK)
    screen.it.begin()
    until(lambda: seen(qapp, noted) == [X_OFF], "the screen to sleep")
    screen.it.wake()
    assert noted() == [X_OFF, X_ON]


def test_nothing_is_switched_before_it_begins(told, power, qapp):
    noted = told()
    screen = power("xcb", Mode.DARK)
    screen.it.follow()
    screen.it.begin()
    until(lambda: seen(qapp, noted) == [X_OFF], "the screen to sleep")


def test_a_server_that_cannot_is_told_once_and_the_screen_stays_black(
    told, power, qapp
):
    noted = told(answer=CANNOT)
    screen = power("xcb", Mode.DARK)
    screen.it.begin()
    until(lambda: seen(qapp, noted) or screen.lines, "what it says")
    enter(screen, Mode.VISIT)
    enter(screen, Mode.DARK)
    assert screen.lines == [
        "screen.off_when_closed: the screen stays on, and black, while closed: "
        "the X server cannot switch it"
    ]
    assert noted() == []


def test_a_tool_that_fails_is_told_once(told, power, qapp):
    noted = told(status=1)
    screen = power("wayland", Mode.DARK)
    screen.it.begin()
    until(lambda: seen(qapp, noted) and screen.lines, "what it says")
    enter(screen, Mode.VISIT)
    enter(screen, Mode.DARK)
    assert [line.rpartition(": ")[2] for line in screen.lines] == ["it cannot"]
    assert noted() == [WAYLAND_OFF]
