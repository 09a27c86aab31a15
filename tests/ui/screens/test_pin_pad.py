"""Ten digits for staff, and nobody who looks on reads which."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.screen import LANDSCAPE, PORTRAIT, offers, place, seen, touch, words

IN_ORDER, MIXED = "1234567890", "7302985146"


@pytest.fixture
def show(context, wearing):
    def shown(digits=IN_ORDER, size=LANDSCAPE):
        return wearing(PinPad(context, digits), size)

    return shown


@pytest.fixture
def pad(show):
    return show()


@pytest.fixture
def said(context):
    return context.pack.staff


@pytest.fixture
def entered(pad):
    told = []
    pad.entered.connect(lambda typed: told.append(bytes(typed.digits).decode()))
    return told


def type_in(pad, digits):
    for digit in digits:
        touch(pad, digit)


def dots(pad):
    return max(line.count("•") for line in words(pad))


def test_what_was_typed_is_told_at_enter(pad, said, entered):
    type_in(pad, "4829")
    assert entered == []
    touch(pad, said.enter)
    assert entered == ["4829"]


@pytest.mark.parametrize("digits", ["4", "48", "0000", "4829", "121212121212"])
def test_all_there_is_to_read_of_what_was_typed_is_how_much(pad, digits):
    before = Counter(words(pad))
    type_in(pad, digits)
    assert Counter(words(pad)) - before == Counter(["•" * len(digits)])


@pytest.mark.parametrize("digits", ["4829", "9999"])
def test_no_screen_reader_hears_what_was_typed(pad, digits):
    labels = pad.findChildren(QLabel)
    before = [(a.accessibleName(), a.accessibleDescription()) for a in labels]
    type_in(pad, digits)
    assert before == [(a.accessibleName(), a.accessibleDescription()) for a in labels]


def test_two_pins_of_one_length_look_the_same(show):
    one, other = show(), show()
    type_in(one, "4829")
    type_in(other, "1760")
    assert words(one) == words(other)


def test_nobody_types_more_than_twelve(pad, said, entered):
    type_in(pad, "12345678901234")
    assert dots(pad) == 12
    touch(pad, said.enter)
    assert entered == ["123456789012"]


@pytest.mark.parametrize(
    ("typed", "deletes", "left"), [("4829", 1, "482"), ("48", 1, "4"), ("481", 2, "4")]
)
def test_delete_takes_the_last_digit_away(pad, said, entered, typed, deletes, left):
    type_in(pad, typed)
    for _ in range(deletes):
        touch(pad, said.delete)
    assert dots(pad) == len(left)
    touch(pad, said.enter)
    assert entered == [left]


def test_there_is_nothing_to_delete_before_anything_is_typed(pad, said, entered):
    touch(pad, said.delete)
    type_in(pad, "4")
    touch(pad, said.enter)
    assert entered == ["4"]


def test_nothing_is_told_where_nothing_was_typed(pad, said, entered):
    touch(pad, said.enter)
    assert entered == []


def test_what_was_told_is_not_kept(pad, said, entered):
    type_in(pad, "4829")
    touch(pad, said.enter)
    assert dots(pad) == 0
    touch(pad, said.enter)
    assert entered == ["4829"]


@pytest.mark.parametrize("leave", ["enter", "back", "hide"])
def test_what_was_typed_is_overwritten_however_the_pad_is_left(pad, said, leave):
    type_in(pad, "4829")
    where = memoryview(pad._typed._digits)
    assert bytes(where).startswith(b"4829")
    pad.closed.connect(pad.hide)
    if leave == "hide":
        pad.hide()
    else:
        touch(pad, getattr(said, leave))
    assert set(bytes(where)) == {0}


def test_a_refusal_says_why_and_begins_with_no_digits(pad):
    type_in(pad, "48")
    pad.refuse("Come back later.")
    assert "Come back later." in words(pad)
    assert dots(pad) == 0


def test_back_tells_that_nobody_wants_in(pad, said, qtbot, entered):
    type_in(pad, "4829")
    with qtbot.waitSignal(pad.closed):
        touch(pad, said.back)
    assert entered == []


@pytest.mark.parametrize("digits", [IN_ORDER, MIXED])
def test_the_keys_stand_in_the_order_that_was_asked_for(show, digits):
    pad = show(digits)
    keys = [key for digit in digits for key in offers(pad, digit)]
    spots = [(place(key).top(), place(key).left()) for key in keys]
    assert spots == sorted(spots)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_every_key_is_large_enough_and_on_the_screen(show, context, size):
    pad = show(size=size)
    side = context.look.metrics.px(TOUCH_MM)
    keys = seen(pad, TouchButton)
    assert len(keys) == 13
    assert pad.size().toTuple() == size
    for key in keys:
        assert min(key.width(), key.height()) >= side
        assert pad.rect().contains(place(key))


def test_the_red_flag_stays_in_sight(pad, context):
    [strip] = seen(pad, RedFlagStrip)
    assert context.pack.strings.red_flag in words(strip)
    assert strip.visibleRegion().boundingRect() == strip.rect()
