"""Who is let in to the panel, what locks it, and that wrong PINs are counted."""

from kiosk.app import run
from kiosk.domain.device_settings import DeviceSettings
from kiosk.domain.mode import RULES, Mode
from kiosk.domain.pin import PinAttempts
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.window.session import Session
from tests.support.kiosk_for_staff import (
    QUIET,
    RIGHT,
    WRONG,
    enter,
    facts,
    standing,
)
from tests.support.screen import seen, settle


def test_whoever_holds_the_name_and_knows_the_pin_is_let_in(shell, said):
    [name] = seen(shell, ClinicName)
    name.held.emit()
    assert standing(shell) is PinPad
    enter(shell, said, RIGHT)
    assert standing(shell) is StaffPanel


def test_with_no_pin_set_knocking_does_nothing(start):
    shell = start(QUIET)
    before = shell.session
    [name] = seen(shell, ClinicName)
    name.held.emit()
    settle()
    assert standing(shell) is Session
    assert shell.session is before


def test_with_no_pin_set_the_kiosk_says_so_in_one_line(start, settings_file, capsys):
    start(QUIET)
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"kiosk: {settings_file}: no staff PIN is set")
    assert "kiosk pin" in line


def test_with_a_pin_set_there_is_nothing_to_say(start, capsys):
    start()
    assert capsys.readouterr().err == ""


def test_every_start_begins_locked(start, panel):
    shell = start()
    assert standing(shell) is Session


def test_two_minutes_of_silence_lock_the_panel(panel, clock):
    clock.advance(RULES[Mode.STAFF].silence.after_s)
    panel.findChild(VisitorMode).idle_timer.tick()
    settle()
    assert standing(panel) is Session


def test_a_bug_locks_the_panel(panel, qapp):
    kiosk = next(k for k in qapp.children() if isinstance(k, run.Program))
    kiosk.start_over_after(ValueError, ValueError("x"), None)
    settle()
    assert standing(panel) is Session


def test_a_restart_does_not_open_a_closed_pad(start, said, state):
    state.write(DeviceSettings(PinAttempts(4)))
    shell = start()
    shell.session.staff_requested.emit()
    enter(shell, said, WRONG)
    shell = start()
    shell.session.staff_requested.emit()
    enter(shell, said, RIGHT)
    assert standing(shell) is PinPad


def test_wrong_pins_are_counted_over_restarts(start, said, state):
    for count in (1, 2):
        shell = start()
        shell.session.staff_requested.emit()
        enter(shell, said, WRONG)
        assert state.read().tries == PinAttempts(count)


def test_what_was_kept_and_cannot_be_read_is_told_in_one_line(start, state, capsys):
    state.path.parent.mkdir()
    state.path.write_text("[")
    shell = start()
    assert standing(shell) is Session
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"kiosk: {state.path}: ")


def test_what_cannot_be_kept_is_told_and_holds_until_the_next_start(
    start, said, state, capsys
):
    state.path.parent.write_text("a file in the folder's place")
    shell = start()
    shell.session.staff_requested.emit()
    enter(shell, said, RIGHT)
    assert standing(shell) is StaffPanel
    assert "until the next start" in facts(shell, said)[said.problems]
