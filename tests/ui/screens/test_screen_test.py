"""A finger fills what it reaches: what stays empty is dead glass."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kiosk.domain.metrics import TOUCH_MM
from kiosk.domain.rotation import Rotation
from kiosk.ui.screens.screen_test import ScreenTest
from tests.support.input_devices import InputDevices
from tests.support.screen import LANDSCAPE, place, seen, settle, touch

WIDE, HIGH = LANDSCAPE
EDGES = {
    "left": (1, 500),
    "top": (500, 1),
    "right": (WIDE - 2, 500),
    "bottom": (500, HIGH - 2),
}
BARS = ("#ffffff", "#ffff00", "#00ffff", "#00ff00", "#ff00ff", "#ff0000", "#0000ff")


@pytest.fixture
def screen(context, wearing):
    return wearing(ScreenTest(context), LANDSCAPE)


@pytest.fixture
def devices(screen):
    return InputDevices(screen)


@pytest.fixture
def side(context):
    return context.look.metrics.px(TOUCH_MM)


@pytest.fixture
def middle(side):
    """Return the middle of a square."""
    return lambda column, row: (column * side + side // 2, row * side + side // 2)


def colour(screen, spot):
    """Return the colour of a pixel of the window."""
    shot = screen.screen().grabWindow(screen.winId())
    return shot.toImage().pixelColor(*spot).name()


def wipe(screen, *spots):
    """Move a finger that plays the mouse over these spots."""
    window, left = screen.windowHandle(), Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    first, *rest = (QPoint(*spot) for spot in spots)
    QTest.mousePress(window, left, plain, first)
    for spot in rest:
        QTest.mouseMove(window, spot)
    QTest.mouseRelease(window, left, plain, rest[-1])
    settle()


def test_at_first_no_square_is_filled(screen):
    assert screen.reached == frozenset()


@pytest.mark.parametrize("way", ["tap", "click"])
@pytest.mark.parametrize("square", [(0, 0), (3, 9), (19, 2)])
def test_a_touch_fills_its_square_and_no_other(screen, devices, middle, way, square):
    getattr(devices, way)(*middle(*square))
    assert screen.reached == {square}


def test_a_filled_square_looks_different_from_an_empty_one(
    screen, devices, middle, context
):
    filled, empty = middle(3, 9), middle(4, 9)
    before = colour(screen, filled)
    devices.tap(*filled)
    assert colour(screen, filled) == context.look.colours["accent"].lower()
    assert colour(screen, empty) == before == context.look.colours["surface"].lower()


def test_a_finger_that_is_wiped_along_fills_what_it_passes(screen, middle):
    wipe(screen, middle(2, 9), middle(3, 9), middle(4, 9), middle(4, 10))
    assert screen.reached == {(2, 9), (3, 9), (4, 9), (4, 10)}


def test_filled_squares_stay_filled(screen, devices, middle):
    devices.tap(*middle(1, 1))
    devices.tap(*middle(1, 1))
    devices.tap(*middle(9, 9))
    assert screen.reached == {(1, 1), (9, 9)}


@pytest.mark.parametrize(
    "corner", [(0, 0), (WIDE - 1, 0), (0, HIGH - 1), (WIDE - 1, HIGH - 1)]
)
def test_the_corners_of_the_glass_can_be_reached(screen, devices, side, corner):
    x, y = corner
    devices.tap(*corner)
    assert screen.reached == {(x // side, y // side)}


def said(screen):
    return {label.text() for label in seen(screen, QLabel)}


def test_after_a_first_touch_in_its_corner_all_squares_are_asked_for(
    screen, devices, middle, context
):
    words = context.pack.staff
    assert words.test_corner in said(screen)
    devices.tap(*middle(0, 0))
    assert words.test_how in said(screen)


@pytest.mark.parametrize(
    ("corner", "kept", "degrees"),
    [
        ((WIDE - 1, 0), 0, 90),
        ((WIDE - 1, HIGH - 1), 0, 180),
        ((0, HIGH - 1), 0, 270),
        ((WIDE - 1, HIGH - 1), 270, 90),
        ((WIDE - 1, 0), 270, 0),
    ],
)
def test_a_first_touch_in_another_corner_tells_how_to_turn_touches(
    context, wearing, corner, kept, degrees
):
    screen = wearing(ScreenTest(context, Rotation(kept)), LANDSCAPE)
    InputDevices(screen).tap(*corner)
    command = f"sudo kiosk setup-touch {degrees}"
    words = context.pack.staff.test_turned.replace("{command}", command)
    assert words in said(screen)


def test_squares_below_the_text_can_be_touched(screen, devices, side, context):
    how = context.pack.staff.test_corner
    [label] = [label for label in seen(screen, QLabel) if label.text() == how]
    x, y = place(label).center().toTuple()
    devices.tap(x, y)
    assert screen.reached == {(x // side, y // side)}


@pytest.mark.parametrize("spot", EDGES.values(), ids=EDGES)
def test_a_line_round_the_edge_shows_what_is_cut_off(screen, context, spot):
    assert colour(screen, spot) == context.look.colours["emergency"].lower()


def test_bars_of_full_colours_show_a_broken_channel(screen, side):
    picture = screen.grab().toImage()
    row = {picture.pixelColor(x, 2 * side + side // 2).name() for x in range(WIDE)}
    assert set(BARS) <= row


def test_back_tells_that_staff_have_seen_enough(screen, context, qtbot):
    with qtbot.waitSignal(screen.closed):
        touch(screen, context.pack.staff.back)
    assert screen.reached == frozenset()
