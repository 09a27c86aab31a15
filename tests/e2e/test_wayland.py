"""The kiosk in a Wayland kiosk session, as an ordinary user."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from benchmarks.start import processor_seconds
from kiosk.files.first_picture import NAME
from tests.e2e.test_changed_screen import MOST_STARTS
from tests.support.programs import need, running, until
from tests.support.shipped import ROOT
from tests.support.supervisor import kiosk_command, supervised
from tests.support.wayland import as_ordinary_user, ask

HELD_BACK = ROOT / "tests" / "support" / "kiosk_held_back.py"
BOOKING = "https://alaa-arif.example/book?about=home"


def on_a_rotated_screen(degrees, *program):
    """Return the command of a session for a program, on a screen turned by `degrees`.

    Each -r of cage 0.1 is a quarter; later ones leave turning to a client.
    """
    usage = subprocess.run(["cage", "-h"], capture_output=True, text=True)
    if "-r" in usage.stdout + usage.stderr:
        return ["cage", *["-r"] * (degrees // 90), "--", *program]
    rotate = f"wlr-randr --output HEADLESS-1 --transform {degrees}"
    return ["cage", "--", "sh", "-c", f'{rotate}; exec "$@"', "sh", *program]


# Without a graphics card, a screen that is not rotated is handed the window's own
# memory, and no camera of the compositor sees that.
@pytest.mark.parametrize(("degrees", "size"), [(180, (1280, 720)), (90, (720, 1280))])
def test_the_booking_code_is_read_from_a_wayland_screen(
    tmp_path, session, settings, degrees, size
):
    need("cage", "grim", "Xwayland", "wlr-randr")
    program = [sys.executable, ROOT / "main.py", "--config", settings(size[0])]
    cage = [*as_ordinary_user(), *on_a_rotated_screen(degrees, *program)]
    photo = tmp_path / "photo.png"

    def photographed():
        if not ask(session, "grim", photo):
            return None
        with Image.open(photo) as image:
            codes = [code.text for code in zxingcpp.read_barcodes(image)]
            return image.size if codes == [BOOKING] else None

    with running(*cage, env=session, cwd=ROOT, stderr=subprocess.DEVNULL):
        assert until(photographed, "the first page with its code") == size


def test_a_second_start_shows_the_picture_of_the_first_at_once(
    tmp_path, session, settings
):
    need("cage", "grim", "wlr-randr")
    program = [sys.executable, HELD_BACK, "--config", settings(1280)]
    cage = [*as_ordinary_user(), *on_a_rotated_screen(180, *program)]
    photo = tmp_path / "photo.png"

    def shows_page():
        if not ask(session, "grim", photo):
            return False
        with Image.open(photo) as image:
            return [code.text for code in zxingcpp.read_barcodes(image)] == [BOOKING]

    def start():
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        own = session | {"PYTHONPATH": str(ROOT)}
        return running(*cage, env=own, cwd=ROOT, stderr=subprocess.DEVNULL, **pipes)

    kept = Path(session["HOME"]) / ".local" / "state" / "kiosk" / NAME
    with start() as first:
        assert first.stdout.readline() == "held\n"
        first.stdin.write("\n")
        first.stdin.flush()
        until(kept.is_file, "the picture to be kept")
    with start() as second:
        assert second.stdout.readline() == "held\n"
        until(shows_page, "the picture")
        second.stdin.write("\n")
        second.stdin.flush()


def test_the_window_follows_a_wayland_screen_that_is_turned_at_once(
    tmp_path, session, settings
):
    need("sway", "grim")
    config, photo, pid = (tmp_path / name for name in ("sway", "photo.png", "pid"))
    program = f"{sys.executable} {ROOT / 'main.py'} --config {settings(1280)}"
    config.write_text(
        "output HEADLESS-1 mode 1280x720 transform 180\n"
        f"exec sh -c 'echo $$$$ > {pid}; exec {program}'\n"  # sway takes every other $
    )

    def shows_page(size):
        if not ask(session, "grim", photo):
            return False
        with Image.open(photo) as image:
            codes = [code.text for code in zxingcpp.read_barcodes(image)]
            return codes == [BOOKING] and image.size == size

    sway = [*as_ordinary_user(), "sway", "-c", config]
    session["SWAYSOCK"] = str(tmp_path / "sway.sock")
    with running(*sway, env=session, cwd=ROOT, stderr=subprocess.DEVNULL):
        until(lambda: shows_page((1280, 720)), "the first page")
        kiosk = int(pid.read_text())
        started = processor_seconds(kiosk)
        for change, size in (
            ("transform 90", (720, 1280)),
            ("mode --custom 1920x1080", (1080, 1920)),
            ("transform 180", (1920, 1080)),
        ):
            before = processor_seconds(kiosk)
            assert ask(session, "swaymsg", f"output HEADLESS-1 {change}")
            until(lambda size=size: shows_page(size), f"the page on {size}")
            assert processor_seconds(kiosk) - before < MOST_STARTS * started


@pytest.mark.parametrize("fault", [signal.SIGSTOP, signal.SIGKILL])
def test_under_a_compositor_a_supervisor_hears_the_kiosk_and_starts_both_again(
    tmp_path, session, settings, fault
):
    """The compositor is silent, and ends with status 0 whatever became of the kiosk."""
    need("cage", "Xwayland")
    kiosk = kiosk_command("--config", settings(1280))
    cage = [*as_ordinary_user(), "cage", "--", *kiosk]
    with supervised(cage, session, tmp_path) as program:
        program.await_ready(1)
        program.await_message("WATCHDOG=1")
        [child] = children(program.process)
        os.kill(child, fault)
        program.await_ready(2)
        assert children(program.process) != [child]


def children(process):
    """Return the processes that a process has started, Xwayland aside."""
    found = subprocess.run(
        ["pgrep", "-P", str(process.pid), "--exact", "kiosk"], capture_output=True
    )
    return [int(pid) for pid in found.stdout.split()]
