"""The door for staff: nothing a visitor does by accident opens it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.clinic_name import ClinicName
from tests.support.input_devices import InputDevices
from tests.support.screen import put_on, read, seen, settle

HOLD_MS = 100
ON, ELSEWHERE_ON, OFF = (10, 10), (180, 60), (500, 200)


@pytest.fixture
def name(qapp, context, qtbot):
    """A name that is held for a tenth of a second, with room beside it."""
    put_on(qapp, context.look)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 300)
    name = ClinicName("Alaa Arif", context.look, HOLD_MS)
    name.setParent(page)
    name.setGeometry(0, 0, 200, 80)
    page.show()
    settle()
    yield name
    page.hide()


@pytest.fixture
def devices(name):
    return InputDevices(name.window())


@pytest.fixture
def stays_shut(name, qtbot):
    """Expect that nothing happens, for longer than a hold takes."""
    return lambda: qtbot.assertNotEmitted(name.held, wait=2 * HOLD_MS)


def slide(devices, x, y):
    touch = QTest.touchEvent(devices.window, InputDevices._panel)
    touch.move(0, QPoint(x, y), devices.window).commit()
    settle()


def test_a_finger_that_stays_on_the_name_opens(name, devices, qtbot):
    with qtbot.waitSignal(name.held):
        devices.put_finger_down(*ON)


def test_a_finger_may_tremble_while_it_stays_on_the_name(name, devices, qtbot):
    with qtbot.waitSignal(name.held):
        devices.put_finger_down(*ON)
        slide(devices, *ELSEWHERE_ON)


def test_one_hold_opens_once(name, devices, qtbot, stays_shut):
    with qtbot.waitSignal(name.held):
        devices.put_finger_down(*ON)
    with stays_shut():
        settle()
    devices.lift_finger(*ON)


@pytest.mark.parametrize("way", ["tap", "click"])
def test_a_short_touch_does_nothing(devices, stays_shut, way):
    with stays_shut():
        getattr(devices, way)(*ON)


def test_two_short_touches_do_nothing(devices, stays_shut):
    with stays_shut():
        devices.tap(*ON)
        devices.tap(*ON)


def test_a_finger_that_slides_off_does_nothing(devices, stays_shut):
    with stays_shut():
        devices.put_finger_down(*ON)
        slide(devices, *OFF)


def test_a_finger_that_comes_back_does_nothing(devices, stays_shut):
    with stays_shut():
        devices.put_finger_down(*ON)
        slide(devices, *OFF)
        slide(devices, *ON)


def test_a_finger_that_slides_onto_the_name_does_nothing(devices, stays_shut):
    with stays_shut():
        devices.put_finger_down(*OFF)
        slide(devices, *ON)


def test_a_touch_changes_nothing_to_see(name, devices):
    before = name.grab().toImage()
    devices.put_finger_down(*ON)
    assert name.grab().toImage() == before


def test_it_waits_three_seconds_where_nothing_else_is_said(context, qtbot):
    name = ClinicName("Alaa Arif", context.look)
    qtbot.addWidget(name)
    assert name._hold.interval() == 3000


@pytest.mark.parametrize("said", ["<b>Alaa</b> Arif", "Alaa &amp; Arif"])
def test_a_name_is_shown_as_it_is_written(context, qtbot, said):
    name = ClinicName(said, context.look)
    qtbot.addWidget(name)
    assert read(name) == said


def test_every_visit_has_the_door(shell, qtbot):
    [name] = seen(shell, ClinicName)
    with qtbot.waitSignal(shell.session.staff_requested):
        name.held.emit()
