"""A kiosk of a fleet writes how it is, for processes that have a network."""

import shutil
from datetime import datetime

import msgspec
import pytest
from msgspec.structs import force_setattr
from PySide6.QtGui import QImage

from kiosk.app.content_service import ContentService
from kiosk.domain.mode import Mode
from kiosk.domain.status_report import StatusReport
from kiosk.domain.visit import Visit
from kiosk.files.exchange import Exchange, Message
from kiosk.files.library import LibraryLoader
from tests.support.screen import settle

VISIT = Visit(page="check", language="es", answers=frozenset({"choking"}))


@pytest.fixture
def fleet(tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_FLEET", str(tmp_path / "fleet"))
    (tmp_path / "fleet" / "window").mkdir(parents=True)
    return Exchange(tmp_path / "fleet")


@pytest.fixture
def told(fleet, serving, qtbot):
    """Have the report written now; return what is in the file."""
    _, duty = serving

    def read():
        duty._fleet_report._write()
        qtbot.waitUntil(lambda: not duty._fleet_report.is_writing, timeout=60_000)
        return fleet.read(Message.REPORT)

    return read


def seconds(text):
    return datetime.fromisoformat(text).timestamp()


def test_it_is_what_kiosk_status_tells_but_for_voices(told, serving):
    _, duty = serving
    report = duty.report(asks_for_voices=False)
    assert msgspec.convert(told(), StatusReport) == report
    assert set(report.voices.values()) == {None}


def test_it_is_there_with_the_first_picture_and_gone_with_the_window(
    fleet, serving, qapp
):
    _, duty = serving
    assert fleet.read(Message.REPORT)["content_shown"]
    duty._fleet_report.end()
    assert fleet.read(Message.REPORT) is None


def test_no_visitor_and_no_touch_changes_it(told, serving, clock):
    program, _ = serving
    before = told()
    program.shell.open(VISIT)
    program.working()[0].visitor_mode.resume()
    settle()
    assert told() == before


def test_a_visit_has_it_written_no_sooner(told, serving, fleet, qtbot):
    program, duty = serving
    told()
    fleet.remove(Message.REPORT)
    program.shell.open(VISIT)
    duty._fleet_report._soon.timeout.emit()
    assert not duty._fleet_report.is_writing


def test_other_content_is_told_as_soon_as_it_is_painted(told, serving, fleet, qtbot):
    program, _ = serving
    before = told()["content_shown"]
    library = program.shell.findChild(ContentService).library
    force_setattr(library, "fingerprint", "other")
    program.shell.start_over()
    qtbot.waitUntil(
        lambda: fleet.read(Message.REPORT)["content_shown"] == "other", timeout=15_000
    )
    assert before != "other"


def test_trouble_is_told_at_once(told, serving, fleet, qtbot):
    program, _ = serving
    told()
    program._give_up("the program cannot go on")
    qtbot.waitUntil(
        lambda: fleet.read(Message.REPORT)["state"] == "trouble", timeout=15_000
    )


def test_a_blank_glass_is_not_painted(told, serving, clock, monkeypatch):
    before = told()
    assert seconds(before["painted"]) >= seconds(before["started"])
    monkeypatch.setattr("kiosk.app.machine.watchdog.last_frame", lambda _: QImage())
    clock.advance(60)
    after = told()
    assert seconds(after["time"]) == seconds(before["time"]) + 60
    assert after["painted"] == before["painted"]
    assert after["started"] == before["started"]


def test_a_screen_that_is_black_by_night_is_as_it_should_be(
    told, serving, clock, monkeypatch
):
    program, _ = serving
    told()
    monkeypatch.setattr("kiosk.app.machine.watchdog.last_frame", lambda _: QImage())
    program.working()[0].visitor_mode._enter(Mode.DARK)
    clock.advance(60)
    after = told()
    assert after["painted"] == after["time"]


def test_without_a_folder_for_it_nothing_is_written(serving):
    _, duty = serving
    assert duty._fleet_report is None


def test_a_disk_that_takes_nothing_is_one_line(told, serving, fleet):
    _, duty = serving
    told()
    shutil.rmtree(fleet.folder / "window")
    (fleet.folder / "window").write_text("no folder")
    told()
    told()
    [said] = [it for it in duty._services.report.last if "report.json" in it]
    assert "the fleet does not hear of this kiosk" in said


def test_a_kiosk_that_cannot_start_writes_why(fleet, start_telling, qtbot, monkeypatch):
    def load(*_, **__):
        raise MemoryError

    monkeypatch.setattr(LibraryLoader, "open", load)
    program, _ = start_telling()
    qtbot.waitUntil(lambda: fleet.read(Message.REPORT) is not None, timeout=60_000)
    told = fleet.read(Message.REPORT)
    assert (told["state"], told["trouble"]) == ("trouble", program.trouble)
    assert told["responsive"] is False
