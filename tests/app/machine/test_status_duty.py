"""A running kiosk tells of itself, and nothing of its visitors."""

import json
import socket

from msgspec.structs import replace

from kiosk.app.content_service import ContentService
from kiosk.domain.mode import Mode
from kiosk.domain.status_report import State
from kiosk.domain.visit import Visit
from kiosk.files.library import LibraryLoader
from kiosk.files.status_places import status_place
from tests.support.screen import settle

VISIT = Visit(page="check", language="es", answers=frozenset({"choking"}))


def asked(qtbot):
    """Return what the kiosk at the usual place says."""
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(str(status_place()))
        client.settimeout(0)
        pieces = []

        def is_over():
            try:
                pieces.append(client.recv(1 << 16))
            except BlockingIOError:
                return False
            return not pieces[-1]

        qtbot.waitUntil(is_over, timeout=60_000)
    return json.loads(b"".join(pieces))


def test_it_answers_where_it_is_looked_for(serving, qtbot):
    told = asked(qtbot)
    assert told["languages"] == ["en", "ar", "es"]
    assert told["responsive"] is True
    program, _ = serving
    assert told["screen_px"] == [program.shell.width(), program.shell.height()]


def test_nothing_of_a_visit_changes_what_it_tells(serving):
    program, duty = serving
    duty.report()  # asks for the voices
    before = duty.report()
    mode = program.working()[0].visitor_mode
    program.shell.open(VISIT)
    mode.resume()
    assert mode.mode is Mode.VISIT
    assert duty.report() == before
    mode._ask()
    assert mode.mode is Mode.ASKING
    assert duty.report() == before
    assert "choking" not in repr(before)


def test_content_that_waits_for_the_end_of_a_visit_is_not_told(serving, qtbot):
    program, duty = serving
    duty.report()
    before = duty.report()
    content = program.shell.findChild(ContentService)
    program.working()[0].visitor_mode.resume()
    waiting = replace(content.library, left_out=("en/vision",))
    content._take(replace(content._latest, library=waiting))
    settle()
    assert content.is_changed
    assert duty.report() == before
    program.shell.finish()
    qtbot.waitUntil(lambda: not content.is_changed, timeout=60_000)
    assert duty.report().left_out == ("en/vision",)


def test_that_a_visitor_listened_is_not_told(serving, voice):
    _, duty = serving
    assert set(duty.report().voices.values()) == {None}
    assert set(duty.report().voices.values()) == {True}
    assert voice.asked == 1


def test_a_mode_in_which_touch_is_dead_is_told(serving):
    program, duty = serving
    program.working()[0].visitor_mode.clean()
    assert not duty.report().responsive


def test_how_long_it_runs_is_told_in_whole_seconds(serving, clock):
    _, duty = serving
    clock.advance(3_725.5)
    assert duty.report().uptime_s == 3_725


def test_a_kiosk_that_cannot_start_answers_and_says_why(
    start_telling, qtbot, monkeypatch
):
    def load(*_, **__):
        raise MemoryError

    monkeypatch.setattr(LibraryLoader, "open", load)
    program, duty = start_telling()
    qtbot.waitUntil(lambda: duty._socket is not None, timeout=60_000)
    told = asked(qtbot)
    assert (told["state"], told["trouble"]) == (State.TROUBLE, program.trouble)
    assert told["problems"][0]["text"].endswith(": MemoryError")


def test_a_kiosk_in_trouble_later_answers_and_says_why(serving, qtbot):
    program, _ = serving
    program._give_up("the program cannot go on")
    told = asked(qtbot)
    assert (told["state"], told["trouble"]) == ("trouble", "the program cannot go on")
    assert told["responsive"] is False


def test_a_bug_in_the_report_ends_no_visit(serving, monkeypatch):
    program, duty = serving
    program.shell.open(VISIT)

    def broken(**_):
        raise ValueError("choking")

    monkeypatch.setattr(duty, "report", broken)
    assert duty._answer() == b""
    assert program.shell.session.visit == VISIT


def test_a_look_in_a_window_leaves_the_place_to_the_kiosk_beside_it(
    serving, start_telling, qtbot
):
    beside, duty = start_telling(windowed=True)
    qtbot.waitUntil(lambda: beside.shell._is_painted, timeout=60_000)
    settle()
    assert duty._socket is None


def test_no_place_to_listen_is_one_line_and_no_trouble(start_telling, qtbot, tmp_path):
    (tmp_path / "kiosk").write_text("no folder")
    program, duty = start_telling()
    said = duty._services.report.last
    qtbot.waitUntil(lambda: any('"kiosk status"' in it for it in said), timeout=60_000)
    assert not program.trouble
