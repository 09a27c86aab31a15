"""One top corner, then the other: a visitor does not do that by accident."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from kiosk.ui.input.corner_gesture import CORNER_MM, HOLD_MS, WITHIN_MS, CornerGesture
from kiosk.ui.input.event_chain import EventChain, Handlers
from tests.support.input_devices import InputDevices
from tests.support.screen import settle

HOLD, CORNER_PX = 60, 100
WIDE, HIGH = 800, 600
SPOTS = {
    "left": (10, 10),
    "right": (790, 10),
    "middle": (400, 10),
    "below left": (10, 300),
    "below right": (790, 300),
    "bottom left": (10, 590),
}


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(WIDE, HIGH)
    window.show()
    settle()
    return window


@pytest.fixture
def holds(window):
    """Watch for holds that take a moment instead of two seconds."""
    holds = CornerGesture(window, CORNER_PX)
    EventChain(window, Handlers(corner_gesture=holds))
    holds._hold.setInterval(HOLD)
    return holds


@pytest.fixture
def held(holds):
    told = []
    holds.held.connect(lambda: told.append("held"))
    return told


@pytest.fixture
def devices(window):
    return InputDevices(window)


@pytest.fixture
def hold(devices, holds, qtbot):
    """Keep a finger on a spot for as long as a hold takes."""

    def holding(spot):
        devices.put_finger_down(*SPOTS[spot])
        if holds._hold.isActive():
            with qtbot.waitSignal(holds._hold.timeout):
                pass
        devices.lift_finger(*SPOTS[spot])

    return holding


def slide(devices, spot):
    touch = QTest.touchEvent(devices.window, InputDevices._panel)
    touch.move(0, QPoint(*SPOTS[spot]), devices.window).commit()
    settle()


@pytest.mark.parametrize("spots", [("left", "right"), ("right", "left")])
def test_one_top_corner_and_then_the_other_is_told(hold, held, spots):
    for spot in spots:
        hold(spot)
    assert held == ["held"]


@pytest.mark.parametrize(
    "spots",
    [
        ("left",),
        ("left", "left"),
        ("right", "right", "right"),
        ("left", "middle"),
        ("middle", "right"),
        ("left", "below right"),
        ("below left", "right"),
        ("left", "bottom left"),
    ],
    ids=str,
)
def test_anything_else_does_nothing(hold, held, spots):
    for spot in spots:
        hold(spot)
    assert held == []


def test_it_can_be_done_again_and_again(hold, held):
    for spot in ("left", "right", "right", "left"):
        hold(spot)
    assert held == ["held", "held"]


@pytest.mark.parametrize("then", ["left", "right"])
def test_after_it_was_told_one_corner_is_not_enough(hold, held, then):
    for spot in ("left", "right", then):
        hold(spot)
    assert held == ["held"]


def test_the_same_corner_twice_and_then_the_other_is_told(hold, held):
    for spot in ("left", "left", "right"):
        hold(spot)
    assert held == ["held"]


def waits(holds):
    """Return whether a hold has begun, and is not over."""
    return holds._hold.isActive()


def test_a_finger_in_a_corner_begins_a_hold(holds, devices):
    devices.put_finger_down(*SPOTS["left"])
    assert waits(holds)


@pytest.mark.parametrize("way", ["tap", "click"])
def test_a_short_touch_does_nothing(hold, holds, held, devices, way):
    hold("left")
    getattr(devices, way)(*SPOTS["right"])
    assert not waits(holds)
    assert held == []


@pytest.mark.parametrize("to", ["left", "middle", "below right"])
def test_a_finger_that_slides_out_of_its_corner_does_nothing(
    hold, holds, held, devices, to
):
    hold("left")
    devices.put_finger_down(*SPOTS["right"])
    slide(devices, to)
    assert not waits(holds)
    assert held == []


def test_a_finger_that_comes_back_does_nothing(holds, devices):
    devices.put_finger_down(*SPOTS["right"])
    slide(devices, "middle")
    slide(devices, "right")
    assert not waits(holds)


def test_a_finger_that_slides_into_a_corner_does_nothing(holds, devices):
    devices.put_finger_down(*SPOTS["middle"])
    slide(devices, "right")
    assert not waits(holds)


def test_the_other_corner_comes_too_late_after_a_while(hold, holds, held, qtbot):
    holds._patience.setInterval(0)
    hold("left")
    qtbot.waitUntil(lambda: not holds._patience.isActive())
    hold("right")
    assert held == []


@pytest.mark.parametrize(
    ("x", "y", "begins"),
    [
        (CORNER_PX - 1, CORNER_PX - 1, True),
        (CORNER_PX + 1, 0, False),
        (0, CORNER_PX + 1, False),
        (WIDE - CORNER_PX + 1, CORNER_PX - 1, True),
        (WIDE - CORNER_PX - 1, 0, False),
        (WIDE - 1, CORNER_PX + 1, False),
    ],
)
def test_a_corner_is_as_large_as_it_was_made(holds, devices, x, y, begins):
    devices.put_finger_down(x, y)
    assert waits(holds) is begins


def test_a_corner_moves_with_the_edge_of_the_window(holds, window, devices):
    window.resize(WIDE // 2, HIGH)
    settle()
    devices.put_finger_down(WIDE // 2 - 1, 10)
    assert waits(holds)


def test_what_is_in_a_corner_can_still_be_touched(window, holds, devices, qtbot):
    button = QPushButton("x", window)
    button.setGeometry(0, 0, CORNER_PX, CORNER_PX)
    button.show()
    with qtbot.waitSignal(button.clicked):
        devices.tap(*SPOTS["left"])


def test_it_takes_two_seconds_each_within_ten_and_a_thumb_fits():
    assert (HOLD_MS, WITHIN_MS, CORNER_MM) == (2000, 10_000, 25.0)


def test_a_gesture_takes_that_long_outside_of_tests(window):
    holds = CornerGesture(window, CORNER_PX)
    assert (holds._hold.interval(), holds._patience.interval()) == (HOLD_MS, WITHIN_MS)
