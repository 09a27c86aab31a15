"""In which order the handlers see an event, and that one can keep it from the rest."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton

from kiosk.ui.input.activity import Activity
from kiosk.ui.input.corner_gesture import CornerGesture
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.input_gate import InputGate
from tests.support.input_devices import InputDevices

ORDER = (
    "activity",
    "corner_gesture",
    "second_tap",
    "input_gate",
    "key_navigation",
    "lockdown",
    "touch_scroller",
    "narrator",
)
PRESS = QEvent.Type.MouseButtonPress


class Recorder:
    """Note the events that come by; take those of one kind."""

    def __init__(self, seen, name, takes=None):
        self.seen, self.name, self.takes = seen, name, takes

    def handle(self, event):
        self.seen.append((self.name, event.type()))
        return event.type() == self.takes


@pytest.fixture
def button(qtbot):
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.resize(200, 200)
    button.show()
    return button


@pytest.fixture
def pressed(button):
    """Click the button of a chain; return who saw the press, in order."""

    def press(**handlers):
        seen = handlers.pop("seen")
        EventChain(button, Handlers(**handlers))
        InputDevices(button).click()
        return tuple(name for name, kind in seen if kind == PRESS)

    return press


def recorders(seen, taken_by=None):
    return {it: Recorder(seen, it, PRESS if it == taken_by else None) for it in ORDER}


def test_every_handler_has_a_place_in_the_order():
    assert {*Handlers.__struct_fields__} == set(ORDER)


def test_handlers_see_an_event_in_this_order(pressed):
    seen = []
    assert pressed(seen=seen, **recorders(seen)) == ORDER


@pytest.mark.parametrize("name", ORDER)
def test_what_a_handler_takes_no_later_one_and_no_widget_sees(
    pressed, button, qtbot, name
):
    seen = []
    with qtbot.assertNotEmitted(button.pressed):
        names = pressed(seen=seen, **recorders(seen, taken_by=name))
    assert names == ORDER[: ORDER.index(name) + 1]


def test_what_no_handler_takes_reaches_the_widget(pressed, button, qtbot):
    seen = []
    with qtbot.waitSignal(button.clicked):
        pressed(seen=seen, **recorders(seen))


def test_handlers_may_be_fewer(pressed):
    seen = []
    few = {it: Recorder(seen, it) for it in ("lockdown", "activity")}
    assert pressed(seen=seen, **few) == ("activity", "lockdown")


def test_other_handlers_take_the_place_of_the_ones_before(button):
    seen = []
    chain = EventChain(button, Handlers(**recorders(seen)))
    chain.handlers = Handlers(lockdown=Recorder(seen, "lockdown"))
    InputDevices(button).click()
    assert {name for name, _ in seen} == {"lockdown"}


@pytest.fixture
def shut(button, clock):
    """Return the handlers before the gate of a button, which is shut."""
    gate = InputGate(clock.clock.seconds, button)
    gate.shut(deaf=True)
    activity, corners = Activity(button), CornerGesture(button, 50)
    corners._hold.setInterval(0)
    EventChain(
        button, Handlers(activity=activity, corner_gesture=corners, input_gate=gate)
    )
    return activity, corners


def test_a_shut_gate_lets_a_touch_stop_speech(button, shut, qtbot):
    activity, _ = shut
    with qtbot.waitSignal(activity.touched):
        InputDevices(button).tap()


def test_a_shut_gate_lets_the_corners_be_held(button, shut, qtbot):
    _, corners = shut
    with qtbot.waitSignal(corners.held):
        for x in (5, 195):
            InputDevices(button).put_finger_down(x, 5)
            qtbot.waitUntil(lambda: not corners._hold.isActive())
            InputDevices(button).lift_finger(x, 5)


def test_what_the_gate_swallows_is_no_key_that_means_something(button, clock):
    gate, seen = InputGate(clock.clock.seconds, button), []
    gate.shut()
    EventChain(button, Handlers(input_gate=gate, key_navigation=Recorder(seen, "keys")))
    InputDevices(button).press(Qt.Key.Key_Space)
    assert not [kind for _, kind in seen if kind == QEvent.Type.KeyPress]
