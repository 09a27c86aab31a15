"""A service that reads a copy of the shipped content, as a kiosk has one."""

import shutil

import pytest

from kiosk.app.content_service import ContentService
from kiosk.app.content_source import ContentSource
from kiosk.app.problems import Reporter
from kiosk.domain.clinic import Clinic
from kiosk.files.library import LibraryLoader
from tests.support.shipped import CONTENT, ICONS


@pytest.fixture
def content(tmp_path):
    """A copy of the shipped content, to spoil."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def report():
    return Reporter()


@pytest.fixture
def start(qapp, qtbot, clock, content, report, monkeypatch):
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
