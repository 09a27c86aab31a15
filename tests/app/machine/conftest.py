"""A whole kiosk that tells other programs how it is."""

import pytest
from shiboken6 import delete

from kiosk.app import run
from kiosk.app.content_service import ContentService
from kiosk.app.machine.status_duty import StatusDuty
from kiosk.app.problems import Reporter
from kiosk.app.services import Services
from kiosk.files.device_settings import DeviceSettingsFile
from tests.support.fake_voice import FakeVoice
from tests.support.screen import put_on, settle


@pytest.fixture
def voice():
    return FakeVoice()


@pytest.fixture
def start_telling(qapp, clock, tmp_path, monkeypatch, voice):
    """Start kiosks with a duty each; end them afterwards."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr("kiosk.app.kiosk.new_voice", lambda *_: voice)
    settings = tmp_path / "clinic.toml"
    settings.write_text("[idle]\nattract = false\n")
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "state.json").write_text('{"volume": 0}')
    started = []

    def begin(*, windowed=False):
        state = DeviceSettingsFile(tmp_path / "state" / "state.json")
        services = Services(clock.clock, state, Reporter())
        options = run.StartOptions(settings, windowed=windowed)
        program = run.Program(qapp, options, services)
        program.start()
        duty = StatusDuty(qapp, program.shell, services, program.working)
        started.append((program, duty))
        return program, duty

    yield begin
    for program, duty in started:
        if duty._socket:
            duty._socket.close()
        delete(program._shell)
        delete(program)
    put_on(qapp, None)


@pytest.fixture
def serving(start_telling, qtbot):
    """A kiosk that has read all of its content."""
    program, duty = start_telling()
    qtbot.waitUntil(lambda: duty._socket is not None, timeout=60_000)
    content = program.shell.findChild(ContentService)
    qtbot.waitUntil(lambda: not content.is_reading, timeout=60_000)
    settle()
    return program, duty
