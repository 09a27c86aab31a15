"""What staff and visitors get when something is wrong with the files or the machine."""

import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

from kiosk.files.debian_packages import Use, debian_packages
from kiosk.files.paths import resources
from tests.support.programs import PATIENCE, need, running, until
from tests.support.shipped import ROOT
from tests.support.x_screen import kiosk, x_screen

SIZE = (1280, 800)
STRIP = (0x8E, 0x0B, 0x1C)


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


BROKEN_CONTENT = {
    "no content at all": (
        lambda folder: broken_content(folder, shutil.rmtree),
        "there is no such folder",
    ),
    "no pages": (
        lambda folder: broken_content(folder, without_pages),
        "there is no page",
    ),
}


@pytest.fixture
def screen(stage):
    need("openbox")
    screen = stage(x_screen(*SIZE))
    stage(running("openbox", env=screen.environment))
    return screen


def test_a_wrong_setting_is_one_line_and_the_kiosk_runs(stage, screen, tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text("[clinic]\nfone = '1'\n[booking]\nurl = 'http://x.example'")
    arguments = ["--config", path]
    process = stage(kiosk(screen, *arguments, stderr=subprocess.PIPE, text=True))
    screen.photograph_when(lambda photo: photo.getpixel((5, 5)) == STRIP, "the strip")
    process.terminate()
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    told = said.splitlines()[:2]
    assert told[0].startswith(f"kiosk: {path}:2: clinic.fone: there is no such setting")
    assert told[1].startswith(f"kiosk: {path}:4: booking.url: 'http://x.example' is")


@contextmanager
def kiosk_heard(screen, folder, arguments):
    """Run a kiosk; yield its program and what waits for a line that it says."""
    log = folder / "said.log"

    def line_with(words):
        def look():
            lines = log.read_text("utf-8").splitlines()
            return next((line for line in lines if words in line), None)

        return until(look, f"a line with {words!r}")

    with (
        log.open("w", encoding="utf-8") as said,
        kiosk(screen, *arguments, stderr=said) as process,
    ):
        yield process, line_with


@pytest.mark.parametrize("case", BROKEN_CONTENT)
def test_the_shipped_content_is_shown_in_place_of_what_cannot_be_used(
    stage, screen, tmp_path, case
):
    spoil, expected = BROKEN_CONTENT[case]
    arguments = spoil(tmp_path)
    process, line_with = stage(kiosk_heard(screen, tmp_path, arguments))
    screen.photograph_when(lambda photo: photo.getpixel((5, 5)) == STRIP, "the strip")
    line = line_with("is shown instead")
    process.terminate()
    assert process.wait(timeout=PATIENCE) == 0
    assert line.startswith(f"kiosk: {tmp_path}")
    assert expected in line


def with_a_picture_that_is_not_there(content):
    page = content / "en" / "vision.md"
    page.write_text(page.read_text().replace("vision.svg", "eye.svg"))


SLIPS = {
    "a stranger in the rules": (
        with_a_stranger_in_the_rules,
        "checklist.toml:306: sudden-onset, need 1, answers: there is no 'itch'",
        "",
    ),
    "a page with a picture that is not there": (
        with_a_picture_that_is_not_there,
        "en/vision.md:15: there is no 'eye.svg'",
        "(the last good version of it is shown)",
    ),
}


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_in_the_content_is_one_line_and_the_rest_runs(
    stage, screen, tmp_path, case
):
    spoil, told, end = SLIPS[case]
    arguments = broken_content(tmp_path, spoil)
    process, line_with = stage(kiosk_heard(screen, tmp_path, arguments))
    line = line_with(told)
    assert line.startswith(f"kiosk: {tmp_path / 'content'}")
    assert line.endswith(end)
    screen.photograph_when(lambda photo: photo.getpixel((5, 5)) == STRIP, "the strip")
    assert process.poll() is None
    assert "shown instead" not in (tmp_path / "said.log").read_text("utf-8")


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
