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
