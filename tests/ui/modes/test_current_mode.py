"""What holds in each mode, as its row says: for a touch, for a key and for silence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kiosk.domain.idle import IdlePolicy
from kiosk.domain.mode import RULES, Input, Mode
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.input_gate import MOMENT_S
from kiosk.ui.modes.current_mode import CurrentMode
from tests.support.input_devices import InputDevices

READING_S = 100.0
REACHES = {Input.PASS, Input.BEGIN}
ARRIVES = {Input.BEGIN, Input.WAKE, Input.CHOOSE}
EACH_MODE = pytest.mark.parametrize("mode", Mode)
DONE = {"tap": lambda it: it.tap(), "key": lambda it: it.press(Qt.Key.Key_Space)}


@pytest.fixture
def button(qtbot):
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.resize(200, 200)
    button.show()
    return button


@pytest.fixture
def current(button, clock):
    seconds = clock.clock.seconds
    current = CurrentMode(seconds, IdlePolicy(), lambda: READING_S, button)
    EventChain(button, Handlers(input_gate=current.gate))
    return current


@pytest.fixture
def entered(current, clock):
    """Enter a mode as after a while in which nothing was touched."""

    def enter(mode):
        if mode is Mode.ASKING:
            current.enter(Mode.VISIT)
        current.enter(mode)
        clock.advance(MOMENT_S)
        return current

    return enter


def does(mode, way):
    rules = RULES[mode]
    return rules.keys if way == "key" else rules.touch


@EACH_MODE
@pytest.mark.parametrize("way", DONE)
def test_input_reaches_the_screen_where_the_row_says_so(entered, button, mode, way):
    pressed = []
    button.pressed.connect(lambda: pressed.append(mode))
    entered(mode)
    DONE[way](InputDevices(button))
    assert bool(pressed) is (does(mode, way) in REACHES)


@EACH_MODE
@pytest.mark.parametrize("way", DONE)
def test_input_brings_a_visitor_where_the_row_says_so(entered, button, mode, way):
    arrived = []
    entered(mode).arrived.connect(arrived.append)
    DONE[way](InputDevices(button))
    expected = does(mode, way)
    assert set(arrived) == {expected} & ARRIVES


@EACH_MODE
@pytest.mark.parametrize("way", DONE)
def test_only_where_the_row_says_so_is_the_question_answered(
    entered, button, clock, mode, way
):
    answered = []
    current = entered(mode)
    current.timer.answered.connect(lambda: answered.append(mode))
    if mode is Mode.ASKING:
        clock.advance(READING_S - MOMENT_S)
        current.timer.tick()
    DONE[way](InputDevices(button))
    assert bool(answered) is (does(mode, way) is Input.ANSWER)


def silent(current, clock, seconds):
    """Let seconds pass without a touch; return what came of them."""
    told = []
    current.timer.asked.connect(lambda: told.append("asked"))
    current.timer.expired.connect(lambda: told.append("expired"))
    clock.advance(seconds)
    current.timer.tick()
    return told


@EACH_MODE
def test_silence_leads_somewhere_where_the_row_says_so(entered, clock, mode):
    told = silent(entered(mode), clock, 100_000)
    assert told == (["expired"] if RULES[mode].silence else [])


@pytest.mark.parametrize("mode", [m for m in Mode if not RULES[m].silence])
def test_the_silence_of_a_visit_ends_with_it(entered, current, clock, mode):
    entered(Mode.VISIT)
    current.enter(mode)
    assert silent(current, clock, 100_000) == []


@pytest.mark.parametrize("mode", [Mode.PIN_PAD, Mode.STAFF, Mode.CLEANING])
def test_silence_lasts_as_long_as_the_row_says(entered, clock, mode):
    current, after_s = entered(mode), RULES[mode].silence.after_s
    assert silent(current, clock, after_s - MOMENT_S - 0.1) == []
    assert silent(current, clock, 0.2) == ["expired"]


def test_a_visitor_is_asked_after_the_time_to_read_and_gone_after_the_warning(
    entered, clock
):
    current = entered(Mode.VISIT)
    assert silent(current, clock, READING_S - MOMENT_S) == ["asked"]
    current.enter(Mode.ASKING)
    assert silent(current, clock, IdlePolicy().warning) == ["expired"]


@pytest.mark.parametrize("mode", [Mode.VISIT, Mode.PIN_PAD, Mode.STAFF, Mode.CLEANING])
def test_a_mode_entered_from_the_question_has_its_own_silence(entered, clock, mode):
    current = entered(Mode.ASKING)
    clock.advance(READING_S + 1)
    current.timer.tick()
    current.enter(mode)
    if mode is Mode.VISIT:
        assert silent(current, clock, IdlePolicy().warning) == ["expired"]
    else:
        assert silent(current, clock, RULES[mode].silence.after_s - 1) == []


@EACH_MODE
def test_the_touch_that_ends_a_visit_begins_no_other(entered, current, button, mode):
    entered(Mode.VISIT)
    arrived = []
    current.arrived.connect(arrived.append)
    current.enter(mode)
    InputDevices(button).tap()
    assert arrived == []


@EACH_MODE
def test_a_mode_is_told_once_it_holds(current, mode):
    told = []
    current.changed.connect(lambda it: told.append((it, current.mode)))
    current.enter(mode)
    assert told == [(mode, mode)]
