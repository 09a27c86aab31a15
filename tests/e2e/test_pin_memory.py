"""Nothing of a PIN that was typed is left in the memory of the kiosk.

Looked for is the whole PIN, and each run of six of its digits: Python's strings would
leave the beginnings of it behind.
"""

import pytest

from kiosk.ui.widgets.clinic_name import ClinicName
from tests.support.memory import times_in_memory
from tests.support.programs import until

SIZE = (1280, 800)
PIN, WRONG = "907152836401", "618402957384"
"""So long that they are nowhere by chance."""


@pytest.fixture
def visitor(start):
    visitor = start(SIZE, attract=False, pin=PIN)
    until(lambda: visitor.ask("content") == "read", "every language")
    return visitor


def open_pad(visitor):
    """Hold the clinic's name until staff are asked for their PIN."""
    name = visitor.shell.session.findChild(ClinicName)
    place = name.mapTo(visitor.shell, name.rect().center()).toTuple()
    visitor.rest()
    visitor.screen.finger("mousemove", *map(str, place), "mousedown", "1")
    until(lambda: visitor.ask("mode") == "PIN_PAD", "the pad")
    visitor.screen.finger("mouseup", "1")


def by_touch(visitor, digits):
    for count, digit in enumerate(digits, 1):
        visitor.press_words(digit)
        until(lambda n=count: visitor.ask("typed") == str(n), "the digit")


def by_keys(visitor, digits):
    visitor.screen.finger("key", "Tab")
    for count, digit in enumerate(digits, 1):
        visitor.screen.finger("key", digit)
        until(lambda n=count: visitor.ask("typed") == str(n), "the digit")


def runs(digits):
    """Return the PIN and all runs of six digits in it."""
    return [digits, *(digits[at : at + 6] for at in range(len(digits) - 5))]


def left_of(digits, visitor):
    return {
        run: n for run in runs(digits) if (n := times_in_memory(visitor.process, run))
    }


@pytest.mark.parametrize("type_in", [by_touch, by_keys])
def test_of_the_right_pin_nothing_is_left_once_staff_are_in(visitor, type_in):
    open_pad(visitor)
    type_in(visitor, PIN)
    until(lambda: times_in_memory(visitor.process, PIN) == 1, "the PIN to be typed")
    visitor.press_words(visitor.shell.context.pack.staff.enter)
    until(lambda: visitor.ask("mode") == "STAFF", "the panel")
    assert left_of(PIN, visitor) == {}


@pytest.mark.parametrize("leave", ["enter", "back"])
def test_of_another_pin_nothing_is_left_whatever_becomes_of_it(visitor, leave):
    open_pad(visitor)
    by_touch(visitor, WRONG)
    until(lambda: times_in_memory(visitor.process, WRONG) == 1, "it to be typed")
    visitor.press_words(getattr(visitor.shell.context.pack.staff, leave))
    until(lambda: times_in_memory(visitor.process, WRONG) == 0, "it to be overwritten")
    assert left_of(WRONG, visitor) == {}


def test_of_a_pin_that_nobody_finishes_nothing_is_left(visitor):
    open_pad(visitor)
    by_touch(visitor, WRONG[:8])
    visitor.let_time_pass("FIRST_PAGE")
    assert left_of(WRONG[:8], visitor) == {}
