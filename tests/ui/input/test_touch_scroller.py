"""A stroke scrolls, a press presses, and one is never the other."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QScroller

from kiosk.domain.visit import Visit
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.touch_scroller import TouchScroller
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.unbroken_rows import UnbrokenRows
from tests.support.input_devices import InputDevices
from tests.support.screen import LANDSCAPE, SETTINGS, WIDTH_MM, seen, settle

CALM = replace(SETTINGS, reduce_motion=True)


@pytest.fixture(autouse=True)
def chain(shell):
    return EventChain(shell, Handlers(touch_scroller=TouchScroller(shell)))


@pytest.fixture
def devices(shell):
    shell.open(Visit(page="check"))
    settle()
    return InputDevices(shell)


def bar(shell):
    return next(iter(seen(shell, QScrollArea))).verticalScrollBar()


def stroke(devices, start, ends):
    """Put a finger down at `start`, move it over `ends` and lift it."""
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(devices.window, left, plain, QPoint(*start), 20)
    for end in ends:
        QTest.mouseMove(devices.window, QPoint(*end), 20)
    QTest.mouseRelease(devices.window, left, plain, QPoint(*ends[-1]), 20)


def upwards(start, by=400):
    return [(start[0], start[1] - step) for step in range(0, by + 1, 40)]


def row_in_sight(shell):
    rows = seen(shell, TickRow)
    return next(row for row in rows if shell.height() // 2 < place(shell, row)[1] < 800)


def place(shell, row):
    return row.mapTo(shell, row.rect().center()).toTuple()


def test_a_stroke_moves_the_page(shell, devices, qtbot):
    stroke(devices, (1000, 800), upwards((1000, 800)))
    qtbot.waitUntil(lambda: bar(shell).value() > 200)


def stroke_at_once(devices, start, end):
    """Make a stroke while the kiosk is busy: it learns of all of it in one moment.

    The finger rests for 0.2 s before it is lifted, so that the page has no momentum.
    """
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kind = QEvent.Type
    for happens, spot, held, milliseconds in (
        (kind.MouseButtonPress, start, left, 1000),
        (kind.MouseMove, end, left, 1100),
        (kind.MouseButtonRelease, end, none, 1300),
    ):
        where = QPointF(*spot)
        button = none if happens == kind.MouseMove else left
        plain = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(happens, where, where, button, held, plain)
        event.setTimestamp(milliseconds)
        QCoreApplication.sendEvent(devices.window, event)


def test_a_stroke_made_while_the_kiosk_was_busy_moves_the_page_as_far(shell, devices):
    stroke_at_once(devices, (1000, 800), (1000, 500))
    assert 200 < bar(shell).value() <= 300


def test_a_stroke_that_begins_and_ends_on_an_answer_ticks_nothing(
    shell, devices, qtbot
):
    row = row_in_sight(shell)
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = place(shell, row)
    QTest.mousePress(devices.window, left, plain, QPoint(*start), 20)
    for spot in upwards(start, by=200):
        QTest.mouseMove(devices.window, QPoint(*spot), 20)
    qtbot.waitUntil(lambda: bar(shell).value() > 50)
    QTest.mouseRelease(devices.window, left, plain, QPoint(*place(shell, row)), 20)
    assert shell.session.visit.answers == frozenset()


def test_after_a_stroke_alone_the_rows_are_measured(shell, devices, qtbot, monkeypatch):
    """With hundreds of rows every tap would take longer than all else."""
    measured = []
    measure = UnbrokenRows.of

    def note(*about):
        measured.append(about)
        return measure(*about)

    monkeypatch.setattr(UnbrokenRows, "of", note)
    row = row_in_sight(shell)
    stroke(devices, place(shell, row), [place(shell, row)])
    assert row.isChecked()
    assert measured == []
    stroke(devices, (1000, 800), upwards((1000, 800)))
    qtbot.waitUntil(lambda: measured != [])


def test_a_finger_may_still_be_down_when_its_page_is_gone(shell, devices):
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(devices.window, left, plain, QPoint(1000, 800), 20)
    QTest.mouseMove(devices.window, QPoint(1000, 700), 20)
    shell.start_over()
    settle()
    for y in (600, 500, 400):
        QTest.mouseMove(devices.window, QPoint(1000, y), 20)
    QTest.mouseRelease(devices.window, left, plain, QPoint(1000, 400), 20)
    assert shell.session.visit.page == "home"


def test_a_stroke_that_begins_on_the_floating_button_moves_the_page(
    shell, devices, qtbot
):
    shell.open(Visit(page="vision"))
    settle()
    buttons = seen(shell, QAbstractButton)
    [more] = [it for it in buttons if it.objectName() == "more"]
    stroke(devices, place(shell, more), upwards(place(shell, more)))
    qtbot.waitUntil(lambda: bar(shell).value() > 100)


def test_a_press_ticks_and_moves_nothing(shell, devices):
    row = row_in_sight(shell)
    devices.click(*place(shell, row))
    assert len(shell.session.visit.answers) == 1
    assert bar(shell).value() == 0


def test_a_trembling_press_still_ticks(shell, devices):
    x, y = place(shell, row_in_sight(shell))
    stroke(devices, (x, y), [(x + 2, y + 3), (x - 1, y - 2)])
    assert len(shell.session.visit.answers) == 1


def test_a_press_after_a_stroke_ticks_again(shell, devices, qtbot):
    stroke(devices, (1000, 800), upwards((1000, 800)))
    qtbot.waitUntil(lambda: at_rest(shell))
    devices.click(*place(shell, row_in_sight(shell)))
    assert len(shell.session.visit.answers) == 1


def at_rest(shell):
    viewport = next(iter(seen(shell, QScrollArea))).viewport()
    return QScroller.scroller(viewport).state() == QScroller.State.Inactive


def test_a_touch_that_stops_a_page_in_motion_ticks_nothing(shell, devices):
    stroke(devices, (1000, 800), upwards((1000, 800), by=600))
    assert not at_rest(shell)
    devices.click(*place(shell, row_in_sight(shell)))
    assert shell.session.visit.answers == frozenset()


def flick(devices, shell, qtbot):
    """Move the page quickly and let go; return where it was by then."""
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(devices.window, left, plain, QPoint(1000, 800), 20)
    for y in range(780, 380, -40):
        QTest.mouseMove(devices.window, QPoint(1000, y), 10)
    qtbot.waitUntil(lambda: bar(shell).value() > 100)
    QTest.mouseRelease(devices.window, left, plain, QPoint(1000, 380), 10)
    return bar(shell).value()


def scroller(shell):
    return QScroller.scroller(next(iter(seen(shell, QScrollArea))).viewport())


def test_a_page_goes_on_by_itself_after_a_quick_stroke(shell, devices, qtbot):
    left_at = flick(devices, shell, qtbot)
    qtbot.waitUntil(lambda: bar(shell).value() > left_at + 50)


def test_where_motion_is_reduced_a_page_stops_where_the_finger_leaves_it(
    shell, contexts_for, qtbot
):
    shell.serve(contexts_for(LANDSCAPE, WIDTH_MM, settings=CALM))
    shell.open(Visit(page="check"))
    settle()
    left_at = flick(InputDevices(shell), shell, qtbot)
    assert scroller(shell).state() == QScroller.State.Inactive
    settle()
    assert bar(shell).value() == left_at
