"""The safe screen, shown by the script of the Debian package."""

import os
import subprocess

import pytest
from PIL import Image

from kiosk.app.machine.safe_drawing import SafeScreen
from kiosk.app.machine.safe_picture import NAME, write
from kiosk.content.trouble_words import TROUBLE_WORDS
from kiosk.files.themes import FAMILIES
from tests.support.programs import need, running, until
from tests.support.shipped import ROOT
from tests.support.wayland import as_ordinary_user, ask

SCRIPT = ROOT / "packaging/debian/root/usr/libexec/kiosk/safe-screen"
RED = (142, 11, 28)


@pytest.fixture
def session(tmp_path):
    """The surroundings of the unit, on a screen in memory, and no picture yet."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "GDK_BACKEND": "wayland",
        "GSETTINGS_BACKEND": "memory",
        "NO_AT_BRIDGE": "1",
        "WLR_BACKENDS": "headless",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman",
        "WLR_SCENE_DISABLE_DIRECT_SCANOUT": "1",
    }


@pytest.fixture
def picture(qapp, tmp_path):
    path = tmp_path / "kiosk" / NAME
    write(path, SafeScreen(TROUBLE_WORDS, "112", 1280, 720, FAMILIES))
    return path


def first_words(session, count):
    """Return the first lines that the script writes to its console."""
    unit = ("timeout", "300", *as_ordinary_user(), "sh", SCRIPT)
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with running(*unit, env=session, **quiet) as screen:
        return "".join(screen.stdout.readline() for _ in range(count))


def colours_on(session, photo):
    if not ask(session, "grim", photo):
        return ()
    with Image.open(photo) as image:
        return {colour for _, colour in image.convert("RGB").getcolors(1 << 24)}


def test_it_shows_the_picture_that_the_kiosk_has_kept(session, picture, tmp_path):
    need("cage", "grim", "pqiv")
    unit = ("timeout", "300", *as_ordinary_user(), "sh", SCRIPT)
    with running(*unit, env=session, stderr=subprocess.DEVNULL):
        until(lambda: RED in colours_on(session, tmp_path / "photo.png"), "red flags")


def test_without_a_picture_the_words_are_on_the_console(session):
    assert "Tell a member of staff now, or call your local" in first_words(session, 8)


def test_a_picture_that_no_viewer_can_show_leaves_the_clinics_own_words(
    session, picture
):
    picture.write_bytes(b"spoiled")
    session["WLR_BACKENDS"] = "none"
    assert "Tell a member of staff now, or call 112." in first_words(session, 8)
