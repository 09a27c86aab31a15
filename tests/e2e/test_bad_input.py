"""What staff and visitors get when something is wrong with the files or the machine."""

import shutil
import subprocess
import sys

import pytest

from kiosk.files.debian_packages import Use, debian_packages
from kiosk.files.paths import resources
from tests.support.programs import PATIENCE, need, running
from tests.support.shipped import ROOT
from tests.support.x_screen import kiosk, x_screen

SIZE = (1280, 800)
WHITE = (255, 255, 255)
ALARM = STRIP = (0x8E, 0x0B, 0x1C)


def broken_settings(folder, text):
    path = folder / "clinic.toml"
    path.write_text(text)
    return ["--config", path]


def broken_content(folder, spoil):
    content = folder / "content"
    shutil.copytree(resources() / "content", content)
    spoil(content)
    return ["--content", content]


def without_pages(content):
    for page in (content / "en").glob("*.md"):
        page.unlink()


def with_a_stranger_in_the_rules(content):
    rules = content / "checklist.toml"
    rules.write_text(
        rules.read_text().replace('{ answers = ["sudden"] }', '{ answers = ["itch"] }')
    )


STARTS = {
    "an unknown key": (
        lambda folder: broken_settings(folder, "[clinic]\nfone = '1'"),
        "clinic.fone: there is no such key",
    ),
    "a wrong type": (
        lambda folder: broken_settings(folder, "[clinic]\nphone = 1"),
        "clinic.phone: expected words",
    ),
    "a bad address": (
        lambda folder: broken_settings(folder, "[booking]\nurl = 'http://x.example'"),
        "booking.url: 'http://x.example' is not an address",
    ),
}
BROKEN_CONTENT = {
    "no content at all": (
        lambda folder: broken_content(folder, shutil.rmtree),
        "there is no such folder",
    ),
    "no pages": (
        lambda folder: broken_content(folder, without_pages),
        "there is no page",
    ),
    "an unknown symptom": (
        lambda folder: broken_content(folder, with_a_stranger_in_the_rules),
        "there is no 'itch'",
    ),
}


@pytest.fixture
def screen(stage):
    need("openbox")
    screen = stage(x_screen(*SIZE))
    stage(running("openbox", env=screen.environment))
    return screen


@pytest.mark.parametrize("case", STARTS)
def test_staff_read_one_line_and_visitors_whom_to_ask(stage, screen, tmp_path, case):
    spoil, expected = STARTS[case]
    arguments = spoil(tmp_path)
    process = stage(kiosk(screen, *arguments, stderr=subprocess.PIPE, text=True))
    screen.photograph_when(shows_alarm, "the alarm in red on white")
    process.terminate()
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    *left_out, line = said.splitlines()
    assert line.startswith(f"kiosk: {tmp_path}")
    assert expected in line
    assert all(line.endswith("(left out)") for line in left_out)


@pytest.mark.parametrize("case", BROKEN_CONTENT)
def test_the_shipped_content_is_shown_in_place_of_what_cannot_be_used(
    stage, screen, tmp_path, case
):
    spoil, expected = BROKEN_CONTENT[case]
    arguments = spoil(tmp_path)
    process = stage(kiosk(screen, *arguments, stderr=subprocess.PIPE, text=True))
    screen.photograph_when(lambda photo: photo.getpixel((5, 5)) == STRIP, "the strip")
    line = next(line for line in process.stderr if "is shown instead" in line)
    process.terminate()
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert line.startswith(f"kiosk: {tmp_path}")
    assert expected in line


def shows_alarm(photo):
    """Tell whether red words stand on white, as they do on no other screen."""
    colours = {colour for _, colour in photo.getcolors(1 << 20)}
    return photo.getpixel((5, 5)) == WHITE and ALARM in colours


def test_one_bad_page_is_left_out_and_the_rest_runs(stage, screen, tmp_path):
    def spoil(content):
        page = content / "en" / "vision.md"
        page.write_text(page.read_text().replace("vision.svg", "eye.svg"))

    arguments = broken_content(tmp_path, spoil)
    process = stage(kiosk(screen, *arguments, stderr=subprocess.PIPE, text=True))
    line = next(said for said in process.stderr if "no staff PIN" not in said)
    assert "en/vision.md:15: there is no 'eye.svg'" in line
    assert line.endswith("(left out)\n")
    screen.photograph_when(lambda photo: photo.getpixel((5, 5)) == STRIP, "the strip")
    assert process.poll() is None


@pytest.mark.parametrize("library", ["libEGL.so.1", "libxcb-cursor.so.0"])
def test_a_missing_system_library_is_one_line_with_every_package(
    screen, tmp_path, library
):
    (tmp_path / library).touch()
    surroundings = screen.environment | {"LD_LIBRARY_PATH": str(tmp_path)}
    done = start(surroundings)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    packages = " ".join(debian_packages(Use.RUN))
    assert done.stderr.endswith(f"; on Debian or Ubuntu: sudo apt install {packages}\n")


def test_a_python_without_the_packages_is_told_how_to_start():
    done = start({}, "-S")
    assert done.returncode == 2
    assert done.stderr.startswith("kiosk: No module named ")
    assert "./dev run" in done.stderr
    assert done.stderr.count("\n") == 1


def test_no_screen_is_one_line_and_no_crash(tmp_path):
    surroundings = {"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path)}
    done = start(surroundings)
    assert done.returncode == 2
    assert done.stderr.startswith("kiosk: there is no screen")
    assert done.stderr.count("\n") == 1


def start(surroundings, *options):
    command = [sys.executable, *options, str(ROOT / "main.py")]
    return subprocess.run(
        command,
        env=surroundings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
