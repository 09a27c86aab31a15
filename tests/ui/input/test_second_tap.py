"""The second of two quick taps presses nothing that the first one brought."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.second_tap import QUICK_S, SecondTap
from kiosk.ui.widgets.tick_row import TickRow
from tests.support.input_devices import InputDevices
from tests.support.screen import seen, settle


@pytest.fixture(autouse=True)
def chain(shell, clock):
    second_tap = SecondTap(shell, clock.clock.seconds)
    clock.advance(10)
    return EventChain(shell, Handlers(second_tap=second_tap))


@pytest.fixture
def tap(shell):
    devices = InputDevices(shell)
    return lambda place: devices.tap(*place)


def middle(shell, button):
    return button.mapTo(shell, button.rect().center()).toTuple()


def tab(shell, page):
    buttons = seen(shell, QAbstractButton)
    return next(it for it in buttons if it.objectName() == f"tab {page}")


@pytest.fixture
def row(shell, clock):
    shell.open(Visit(page="check"))
    settle()
    clock.advance(QUICK_S + 0.01)
    mild = {
        it.id for it in shell.context.checklist.symptoms if it.level < Level.EMERGENCY
    }
    rows = (it for it in seen(shell, TickRow) if it.objectName() in mild)
    return next(it for it in rows if it.visibleRegion().contains(it.rect().center()))


@pytest.fixture
def covered(shell, tap):
    """Tap a tab whose page brings a button right under the finger."""
    place = middle(shell, tab(shell, "vision"))
    button = QPushButton("x", shell)
    button.hide()
    button.setGeometry(place[0] - 50, place[1] - 50, 100, 100)
    tap(place)
    button.show()
    button.raise_()
    return button, place


def test_the_second_tap_does_not_press_what_has_just_appeared(
    covered, tap, clock, qtbot
):
    button, place = covered
    clock.advance(QUICK_S - 0.01)
    with qtbot.assertNotEmitted(button.clicked):
        tap(place)


def test_a_later_tap_does(covered, tap, clock, qtbot):
    button, place = covered
    clock.advance(QUICK_S + 0.01)
    with qtbot.waitSignal(button.clicked):
        tap(place)


def test_the_third_of_three_quick_taps_does_nothing_either(covered, tap, clock, qtbot):
    button, place = covered
    with qtbot.assertNotEmitted(button.clicked):
        for _ in range(2):
            clock.advance(QUICK_S - 0.01)
            tap(place)


def test_a_second_press_on_a_row_leaves_its_tick(shell, row, tap, clock):
    place = middle(shell, row)
    tap(place)
    clock.advance(QUICK_S - 0.01)
    tap(place)
    assert row.isChecked()


def test_a_later_press_on_a_row_takes_its_tick_back(shell, row, tap, clock):
    tap(middle(shell, row))
    clock.advance(QUICK_S + 0.01)
    tap(middle(shell, row))  # what it brought may have moved the row
    assert not row.isChecked()


def test_a_button_that_stays_can_be_pressed_quickly(shell, tap, clock, qtbot):
    place = middle(shell, tab(shell, "vision"))
    tap(place)
    clock.advance(QUICK_S + 0.01)
    tap(place)
    with qtbot.waitSignal(tab(shell, "vision").pressed):
        tap(place)


def test_the_moment_begins_once_the_page_is_there(shell, row, tap, clock):
    place = middle(shell, row)
    tap(place)
    clock.advance(QUICK_S + 1)
    shell.front_changed.emit()
    tap(place)
    assert row.isChecked()
