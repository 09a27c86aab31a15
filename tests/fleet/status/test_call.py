"""A call is sent while the visitor waits, once, and taken by its own number alone."""

import os

import pytest

from kiosk.files.exchange import Message
from kiosk.fleet.status.call import PATIENCE_S, Call

NUMBER, OTHER = "00112233445566ff", "ff66554433221100"
LONG_AGO = 1_000_000_000


@pytest.fixture
def call(place, clock):
    return Call(place, clock.clock.seconds)


def waits(place, number=NUMBER):
    place.write(Message.CALL, {"call": number})


def test_it_is_sent_once(call, place):
    assert call.look() == ""
    waits(place)
    assert call.look() == NUMBER
    call.sent()
    assert call.look() == ""


def test_it_is_sent_again_where_it_may_have_gone_with_a_connection(call, place):
    waits(place)
    call.look()
    call.sent()
    call.may_be_lost()
    assert call.look() == NUMBER


def test_nobody_is_called_to_a_visitor_who_was_sent_to_the_desk(call, place, clock):
    waits(place)
    assert call.look() == NUMBER
    clock.advance(PATIENCE_S)
    assert call.look() == ""


def test_a_call_that_was_left_behind_is_not_sent(call, place):
    waits(place)
    os.utime(place.path(Message.CALL), (LONG_AGO, LONG_AGO))
    assert call.look() == ""


@pytest.mark.parametrize(
    "number", ["", "1f", "../../x", "0" * 65, 7, None, ["00112233"]]
)
def test_what_is_no_number_is_no_call(call, place, number):
    waits(place, number)
    assert call.look() == ""


@pytest.mark.parametrize("wrong", [b"", b"restart", OTHER.encode(), b"\xff" * 1000])
def test_what_is_no_receipt_for_it_is_ignored(call, place, wrong):
    call.take(wrong)
    waits(place)
    call.look()
    call.take(wrong)
    assert place.read(Message.ANSWER) is None


def test_a_receipt_is_the_answer_for_as_long_as_the_call(call, place):
    waits(place)
    call.look()
    call.take(NUMBER.encode())
    assert place.read(Message.ANSWER) == {"call": NUMBER}
    waits(place, OTHER)
    assert call.look() == OTHER
    assert place.read(Message.ANSWER) is None
    call.take(NUMBER.encode())
    assert place.read(Message.ANSWER) is None


def test_nothing_of_an_earlier_call_is_left_at_the_start(call, place):
    place.write(Message.ANSWER, {"call": NUMBER})
    call.begin()
    assert place.read(Message.ANSWER) is None
