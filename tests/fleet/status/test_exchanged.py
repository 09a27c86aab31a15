"""Files of the window and the updater, read when they change; clocks may be wrong."""

import os

import pytest

from kiosk.domain.status_report import StatusReport
from kiosk.domain.update_report import Freshness, UpdateReport
from kiosk.files.exchange import Message
from kiosk.fleet.status.exchanged import (
    NEVER,
    NO_UPDATES,
    SILENT,
    UNREADABLE,
    UPDATER_STALE_S,
    Reported,
    WatchedFile,
    believed,
    silence_of,
)
from tests.support.status_process import report

LONG_AGO = 1_000_000_000


@pytest.fixture
def window(place, clock):
    return Reported(
        WatchedFile(place, Message.REPORT, clock.clock.seconds), StatusReport
    )


def silence(window):
    window.look()
    return silence_of(window)


def test_a_window_that_reports_is_believed(window, place, clock):
    assert silence(window) == ""
    clock.advance(61)
    assert silence(window) == NEVER
    report(place, content_shown="a")
    assert silence(window) == ""
    assert window.value.content_shown == "a"


def test_one_that_falls_silent_is_not(window, place, clock):
    report(place)
    assert silence(window) == ""
    clock.advance(59)
    assert silence(window) == ""
    clock.advance(2)
    assert silence(window) == SILENT
    report(place)
    assert silence(window) == ""


def test_a_report_from_before_the_start_is_as_old_as_it_is(window, place):
    report(place)
    os.utime(place.path(Message.REPORT), (LONG_AGO, LONG_AGO))
    assert silence(window) == SILENT


def test_a_clock_that_is_set_makes_no_report_old(window, place):
    report(place)
    assert silence(window) == ""
    report(place)
    os.utime(place.path(Message.REPORT), (LONG_AGO, LONG_AGO))
    assert silence(window) == ""


def test_what_cannot_be_understood_is_told(window, place):
    report(place)
    assert silence(window) == ""
    place.write(Message.REPORT, {"state": "a new one", "version": "9"})
    assert silence(window) == UNREADABLE
    report(place)
    assert silence(window) == ""


def test_a_newer_window_may_tell_more(window, place):
    place.write(Message.REPORT, {"version": "9", "more": [1]})
    assert silence(window) == ""


@pytest.mark.parametrize("half", [None, "{"])
def test_a_report_that_is_gone_or_damaged_is_silence_after_a_minute(
    window, place, clock, half
):
    report(place)
    assert silence(window) == ""
    place.remove(Message.REPORT)
    if half:
        place.path(Message.REPORT).write_text(half)
    assert silence(window) == ""
    clock.advance(61)
    assert silence(window) == SILENT


def test_an_updater_that_is_gone_is_not_fresh_for_ever(place, clock):
    update = Reported(
        WatchedFile(place, Message.UPDATE, clock.clock.seconds), UpdateReport
    )

    def state():
        update.look()
        return believed(update).state

    update.look()
    assert believed(update) is None
    place.write(Message.UPDATE, {"state": "fresh"})
    assert state() is Freshness.FRESH
    clock.advance(UPDATER_STALE_S + 1)
    assert state() is Freshness.STALE
    assert believed(update).why == NO_UPDATES
    place.write(Message.UPDATE, {"state": "fresh"})
    assert state() is Freshness.FRESH
    place.write(Message.UPDATE, {"state": "refused", "why": "x"})
    clock.advance(UPDATER_STALE_S + 1)
    assert (state(), believed(update).why) == (Freshness.REFUSED, "x")
