"""A running kiosk with a copy of the shipped content, and a staff PIN."""

import shutil

import pytest
from shiboken6 import delete

from kiosk.app import run
from kiosk.app.content_service import ContentService
from kiosk.app.problems import Reporter
from kiosk.app.services import Services
from kiosk.files.device_settings import DeviceSettingsFile
from tests.support.kiosk_for_staff import (
    LOCKED,
    facts,
    open_panel,
)
from tests.support.screen import settle, touch
from tests.support.shipped import CONTENT


@pytest.fixture
def settings_file(tmp_path):
    return tmp_path / "clinic.toml"


@pytest.fixture
def state(tmp_path):
    return DeviceSettingsFile(tmp_path / "state" / "state.json")


@pytest.fixture
def report():
    return Reporter()


@pytest.fixture
def content(tmp_path):
    """A copy of the shipped content, to spoil."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def start(qapp, clock, settings_file, content, state, report):
    """Start a kiosk in place of the one before; tell its window."""
    running = []

    def stop():
        while running:
            kiosk = running.pop()
            delete(kiosk.shell)
            delete(kiosk)

    def begin(settings=LOCKED, *, windowed=True):
        stop()
        settings_file.write_text(settings)
        options = run.StartOptions(settings_file, content, windowed)
        kiosk = run.Program(qapp, options, Services(clock.clock, state, report))
        running.append(kiosk)
        kiosk.start()
        settle()
        return kiosk.shell

    yield begin
    stop()
    qapp.setStyleSheet("")


@pytest.fixture
def shell(start):
    return start()


@pytest.fixture
def panel(shell, read_content):
    """Stand before the panel, as after the right PIN; tell the window."""
    read_content(shell)
    open_panel(shell)
    return shell


@pytest.fixture
def read_content(qtbot):
    """Wait until all that was asked for of the content is read, and shown if it may."""

    def waiting(shell):
        qtbot.waitUntil(lambda: shell._is_painted)
        settle()
        content = shell.findChild(ContentService)
        qtbot.waitUntil(lambda: not content.is_reading, timeout=60_000)
        settle()

    return waiting


@pytest.fixture
def said(pack):
    return pack.staff


@pytest.fixture
def read_again(panel, said, read_content):
    """Have the content read again, and look at the panel that tells of it."""

    def reading():
        touch(panel, said.reload)
        read_content(panel)
        return facts(panel, said)

    return reading
