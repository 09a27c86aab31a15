"""A visitor calls staff, and is told whether somebody comes."""

import json
import re
import shutil

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from kiosk.app.machine.staff_call import StaffCallDuty
from kiosk.app.problems import Reporter
from kiosk.domain.opening_hours import DAYS
from kiosk.domain.visit import Visit
from kiosk.files.exchange import Exchange, Message
from tests.support.screen import offers, seen, settle, touch, words

VISIT = Visit(page="check", answers=frozenset({"choking"}), shows_emergency=True)
SETTINGS = "[idle]\nattract = false\n[staff]\ncall_button = true\n"


@pytest.fixture
def fleet(tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_FLEET", str(tmp_path / "fleet"))
    for name in ("window", "status"):
        (tmp_path / "fleet" / name).mkdir(parents=True)
    return Exchange(tmp_path / "fleet")


@pytest.fixture
def report():
    return Reporter()


@pytest.fixture
def shell(start, qtbot, fleet):
    """A kiosk whose visitors can call staff, with an emergency in front."""
    shown = start(SETTINGS)
    qtbot.waitUntil(lambda: shown.findChild(StaffCallDuty) is not None, timeout=60_000)
    visit(shown)
    return shown


def visit(shell, visit=VISIT):
    """Have a visitor who sees the emergency."""
    shell.open(visit)
    settle()


def strings(shell):
    return shell.contexts.of(shell.session.visit).pack.strings


def call(shell):
    """Press the button."""
    touch(shell, strings(shell).call_staff)


def answer(fleet, number):
    """Answer as kiosk-status does."""
    fleet.write(Message.ANSWER, {"call": number})


def look(shell):
    """Have the kiosk look at what the answer is."""
    shell.findChild(StaffCallDuty).look()
    settle()


def number_of(fleet):
    return fleet.read(Message.CALL)["call"]


def test_the_call_says_nothing_but_a_number(shell, fleet):
    assert not fleet.path(Message.CALL).exists()
    call(shell)
    told = json.loads(fleet.path(Message.CALL).read_text())
    assert [*told] == ["call"]
    assert re.fullmatch(r"[0-9a-f]{32}", told["call"])


def test_who_calls_is_told_that_staff_are_called_then_that_they_come(shell, fleet):
    said = strings(shell)
    assert said.emergency_title in words(shell)
    call(shell)
    assert said.calling_staff in words(shell)
    assert said.emergency_title not in words(shell)
    answer(fleet, number_of(fleet))
    look(shell)
    assert said.staff_coming in words(shell)
    assert not fleet.path(Message.CALL).exists()


def test_the_kiosk_looks_for_an_answer_by_itself(shell, fleet, qtbot):
    call(shell)
    answer(fleet, number_of(fleet))
    coming = strings(shell).staff_coming
    qtbot.waitUntil(lambda: coming in words(shell), timeout=60_000)


def test_an_answer_to_another_call_is_none(shell, fleet):
    call(shell)
    answer(fleet, "0" * 32)
    look(shell)
    assert strings(shell).calling_staff in words(shell)
    assert number_of(fleet)


@pytest.mark.parametrize("text", ["", "[1]", '{"call": 7}', '{"call"', "\0"])
def test_an_answer_that_is_damaged_is_none(shell, fleet, text):
    call(shell)
    fleet.path(Message.ANSWER).write_text(text)
    look(shell)
    assert strings(shell).calling_staff in words(shell)


def test_after_15_seconds_they_are_sent_to_the_desk_and_can_call_again(
    shell, fleet, clock
):
    call(shell)
    first = number_of(fleet)
    clock.advance(14.9)
    look(shell)
    assert strings(shell).nobody_answered not in words(shell)
    clock.advance(0.2)
    look(shell)
    assert strings(shell).nobody_answered in words(shell)
    assert number_of(fleet) == first
    call(shell)
    assert strings(shell).calling_staff in words(shell)
    assert number_of(fleet) != first


def test_a_late_answer_is_told(shell, fleet, clock):
    call(shell)
    clock.advance(40)
    look(shell)
    answer(fleet, number_of(fleet))
    look(shell)
    assert strings(shell).staff_coming in words(shell)


def test_who_presses_again_while_staff_are_called_calls_no_second_time(shell, fleet):
    call(shell)
    first = number_of(fleet)
    call(shell)
    assert number_of(fleet) == first


def test_the_call_ends_with_the_visit(shell, fleet):
    call(shell)
    before = number_of(fleet)
    shell.finish()
    settle()
    assert not fleet.path(Message.CALL).exists()
    visit(shell)
    assert strings(shell).emergency_title in words(shell)
    answer(fleet, before)
    look(shell)
    assert strings(shell).emergency_title in words(shell)


def test_in_another_language_the_visitor_still_waits(shell, fleet, read_content):
    read_content(shell)
    call(shell)
    number = number_of(fleet)
    visit(shell, replace(shell.session.visit, language="es"))
    assert strings(shell).calling_staff == "Llamando al personal…"
    assert strings(shell).calling_staff in words(shell)
    answer(fleet, number)
    look(shell)
    assert strings(shell).staff_coming in words(shell)


def test_the_card_for_staff_offers_it_too(shell, fleet, clock):
    visit(shell, replace(VISIT, shows_emergency=False))
    shell.session.overlays.show_staff_card()
    settle()
    call(shell)
    assert strings(shell).calling_staff in words(shell)
    clock.advance(16)
    look(shell)
    assert strings(shell).nobody_answered in words(shell)


def test_what_comes_of_it_is_announced_to_who_listens(shell, fleet, qtbot):
    call(shell)
    answer(fleet, number_of(fleet))
    with qtbot.waitSignal(shell.session.announced) as said:
        look(shell)
    assert said.args == [strings(shell).staff_coming]


def test_nothing_on_the_screen_moves_when_the_words_change(shell, fleet):
    def places():
        rows = [it for it in seen(shell, QLabel) if it.text() != title]
        return {it.text(): it.geometry() for it in rows}

    title = strings(shell).emergency_title
    before = places()
    call(shell)
    title = strings(shell).calling_staff
    assert places() == before


def test_a_call_that_cannot_be_written_sends_to_the_desk_at_once(shell, fleet, report):
    shutil.rmtree(fleet.folder / "window")
    call(shell)
    assert strings(shell).nobody_answered in words(shell)
    assert any("call.json: cannot be written" in it for it in report.last)


def test_a_call_that_a_kill_left_behind_is_taken_back(start, fleet, qtbot):
    fleet.write(Message.CALL, {"call": "of another life"})
    start(SETTINGS)
    qtbot.waitUntil(lambda: not fleet.path(Message.CALL).exists(), timeout=60_000)


def test_unless_it_is_set_no_button_is_there(start, fleet):
    shown = start("[idle]\nattract = false\n")
    visit(shown)
    assert offers(shown, strings(shown).call_staff) == []
    assert strings(shown).emergency_title in words(shown)


def test_while_the_clinic_is_closed_nobody_is_called(start, fleet):
    closed = "\n".join(f'{day} = "closed"' for day in DAYS)
    shown = start(f"{SETTINGS}[clinic.hours]\n{closed}\n")
    shown.hide_screen()
    visit(shown)
    assert offers(shown, strings(shown).call_staff) == []


def test_without_a_fleet_one_line_says_why_there_is_no_button(
    start, fleet, report, qtbot
):
    shutil.rmtree(fleet.folder / "window")
    shown = start(SETTINGS)
    qtbot.waitUntil(
        lambda: any("staff.call_button" in it for it in report.last), timeout=60_000
    )
    visit(shown)
    assert offers(shown, strings(shown).call_staff) == []
