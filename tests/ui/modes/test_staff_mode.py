"""Who is let in, who is not, and what becomes of the visit."""

import gc
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QScrollArea

from kiosk.domain.device_settings import DeviceSettings
from kiosk.domain.idle import IdlePolicy
from kiosk.domain.mode import RULES, Mode
from kiosk.domain.opening_hours import ALWAYS
from kiosk.domain.pin import Pin, PinAttempts
from kiosk.domain.staff_command import StaffCommand
from kiosk.domain.visit import Visit
from kiosk.domain.visit_policy import VisitPolicy
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.input_gate import MOMENT_S
from kiosk.ui.modes.size_check import SizeCheck, SizeReport
from kiosk.ui.modes.staff_mode import StaffAccess, StaffMode
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.calibration import Calibration
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.screen_test import ScreenTest
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.widgets.idle_notice import IdleNotice
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.window.session import Session
from tests.support.input_devices import InputDevices
from tests.support.screen import offers, place, seen, settle, touch, words

PIN = Pin.hashed("4829", b"sixteen bytes it")
RIGHT, WRONG = "4829", "4820"
DROOP = Visit(page="check", answers=frozenset({"drooping-eyelid"}))
DAY = timedelta(days=1)
ORDER = list("1234567890")


class Program:
    """Note what the staff mode requests of the program, and give it facts."""

    def __init__(self):
        self.device_settings, self.requested = [], []
        self.sounds, self.facts = 0, (("Program", "0.1.0"),)

    def ask(self):
        return self.facts

    def hear(self):
        self.sounds += 1


@pytest.fixture
def program():
    return Program()


@pytest.fixture
def visitor_mode(shell, clock):
    visitor_mode = VisitorMode(
        shell, VisitPolicy(IdlePolicy(), ALWAYS, attract=False), clock.clock
    )
    visitor_mode.start()
    EventChain(shell, Handlers(input_gate=visitor_mode.gate))
    settle()
    return visitor_mode


@pytest.fixture
def start_staff_mode(shell, visitor_mode, clock, program):
    """Return what starts a staff mode; a second one is that of a restart."""

    def start(kept=DeviceSettings(), *, shuffle=False):  # noqa: B008 - a frozen value
        staff = StaffAccess(PIN, shuffle, sound=True, facts=program.ask)
        staff_mode = StaffMode(shell, visitor_mode, staff, clock.clock, kept)
        staff_mode.device_settings_changed.connect(program.device_settings.append)
        staff_mode.command_requested.connect(program.requested.append)
        staff_mode.sound_requested.connect(program.hear)
        return staff_mode

    return start


@pytest.fixture
def visit(shell, visitor_mode):
    """Begin a visit with an answer given."""
    InputDevices(shell).tap()
    shell.open(DROOP)
    settle()


@pytest.fixture
def staff_mode(start_staff_mode):
    return start_staff_mode()


@pytest.fixture
def pad(staff_mode, visit, said, shell):
    """Return what types at the pad, in the middle of a visit."""
    staff_mode.ask_pin()
    settle()
    return lambda digits: enter(shell, said, digits)


@pytest.fixture
def panel(staff_mode):
    """Show the panel, as after the right PIN."""
    staff_mode.show_panel()
    settle()


@pytest.fixture
def said(context):
    return context.pack.staff


@pytest.fixture
def wait(visitor_mode, clock):
    def pass_by(seconds):
        clock.advance(seconds)
        visitor_mode.idle_timer.tick()
        settle()

    return pass_by


def enter(shell, said, digits):
    for digit in digits:
        touch(shell, digit)
    touch(shell, said.enter)


def shown_on(shell):
    """Return the kind of the only thing on the screen."""
    kinds = (Session, PinPad, StaffPanel, ScreenTest, Calibration, CleaningView)
    [one] = [kind for kind in kinds if seen(shell, kind)]
    return one


def closed(said, seconds):
    return said.pad_closed.replace("{seconds}", str(seconds))


def test_the_pad_expected_before_the_visit(pad, shell):
    assert shown_on(shell) is PinPad


def test_back_from_the_pad_the_same_visit_goes_on(pad, shell, said):
    before = shell.session
    touch(shell, "4")
    touch(shell, said.back)
    assert shown_on(shell) is Session
    assert shell.session is before
    assert before.visit == DROOP


def test_back_from_the_pad_everything_is_as_it_was(staff_mode, shell, said):
    shell.open(Visit(page="about-botox"))
    settle()
    [area] = [a for a in seen(shell, QScrollArea) if a.isVisible()]
    area.verticalScrollBar().setValue(400)
    settle()
    before = shell.grab().toImage()
    staff_mode.ask_pin()
    touch(shell, said.back)
    assert shell.grab().toImage() == before


def test_back_from_the_pad_silence_is_asked_about_again(pad, shell, said, wait):
    touch(shell, said.back)
    wait(IdlePolicy().allowed(shell.session.word_count))
    assert seen(shell, IdleNotice)


def test_the_right_pin_opens_the_panel(pad, shell, program):
    pad(RIGHT)
    assert shown_on(shell) is StaffPanel
    assert set(program.facts[0]) <= set(words(shell))


def test_the_right_pin_ends_the_visit_before(pad, shell, context):
    before = shell.session
    pad(RIGHT)
    shell.build_session()
    assert shell.session is not before
    assert shell.session.visit == Visit(page=context.pack.pages[0].id)


def sessions():
    gc.collect()
    return {a for a in gc.get_objects() if type(a) is Session}


def answered():
    """Return how many visits with answers are alive; tests have some of their own."""
    gc.collect()
    return sum(bool(a.answers) for a in gc.get_objects() if type(a) is Visit)


def test_nothing_of_the_visit_is_alive_once_staff_are_in(
    start_staff_mode, shell, said, context
):
    before = answered()
    shell.open(Visit(page="check"))
    for sign in ("drooping-eyelid", "tension"):
        touch(shell, context.pack.answers[sign])
    assert answered() > before
    start_staff_mode().ask_pin()
    enter(shell, said, RIGHT)
    assert answered() == before
    assert sessions() <= {shell.session}


def test_a_wrong_pin_is_said_and_leads_nowhere(pad, shell, said, staff_mode):
    pad(WRONG)
    assert shown_on(shell) is PinPad
    assert said.wrong_pin in words(shell)
    assert staff_mode.device_settings.tries == PinAttempts(wrong=1)


def test_a_wrong_pin_touches_nothing_of_the_visit(pad, shell, said):
    before = shell.session
    pad(WRONG)
    touch(shell, said.back)
    assert shell.session is before
    assert before.visit == DROOP


def test_five_wrong_pins_close_the_pad_for_a_minute(pad, shell, said):
    for _ in range(4):
        pad(WRONG)
        assert said.wrong_pin in words(shell)
    pad(WRONG)
    assert closed(said, 60) in words(shell)


@pytest.mark.parametrize(
    ("before", "seconds"), [(4, 60), (9, 120), (14, 240), (34, 3600), (999, 3600)]
)
def test_each_time_the_pad_is_closed_twice_as_long(
    start_staff_mode, visit, shell, said, before, seconds
):
    start_staff_mode(DeviceSettings(PinAttempts(before))).ask_pin()
    enter(shell, said, WRONG)
    assert closed(said, seconds) in words(shell)


@pytest.fixture
def shut(start_staff_mode, visit, shell, said):
    """Return the mode of staff before a pad that has just closed for a minute."""
    staff_mode = start_staff_mode(DeviceSettings(PinAttempts(4)))
    staff_mode.ask_pin()
    enter(shell, said, WRONG)
    return staff_mode


@pytest.fixture
def try_later(shut, shell, said, clock):
    """Return what asks for the pad some time later and tries a PIN."""

    def trying(seconds, digits=RIGHT):
        clock.advance(seconds)
        shut.ask_pin()
        enter(shell, said, digits)
        return shown_on(shell)

    return trying


@pytest.mark.parametrize("seconds", [0, 1, 59.9])
def test_while_the_pad_is_closed_the_right_pin_is_refused(try_later, program, seconds):
    assert try_later(seconds) is PinPad
    assert len(program.device_settings) == 1


def test_a_closed_pad_says_for_how_long_before_anything_is_typed(
    shut, shell, said, clock
):
    clock.advance(12)
    shut.ask_pin()
    assert closed(said, 48) in words(shell)


def test_a_wrong_pin_while_the_pad_is_closed_counts_for_nothing(try_later, shut):
    before = shut.device_settings
    try_later(30, WRONG)
    assert shut.device_settings == before


def test_when_the_time_is_up_the_right_pin_opens(try_later, shut):
    assert try_later(60) is StaffPanel
    assert shut.device_settings.tries == PinAttempts()


@pytest.mark.parametrize("change", [DAY, -DAY], ids=["forward", "back"])
def test_setting_the_clock_does_not_open_the_pad(try_later, clock, change):
    clock.wall += change
    assert try_later(59) is PinPad


@pytest.mark.parametrize("change", [DAY, -DAY], ids=["forward", "back"])
def test_setting_the_clock_does_not_keep_the_pad_closed(try_later, clock, change):
    clock.wall += change
    assert try_later(60) is StaffPanel


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(DAY, id="forward"),
        pytest.param(-DAY, id="back"),
        pytest.param(-DAY / 2880, id="a little back"),
    ],
)
def test_setting_the_clock_leaves_the_next_four_tries(
    try_later, shell, said, clock, change
):
    clock.wall += change
    try_later(60, WRONG)
    assert said.wrong_pin in words(shell)


@pytest.mark.parametrize(
    ("away", "expected"), [(0, PinPad), (59, PinPad), (60, StaffPanel)]
)
def test_a_restart_opens_the_pad_no_sooner(
    shut, start_staff_mode, shell, said, clock, tmp_path, away, expected
):
    state = DeviceSettingsFile(tmp_path / "state.json")
    state.write(shut.device_settings)
    clock.passed, clock.wall = 5.0, clock.wall + timedelta(seconds=away)
    start_staff_mode(state.read()).ask_pin()
    enter(shell, said, RIGHT)
    assert shown_on(shell) is expected


@pytest.mark.parametrize("digits", [RIGHT, WRONG])
def test_what_comes_of_a_pin_is_kept_before_it_is_told(pad, staff_mode, shell, digits):
    before, told = set(words(shell)), []
    staff_mode.device_settings_changed.connect(lambda: told.append(set(words(shell))))
    pad(digits)
    assert told == [before]
    assert set(words(shell)) != before


@pytest.mark.parametrize(("digits", "wrong"), [(RIGHT, 0), (WRONG, 4)])
def test_the_right_pin_forgets_the_wrong_ones(
    start_staff_mode, visit, shell, said, program, digits, wrong
):
    start_staff_mode(
        DeviceSettings(PinAttempts(3), width_mm=476.0, volume=80)
    ).ask_pin()
    enter(shell, said, digits)
    assert program.device_settings == [
        DeviceSettings(PinAttempts(wrong), width_mm=476.0, volume=80)
    ]


def layout(shell):
    spots = {d: place(key) for d in ORDER for key in offers(shell, d)}
    return sorted(spots, key=lambda digit: (spots[digit].y(), spots[digit].x()))


def test_the_digits_stand_in_order(pad, shell):
    assert layout(shell) == ORDER


def test_the_digits_can_be_mixed_each_time(start_staff_mode, visit, shell):
    staff_mode = start_staff_mode(shuffle=True)
    seen_so_far = set()
    for _ in range(5):
        staff_mode.ask_pin()
        settle()
        assert sorted(layout(shell)) == sorted(ORDER)
        seen_so_far.add("".join(layout(shell)))
    assert len(seen_so_far) > 1


def test_a_mixed_pad_takes_the_same_pin(start_staff_mode, visit, shell, said):
    start_staff_mode(shuffle=True).ask_pin()
    enter(shell, said, RIGHT)
    assert shown_on(shell) is StaffPanel


def test_a_pad_without_a_touch_ends_the_visit_after_a_minute(pad, shell, wait):
    wait(59)
    assert shown_on(shell) is PinPad
    wait(1)
    assert shown_on(shell) is Session
    assert shell.session.visit.answers == frozenset()


TOOLS = {"panel": None, "screen test": "screen_test", "calibration": "calibrate"}
EACH_TOOL = pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)


@EACH_TOOL
def test_two_minutes_of_silence_lock_the_panel(panel, shell, said, wait, tool):
    if tool:
        touch(shell, getattr(said, tool))
    wait(119)
    assert shown_on(shell) is not Session
    wait(1)
    assert shown_on(shell) is Session
    assert not shell.findChildren(StaffPanel)


@EACH_TOOL
def test_a_touch_starts_the_two_minutes_over(panel, shell, said, wait, tool):
    if tool:
        touch(shell, getattr(said, tool))
    wait(119)
    InputDevices(shell).tap()
    wait(119)
    assert shown_on(shell) is not Session


def test_where_the_clinic_wants_it_a_locked_panel_leaves_an_invitation(
    shell, clock, program, said
):
    inviting = VisitPolicy(IdlePolicy(), ALWAYS, attract=True)
    visitor_mode = VisitorMode(shell, inviting, clock.clock)
    visitor_mode.start()
    EventChain(shell, Handlers(input_gate=visitor_mode.gate))
    staff = StaffAccess(PIN, shuffle=False, sound=True, facts=program.ask)
    StaffMode(shell, visitor_mode, staff, clock.clock, DeviceSettings()).show_panel()
    touch(shell, said.lock)
    assert seen(shell, Attract)


def test_lock_and_leave_asks_for_the_pin_again(panel, staff_mode, shell, said, clock):
    touch(shell, said.lock)
    assert shown_on(shell) is Session
    clock.advance(MOMENT_S)
    staff_mode.ask_pin()
    settle()
    assert shown_on(shell) is PinPad


def test_a_restart_locks_the_panel(panel, shell, visitor_mode, start_staff_mode):
    visitor_mode.end_visit()
    start_staff_mode()
    settle()
    assert shown_on(shell) is Session


@pytest.mark.parametrize(
    ("command", "touches"),
    [(StaffCommand.RELOAD, 1), (StaffCommand.RESTART, 2), (StaffCommand.QUIT, 2)],
)
def test_what_only_the_program_can_do_is_requested_of_it(
    panel, shell, said, program, command, touches
):
    [button] = offers(shell, getattr(said, command))
    for _ in range(touches):
        assert program.requested == []
        button.click()
    assert program.requested == [command]


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        ("quieter", 40, 20),
        ("louder", 40, 60),
        ("quieter", 20, 0),
        ("louder", 80, 100),
        ("quieter", 0, 0),
        ("louder", 100, 100),
    ],
)
def test_the_sound_goes_up_and_down_in_steps_and_is_kept(
    start_staff_mode, shell, said, program, command, before, after
):
    start_staff_mode(DeviceSettings(width_mm=476.0, volume=before)).show_panel()
    touch(shell, getattr(said, command))
    assert program.device_settings == [DeviceSettings(width_mm=476.0, volume=after)]


def test_a_change_of_the_sound_is_heard(panel, shell, said, program):
    touch(shell, said.louder)
    assert program.sounds == 1


def test_a_change_of_the_sound_is_told_at_once(panel, shell, said, program):
    program.facts = (("Sound", "60%"),)
    touch(shell, said.louder)
    assert "60%" in words(shell)
    assert "0.1.0" not in words(shell)


def test_the_screen_can_be_tested_and_left(panel, shell, said):
    touch(shell, said.screen_test)
    assert shown_on(shell) is ScreenTest
    touch(shell, said.back)
    assert shown_on(shell) is StaffPanel


def test_while_sizes_are_measured_a_touch_reaches_nothing(
    panel, shell, said, visitor_mode
):
    """A page that the check opens is no visitor's."""
    touch(shell, said.check_sizes)
    [check] = shell.findChildren(SizeCheck)
    check.step()
    check.step()
    settle()
    InputDevices(shell).tap(960, 540)
    assert visitor_mode.mode is Mode.MEASURING


def test_the_panel_comes_back_after_the_sizes_were_measured(
    panel, shell, said, visitor_mode
):
    touch(shell, said.check_sizes)
    [check] = shell.findChildren(SizeCheck)
    check.finished.emit(SizeReport(1, 1, ()))
    check.deleteLater()
    settle()
    assert (shown_on(shell), visitor_mode.mode) == (StaffPanel, Mode.STAFF)


def test_measuring_can_be_left_with_nothing_kept(panel, shell, said, program):
    count = len(program.device_settings)
    touch(shell, said.calibrate)
    touch(shell, said.larger)
    touch(shell, said.back)
    assert shown_on(shell) is StaffPanel
    assert len(program.device_settings) == count


def test_the_width_that_was_measured_is_kept(panel, shell, said, program):
    touch(shell, said.calibrate)
    touch(shell, said.much_larger)
    touch(shell, said.keep)
    width = shell.width() * 85.6 / (345 + 20)
    assert program.device_settings[-1].width_mm == pytest.approx(width, abs=0.05)
    assert shown_on(shell) is StaffPanel


def test_cleaning_leaves_the_panel_for_good(panel, shell, said, visitor_mode, clock):
    touch(shell, said.clean)
    assert shown_on(shell) is CleaningView
    clock.advance(RULES[Mode.CLEANING].silence.after_s)
    visitor_mode.idle_timer.tick()
    settle()
    assert shown_on(shell) is Session


def test_nothing_piles_up_however_often_staff_come(staff_mode, shell, said):
    staff_mode.show_panel()
    touch(shell, said.lock)
    count = len(shell.findChildren(TouchButton))
    for _ in range(3):
        staff_mode.show_panel()
        touch(shell, said.lock)
    assert len(shell.findChildren(TouchButton)) == count
