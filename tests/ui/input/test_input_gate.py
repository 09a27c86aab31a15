"""What lets touches through, and what tells of them."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.input_gate import MOMENT_S, InputGate
from tests.support.input_devices import InputDevices

WAYS = ("click", "put_finger_down", "tap", "turn_wheel")


@pytest.fixture
def button(qtbot):
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.resize(200, 200)
    button.show()
    return button


@pytest.fixture
def gate(button, clock):
    gate = InputGate(clock.clock.seconds, button)
    EventChain(button, Handlers(input_gate=gate))
    return gate


@pytest.mark.parametrize("way", WAYS)
def test_a_plain_tap_counts(gate, button, qtbot, way):
    """Qiosk's filter counts moves and wheels, but neither TouchBegin nor a press."""
    with qtbot.waitSignal(gate.touched):
        getattr(InputDevices(button), way)()


def test_a_key_counts(gate, button, qtbot):
    with qtbot.waitSignal(gate.touched):
        InputDevices(button).press(Qt.Key.Key_A)


def test_what_qt_makes_by_itself_does_not_count(gate, button, qtbot):
    spot, left = QPointF(5, 5), Qt.MouseButton.LeftButton
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        spot,
        spot,
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.assertNotEmitted(gate.touched):
        QCoreApplication.sendEvent(button.windowHandle(), press)


def test_a_key_that_repeats_by_itself_does_not_count(gate, button):
    plain = Qt.KeyboardModifier.NoModifier
    kind = QEvent.Type.KeyPress
    stuck = QKeyEvent(kind, Qt.Key.Key_A, plain, "a", True)  # noqa: FBT003 - Qt's own
    told = []
    gate.touched.connect(lambda: told.append(1))
    gate.handle(stuck)
    assert told == []


@pytest.mark.parametrize("way", ["click", "tap"])
def test_an_open_gate_lets_a_touch_through(gate, button, qtbot, way):
    with qtbot.waitSignal(button.clicked):
        getattr(InputDevices(button), way)()


@pytest.mark.parametrize("way", ["click", "tap"])
def test_a_shut_gate_tells_of_a_touch_and_swallows_all_of_it(gate, button, qtbot, way):
    gate.shut()
    with qtbot.assertNotEmitted(button.pressed), qtbot.waitSignal(gate.touched):
        getattr(InputDevices(button), way)()


def test_the_touch_that_opens_the_gate_presses_nothing_when_lifted(gate, button, qtbot):
    devices = InputDevices(button)
    gate.shut()
    gate.touched.connect(gate.open)
    with qtbot.assertNotEmitted(button.pressed), qtbot.assertNotEmitted(button.clicked):
        devices.put_finger_down()
        devices.lift_finger()


def test_touches_lead_nowhere_for_a_moment_after_it_opened(gate, button, qtbot, clock):
    gate.shut()
    gate.open()
    clock.advance(MOMENT_S - 0.1)
    with qtbot.assertNotEmitted(button.pressed):
        InputDevices(button).click()
    clock.advance(0.2)
    with qtbot.waitSignal(button.clicked):
        InputDevices(button).click()


def test_a_deaf_gate_tells_of_nothing(gate, button, qtbot):
    gate.shut(deaf=True)
    with qtbot.assertNotEmitted(gate.touched):
        InputDevices(button).tap()


def test_another_finger_counts_while_a_palm_rests_on_the_glass(gate, button, qtbot):
    devices = InputDevices(button)
    devices.put_finger_down()
    with qtbot.waitSignal(gate.touched):
        devices.add_finger(50, 50)
    devices.lift_finger()


@pytest.mark.parametrize(
    ("held", "swallowed"),
    [(Qt.MouseButton.NoButton, False), (Qt.MouseButton.LeftButton, True)],
)
def test_after_a_swallowed_press_only_a_drag_belongs_to_it(
    gate, button, held, swallowed
):
    """Or a mouse that has woken the screen would have no arrow until it presses."""
    gate.shut()
    InputDevices(button).click()
    spot, none = QPointF(60, 60), Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, spot, spot, none, held, plain)
    assert gate.handle(move) is swallowed


def test_a_touch_that_shuts_the_gate_reaches_nothing(gate, button, qtbot):
    gate.touched.connect(gate.shut)
    with qtbot.assertNotEmitted(button.pressed):
        InputDevices(button).click()
