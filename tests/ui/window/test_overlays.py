"""What is in front of the page: opened, closed, and what comes back after it."""

import pytest

from kiosk.content.blocks import Link
from kiosk.domain.preferences import PreferenceQuestion, Preferences, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.screens.home_view import HomeView
from kiosk.ui.screens.qr_code_view import QrCodeView
from kiosk.ui.widgets.choice_view import ChoiceView
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.idle_notice import IdleNotice
from kiosk.ui.widgets.visit_strip import VisitStrip
from tests.support.screen import LANDSCAPE, PORTRAIT, place, seen, settle, touch, words

LINK = Link("CDC: a source", "https://www.cdc.gov/botulism")
URGENT = Visit(page="check", answers=frozenset({"choking"}))
OPENED = {
    "code": lambda shown: shown.overlays.show_qr_code(LINK),
    "keys": lambda shown: shown.overlays.show_key_help(),
    **{
        question.value: lambda shown, q=question: shown.ask_preference(q)
        for question in PreferenceQuestion
    },
}
EACH = pytest.mark.parametrize("opened", OPENED.values(), ids=OPENED)


def overlays(shown):
    kinds = (EmergencyView, QrCodeView, ChoiceView)
    return [view for kind in kinds for view in seen(shown, kind)]


def close(shown, context):
    touch(shown, context.pack.strings.close_code)


@EACH
def test_an_overlay_is_in_front_until_it_is_closed(session, context, opened):
    shown = session()
    opened(shown)
    settle()
    assert overlays(shown) == [shown.front]
    assert shown.has_overlay
    close(shown, context)
    assert overlays(shown) == []
    assert isinstance(shown.front, HomeView)


@EACH
def test_an_emergency_comes_back_after_another_overlay(session, context, opened):
    shown = session(URGENT)
    shown.show_emergency()
    opened(shown)
    settle()
    assert not seen(shown, EmergencyView)
    assert shown.visit.shows_emergency
    close(shown, context)
    assert overlays(shown) == seen(shown, EmergencyView) == [shown.front]


def test_an_emergency_that_was_closed_does_not_come_back(session, context):
    shown = session(URGENT)
    shown.show_emergency()
    settle()
    touch(shown, context.pack.strings.back_to_answers)
    shown.overlays.show_qr_code(LINK)
    settle()
    close(shown, context)
    assert overlays(shown) == []
    assert not shown.visit.shows_emergency


@EACH
def test_the_first_page_closes_every_overlay(session, opened):
    shown = session(URGENT)
    shown.show_emergency()
    opened(shown)
    shown.go_home()
    settle()
    assert overlays(shown) == []
    assert not shown.visit.shows_emergency
    assert shown.visit.page == "home"


@EACH
def test_each_opening_and_closing_is_other_content(session, context, opened):
    shown, changes = session(), []
    shown.content_changed.connect(lambda: changes.append(shown.front))
    opened(shown)
    settle()
    [overlay] = overlays(shown)
    close(shown, context)
    assert changes == [overlay, shown.front]


def test_an_answer_to_a_question_requests_that_visit(session, qtbot):
    shown = session(Visit(page="vision"))
    shown.ask_preference(PreferenceQuestion.REACH)
    settle()
    with qtbot.waitSignal(shown.visit_change_requested) as requested:
        touch(shown, shown._context.pack.strings.reach_left)
    left = Preferences(reach=Reach.LEFT)
    assert requested.args == [Visit("vision", language="en", preferences=left)]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("reach", [Reach.USUAL, Reach.RIGHT])
@pytest.mark.parametrize("opened", [OPENED["code"], bool], ids=["code", "page"])
def test_the_idle_notice_is_over_everything_but_the_strip(session, size, reach, opened):
    shown = session(Visit(preferences=Preferences(reach=reach)), size)
    opened(shown)
    shown.overlays.show_idle_notice()
    settle()
    [notice], [strip] = seen(shown, IdleNotice), seen(shown, VisitStrip)
    [bar] = seen(shown, ControlsBar)
    below_strip = place(strip).translated(0, strip.height())
    below_strip.setBottom(place(bar).bottom())
    assert place(notice) == below_strip
    for part in (shown.front, bar):
        on_top = shown.childAt(place(part).center())
        assert on_top is notice or notice.isAncestorOf(on_top)


def test_the_idle_notice_follows_the_size_of_the_window(session):
    shown = session()
    shown.overlays.show_idle_notice()
    shown.resize(1700, 1000)
    settle()
    [notice], [strip] = seen(shown, IdleNotice), seen(shown, VisitStrip)
    assert notice.size().toTuple() == (1700, 1000 - strip.height())


def test_the_idle_notice_counts_and_goes_without_closing_what_is_open(session):
    shown = session()
    shown.overlays.show_qr_code(LINK)
    shown.overlays.show_idle_notice()
    shown.overlays.show_seconds_left(7)
    settle()
    [notice] = seen(shown, IdleNotice)
    assert "7" in words(notice)
    shown.overlays.hide_idle_notice()
    settle()
    assert seen(shown, IdleNotice) == []
    assert seen(shown, QrCodeView) == overlays(shown) == [shown.front]


def test_asked_twice_there_is_one_idle_notice(session):
    shown = session()
    shown.overlays.show_idle_notice()
    shown.overlays.show_idle_notice()
    settle()
    assert len(seen(shown, IdleNotice)) == 1
