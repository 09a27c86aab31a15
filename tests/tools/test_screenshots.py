"""Pictures of every screen, on a machine without one."""

import os
import subprocess
import sys

import pytest
from PIL import Image

from tests.conftest import CONTENT, RESOURCES

PAGES = {path.stem for path in (CONTENT / "en").glob("*.md")}
STATES = {"check-routine", "check-emergency", "emergency", "code", "trouble"}
SIZES = {(1920, 1080), (1080, 1920), (1280, 800), (800, 1280)}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    command = [sys.executable, "main.py", "screenshots", str(folder)]
    displays = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {k: v for k, v in os.environ.items() if k not in displays}
    subprocess.run(command, check=True, cwd=RESOURCES.parent, env=bare)
    return list(folder.glob("*.png"))


def test_every_page_and_state_is_photographed_at_every_size(pictures):
    found = {}
    for path in pictures:
        screen, state = path.stem.split("-", 1)
        with Image.open(path) as picture:
            assert "{}x{}".format(*picture.size) == screen
            found.setdefault(picture.size, set()).add(state)
    assert set(found) == SIZES
    for states in found.values():
        assert states >= PAGES | STATES
