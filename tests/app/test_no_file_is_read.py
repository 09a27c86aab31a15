"""Once the content is read, a visit reads no file: not for a page, nor a language."""

import sys

import pytest
from shiboken6 import delete

from kiosk.app import run
from kiosk.app.content_service import ContentService
from kiosk.app.loading import ViewImports
from kiosk.app.problems import Reporter
from kiosk.app.services import Services
from kiosk.domain.visit import Visit
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.ui.window.page_preparation import PagePreparation
from kiosk.ui.window.session import Session
from tests.support.screen import put_on, settle

_opened: list[str] = []
_watching: list[bool] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    """PySide looks into the source of a class when it makes the first of it."""
    if _watching and event == "open" and not str(arguments[0]).endswith(".py"):
        _opened.append(str(arguments[0]))


sys.addaudithook(_note)  # there is no way to take one away


@pytest.fixture
def opened():
    """The files that Python opens from here on."""
    _opened.clear()
    _watching.append(True)
    yield _opened
    _watching.clear()


@pytest.fixture
def shell(qapp, qtbot, clock, tmp_path):
    """A kiosk that has read its content."""
    settings = tmp_path / "clinic.toml"
    settings.write_text("[idle]\nattract = false\n")
    state = DeviceSettingsFile(tmp_path / "state.json")
    services = Services(clock.clock, state, Reporter())
    options = run.StartOptions(config=settings, windowed=True)
    program = run.Program(qapp, options, services)
    program.start()
    content = program.shell.findChild(ContentService)
    with qtbot.waitSignal(content.idle, timeout=60_000):
        settle()
    imports = program.shell.findChild(ViewImports)
    pages = program.shell.findChild(PagePreparation)
    qtbot.waitUntil(lambda: imports.is_done and pages.is_done)
    settle()
    yield program.shell
    delete(program.shell)
    delete(program)
    put_on(qapp, None)


def test_opening_any_page_in_any_language_reads_no_file(shell, opened):
    for language in shell.contexts.library.languages:
        shell.open(Visit(language=language.code))
        for page in shell.session.pages:
            shell.session.go_to(page.id)
            settle()
    assert isinstance(shell.session, Session)
    assert opened == []


def test_an_emergency_and_the_next_visit_read_no_file(shell, opened):
    shell.open(Visit(page="check", answers=frozenset({"choking"})))
    shell.session.show_emergency()
    settle()
    shell.finish()
    settle()
    assert opened == []
