"""What the kiosk says when it cannot be heard. What is heard: tests/e2e/test_sound."""

import builtins

import pytest

from kiosk.ui.audio.chime import Chime
from tests.support.shipped import RESOURCES


@pytest.fixture
def chime(qapp):
    return Chime(RESOURCES / "sounds" / "still-there.wav", qapp)


@pytest.fixture
def no_library(monkeypatch):
    """Have Qt's sound miss a system library, as on a bare machine."""
    load = builtins.__import__

    def fail(name, *rest, **more):
        if name == "PySide6.QtMultimedia":
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return load(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", fail)


def test_a_missing_system_library_is_named_once(chime, no_library):
    said = []
    chime.failed.connect(said.append)
    chime.volume = 40
    chime.play()
    chime.play()
    [line] = said
    assert "libpulse.so.0" in line
    assert "sudo apt install" in line


def test_with_the_volume_at_nothing_no_sound_is_even_loaded(chime, no_library):
    said = []
    chime.failed.connect(said.append)
    chime.play()
    assert said == []
