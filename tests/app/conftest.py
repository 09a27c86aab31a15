"""A content service and a whole kiosk, with a copy of the shipped content to spoil."""

import shutil

import pytest
from shiboken6 import delete

from kiosk.app import run
from kiosk.app.content_service import ContentService
from kiosk.app.content_source import ContentSource
from kiosk.app.problems import Reporter
from kiosk.app.services import Services
from kiosk.domain.clinic import Clinic
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.files.library import LibraryLoader
from tests.support.kiosk_for_staff import (
    LOCKED,
    facts,
    open_panel,
)
from tests.support.screen import put_on, settle, touch
from tests.support.shipped import CONTENT, ICONS


@pytest.fixture
def content(tmp_path):
    """A copy of the shipped content, to spoil."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def report():
    return Reporter()


@pytest.fixture
def start_service(qapp, qtbot, clock, content, report, monkeypatch):
    """Read the first page's content, then the rest; show what was read."""
    services = []
    monkeypatch.setattr("kiosk.app.content_watch.SETTLE_MS", 0)

    def starting(*, languages=()):
        clinic = Clinic(name="Alaa Arif", emergency_number="112")
        loader = LibraryLoader(
            clinic=clinic,
            icons=ICONS,
            languages=languages,
            today=lambda: clock.wall.date(),
        )
        source = ContentSource(content, loader)
        service = ContentService(source, clock.clock, report, qapp, is_open=True)
        services.append(service)
        service.start()
        read(service)
        return service

    def read(service):
        qtbot.waitUntil(lambda: not service.is_reading, timeout=60_000)
        service.show_latest()

    starting.read = read
    yield starting
    for service in services:
        service.stop()
        service.deleteLater()


@pytest.fixture
def settings_file(tmp_path):
    return tmp_path / "clinic.toml"


@pytest.fixture
def state(tmp_path):
    return DeviceSettingsFile(tmp_path / "state" / "state.json")


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
    put_on(qapp, None)


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
