"""What is told of a kiosk, made of what its window and its updater report."""

import json

import pytest

from kiosk.domain.status_report import Attention, ProblemCount, State, StatusReport
from kiosk.domain.update_report import Freshness, UpdateReport
from kiosk.fleet.status.exchanged import BLANK
from kiosk.fleet.status.message import MOST_NAMES, KioskState, message_of

NOW = "2026-11-28T10:00:00+01:00"


def window(**told):
    return StatusReport(**({"version": "2", "time": NOW, "painted": NOW} | told))


@pytest.mark.parametrize(
    ("told", "silence", "state", "why"),
    [
        ({"open": True}, "", KioskState.OPEN, ""),
        ({"open": False}, "", KioskState.CLOSED, ""),
        (
            {"open": True, "state": State.TROUBLE, "trouble": "no content"},
            "",
            KioskState.TROUBLE,
            "no content",
        ),
        ({"open": True}, "silent", KioskState.TROUBLE, "silent"),
        ({"painted": "2026-11-28T09:58:59+01:00"}, "", KioskState.TROUBLE, BLANK),
        ({"painted": "2026-11-28T09:59:00+01:00"}, "", KioskState.CLOSED, ""),
        ({"painted": "", "started": NOW}, "", KioskState.CLOSED, ""),
        (
            {"painted": "", "started": "2026-11-28T09:50:00+01:00"},
            "",
            KioskState.TROUBLE,
            BLANK,
        ),
        ({"time": "", "painted": ""}, "", KioskState.CLOSED, ""),
        (
            {"attention": (Attention.SETTINGS, Attention.PROBLEMS)},
            "",
            KioskState.CLOSED,
            "a setting is wrong; a problem was reported",
        ),
    ],
)
def test_the_state_and_why(told, silence, state, why):
    message = message_of(window(**told), silence, None)
    assert (message.state, message.why) == (state, why)


def test_a_window_that_never_told_anything_is_trouble():
    message = message_of(None, "nothing yet", UpdateReport(fingerprint="f"))
    assert (message.state, message.why) == (KioskState.TROUBLE, "nothing yet")
    assert message.content_installed == "f"


def test_what_is_on_the_glass_is_told_beside_what_is_installed():
    refused = UpdateReport(state=Freshness.REFUSED, why="expired", fingerprint="new")
    told = json.loads(message_of(window(content_shown="old"), "", refused).json)
    assert (told["content_installed"], told["content_shown"]) == ("new", "old")
    assert (told["updates"], told["updates_why"]) == ("refused", "expired")
    assert (told["painted"], told["version"]) == (NOW, "2")


def test_without_an_updater_updates_are_none():
    assert json.loads(message_of(window(), "", None).json)["updates"] == "none"


def test_a_fault_that_is_mended_is_none():
    problems = (
        ProblemCount(text="sound", times=2),
        ProblemCount(text="page", times=1, mended=True),
    )
    assert message_of(window(problems=problems), "", None).faults == ("sound",)


def test_however_many_pages_there_are_the_message_stays_short():
    names = tuple(f"en/page-{number}" for number in range(20_000))
    faults = tuple("x" * 10_000 for _ in range(1000))
    told = window(unapproved=names, overdue=names, content_faults=faults)
    message = message_of(told, "", None)
    assert (message.unapproved, message.overdue) == (20_000, 20_000)
    assert message.unapproved_first == names[:MOST_NAMES]
    assert len(message.json) < 8000


def test_time_alone_is_no_news():
    before = message_of(window(), "", None)
    later = "2026-11-28T10:00:20+01:00"
    assert not message_of(window(time=later, painted=later), "", None).tells_more_than(
        before
    )
    assert message_of(window(open=True), "", None).tells_more_than(before)
    assert before.tells_more_than(None)
