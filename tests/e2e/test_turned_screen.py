"""The kiosk turns its picture as the settings say; the panel is photographed."""

import re
import subprocess
import sys

import pytest
import zxingcpp

from tests.e2e.test_x11 import ALARM, codes_in
from tests.support.programs import need, running, until
from tests.support.shipped import ROOT
from tests.support.wayland import (
    as_ordinary_user,
    ask,
    client_of,
    need_output_management,
)
from tests.support.x_screen import XScreen, kiosk, x_screen

ROOM = 1280
LANDSCAPE, PORTRAIT = 1280, 720
BOOKING = "https://alaa-arif.example/book?about=home"
each_rotation = pytest.mark.parametrize("degrees", [90, 180, 270])


def turned(path, degrees):
    """Add the rotation to the settings in a file; return its path."""
    path.write_text(
        path.read_text().replace("[screen]\n", f"[screen]\nrotation = {degrees}\n")
    )
    return path


def shows(degrees, panel):
    """Tell whether a photograph of a panel is the first page, turned clockwise."""

    def look(photo):
        picture = photo.crop((0, 0, *panel)).rotate(degrees, expand=True)
        codes = [code.text for code in zxingcpp.read_barcodes(picture)]
        return picture.getpixel((2, 2)) == ALARM and codes == [BOOKING]

    return look


@pytest.fixture
def panel(stage):
    """A panel in whose pixels another display server shows its turned picture."""
    return stage(x_screen(ROOM, ROOM))


@each_rotation
def test_the_picture_is_turned_on_x(stage, settings, panel, degrees):
    need("Xephyr", "xrandr")
    size = 1200, 900
    number = f"{panel.display}9"
    server = ["Xephyr", number, "-screen", "1200x900", "-noreset"]
    environment = panel.environment
    stage(running(*server, env=environment, stderr=subprocess.DEVNULL))
    inner = XScreen(number, size)
    until(lambda: runs(["xset", "q"], inner.environment), "the inner X server")
    path = turned(settings(PORTRAIT if degrees % 180 else LANDSCAPE), degrees)
    stage(kiosk(inner, "--config", path))
    panel.photograph_when(shows(degrees, size), f"the page turned by {degrees}")


def runs(words, environment):
    return subprocess.run(words, env=environment, capture_output=True).returncode == 0


@each_rotation
def test_the_picture_is_turned_on_wayland(stage, session, settings, panel, degrees):
    need_output_management()
    nested = session | {"WLR_BACKENDS": "x11", "DISPLAY": panel.display}
    path = turned(settings(PORTRAIT if degrees % 180 else LANDSCAPE), degrees)
    program = [sys.executable, ROOT / "main.py", "--config", path]
    cage = [*as_ordinary_user(), "cage", "--", *program]
    stage(running(*cage, env=nested, cwd=ROOT, stderr=subprocess.DEVNULL))
    panel.photograph_when(shows(degrees, (1024, 768)), f"the page turned by {degrees}")


def turned_outputs(session):
    """Return the names of the outputs whose picture is turned."""
    if not (client := client_of(session)):
        return []
    command = [*as_ordinary_user(), "wlr-randr"]
    done = subprocess.run(command, env=client, capture_output=True, text=True)
    outputs = re.split(r"^(?=\S)", done.stdout, flags=re.MULTILINE)
    return [it.split()[0] for it in outputs if "Transform: 270" in it]


def test_a_screen_that_takes_its_place_is_turned_too(stage, session, settings):
    need_output_management()
    path = turned(settings(PORTRAIT), 90)
    program = [sys.executable, ROOT / "main.py", "--config", path]
    cage = [*as_ordinary_user(), "cage", "--", *program]
    two = session | {"WLR_HEADLESS_OUTPUTS": "2"}
    stage(running(*cage, env=two, cwd=ROOT, stderr=subprocess.DEVNULL))
    [first] = until(lambda: turned_outputs(session), "the first screen to be turned")
    assert ask(session, "wlr-randr", "--output", first, "--off")
    until(lambda: {*turned_outputs(session)} - {first}, "the other to be turned")


def test_a_screen_that_cannot_be_turned_is_shown_as_it_is(stage, settings, panel):
    """That of the X server in memory knows no rotation."""
    need("xrandr")
    path = turned(settings(LANDSCAPE), 90)
    process = stage(kiosk(panel, "--config", path, stderr=subprocess.PIPE, text=True))
    panel.photograph_when(codes_in, "the page as it is")
    process.terminate()
    told = [line for line in process.stderr if "rotation" in line]
    assert told == [
        "kiosk: screen.rotation: the picture is not turned: xrandr: output screen "
        'cannot use rotation "right" reflection "none"\n'
    ]


def test_a_tool_that_is_missing_is_named_with_its_package(
    stage, settings, panel, tmp_path
):
    path = turned(settings(LANDSCAPE), 90)
    command = [sys.executable, ROOT / "main.py", "--config", path]
    without = panel.environment | {"PATH": str(tmp_path / "nothing")}
    quiet = {"stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    process = stage(running(*command, env=without, **quiet))
    panel.photograph_when(codes_in, "the page as it is")
    process.terminate()
    [told] = [line for line in process.stderr if "rotation" in line]
    assert "xrandr cannot be started" in told
    assert "sudo apt install x11-xserver-utils" in told


def test_a_window_on_a_desktop_turns_nothing(stage, settings, panel):
    path = turned(settings(LANDSCAPE), 90)
    window = kiosk(panel, "--windowed", "--config", path, stderr=subprocess.PIPE)
    process = stage(window)
    panel.photograph_when(codes_in, "the page in a window")
    process.terminate()
    assert b"rotation" not in process.stderr.read()
