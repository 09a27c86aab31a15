"""One visit: what every touch leads to, and what must never be offered."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from kiosk.domain.booking import Booking
from kiosk.domain.triage import Checklist, Level
from kiosk.domain.visit import Visit
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.widgets.advice_panel import AdvicePanel
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.docked_qr_code import DockedQrCode
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.widgets.tab_rail import TabRail
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.widgets.visit_strip import VisitStrip
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    go,
    place,
    scanned,
    seen,
    settle,
    touch,
    words,
)
from tests.support.shipped import CONTENT

PAGES = sorted(path.stem for path in (CONTENT / "en").glob("*.md"))
BOTH = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
URGENT = "trouble-swallowing"
CHECK = Visit(page="check")


def booking_codes(session):
    """Return the codes inside the open page, not the docked one."""
    docks = session.findChildren(DockedQrCode)
    codes = seen(session, QrCode)
    return [c for c in codes if not any(dock.isAncestorOf(c) for dock in docks)]


def titles(session):
    """Return what is written as a title, or as a section where that has no room."""
    styles, labels = ("title", "section"), seen(session, QLabel)
    return [label.text() for label in labels if label.property("textStyle") in styles]


def cards(session):
    return [card.property("card") for card in seen(session, CareCardView)]


@BOTH
@pytest.mark.parametrize("page", PAGES)
def test_touching_a_tab_opens_its_page(session, context, size, page):
    start = "book" if page == "home" else "home"
    shown, opened = session(Visit(page=start), size), context.pack.page(page)
    assert opened.title not in titles(shown)
    go(shown, page)
    assert opened.title in titles(shown)


@BOTH
@pytest.mark.parametrize("page", PAGES)
def test_the_red_flag_is_on_top_of_every_page(session, context, size, page):
    shown = session(Visit(page=page), size)
    [strip] = seen(shown, VisitStrip)
    assert context.pack.strings.red_flag in words(strip)
    assert strip.pos().toTuple() == (0, 0)
    assert strip.width() == shown.width()
    assert strip.visibleRegion().boundingRect() == strip.rect()


@BOTH
def test_one_symptom_that_cannot_wait_covers_everything(session, context, size):
    shown = session(CHECK, size)
    touch(shown, context.pack.answers[URGENT])
    [alarm] = seen(shown, EmergencyView)
    assert alarm.visibleRegion().boundingRect() == alarm.rect()
    assert seen(shown, AdvicePanel) == seen(shown, TabRail) == []
    assert seen(shown, VisitStrip) == seen(shown, ControlsBar) == []
    assert place(alarm) == shown.rect()


@pytest.fixture
def assessed(monkeypatch):
    """Note the answers of every assessment."""
    noted, assess = [], Checklist.assess

    def note(checklist, answers):
        noted.append(answers)
        return assess(checklist, answers)

    monkeypatch.setattr(Checklist, "assess", note)
    return noted


@BOTH
@pytest.mark.parametrize("answer", [URGENT, "drooping-eyelid"])
def test_one_tick_is_assessed_once(session, context, assessed, size, answer):
    shown = session(CHECK, size)
    [row] = [row for row in seen(shown, TickRow) if row.objectName() == answer]
    assessed.clear()
    row.click()
    settle()
    assert assessed == [frozenset({answer})]


def test_a_page_is_opened_without_another_assessment(session, context, assessed):
    shown = session(Visit(answers=frozenset({"drooping-eyelid"})))
    assert assessed == [frozenset({"drooping-eyelid"})]
    for page in context.pack.pages:
        shown.go_to(page.id)
    assert len(assessed) == 1


@BOTH
def test_with_the_emergency_open_a_visit_can_still_be_ended(session, qtbot, size):
    shown = session(CHECK, size)
    shown.show_emergency()
    with qtbot.waitSignal(shown.finished):
        touch(shown, shown._context.pack.strings.finished)


@BOTH
def test_one_touch_leads_back_from_the_emergency_and_keeps_the_tick(
    session, context, size
):
    shown, asked = session(CHECK, size), context.pack.answers[URGENT]
    touch(shown, asked)
    touch(shown, context.pack.strings.back_to_answers)
    assert not seen(shown, EmergencyView)
    assert [row.accessibleName() for row in ticked(shown)] == [asked]


def ticked(session):
    return [row for row in seen(session, TickRow) if row.isChecked()]


def test_the_emergency_comes_back_at_a_touch(session, context):
    shown = session(Visit(page="check", answers=frozenset({URGENT})))
    touch(shown, context.pack.strings.show_again)
    assert seen(shown, EmergencyView)


def test_a_second_urgent_answer_does_not_cover_the_list_again(session, context):
    shown = session(Visit(page="check", answers=frozenset({URGENT})))
    touch(shown, context.pack.answers["choking"])
    assert not seen(shown, EmergencyView)


@BOTH
def test_the_docked_code_goes_while_help_is_needed_first(session, context, size):
    shown, asked = session(CHECK, size), context.pack.answers[URGENT]
    assert seen(shown, DockedQrCode)
    touch(shown, asked)
    touch(shown, context.pack.strings.back_to_answers)
    assert not seen(shown, QrCode)
    touch(shown, asked)
    assert len(seen(shown, QrCode)) == 1


@BOTH
def test_nothing_covers_the_docked_code(session, size):
    shown = session(CHECK, size)
    [dock] = seen(shown, DockedQrCode)
    foot = dock.mapTo(shown, dock.rect().bottomLeft())
    found = shown.childAt(foot + QPoint(dock.width() // 2, -1))
    assert found is dock or dock.isAncestorOf(found)


@BOTH
def test_a_code_too_fine_to_dock_is_on_the_booking_page_alone(session, contexts, size):
    booking = Booking("https://clinic.example/?" + "x" * 500)
    long = replace(contexts, clinic=replace(contexts.clinic, booking=booking))
    assert not seen(session(Visit(page="vision"), size, long), QrCode)
    [code] = seen(session(Visit(page="book"), size, long), QrCode)
    assert scanned(code) == booking.template


@BOTH
def test_no_booking_code_is_in_the_emergency(session, context, size):
    shown = session(CHECK, size)
    assert seen(shown, QrCode)
    touch(shown, context.pack.answers[URGENT])
    [alarm] = seen(shown, EmergencyView)
    assert not alarm.findChildren(QrCode)
    assert not seen(shown, QrCode)


@BOTH
def test_the_booking_page_has_a_code(session, size):
    assert len(booking_codes(session(Visit(page="book"), size))) == 1


@BOTH
def test_the_booking_page_asks_to_get_help_first(session, context, size):
    shown = session(Visit(page="book", answers=frozenset({URGENT})), size)
    assert not seen(shown, QrCode)
    assert context.pack.advice[Level.EMERGENCY].heading in words(shown)


@BOTH
def test_a_booking_page_that_was_open_before_loses_its_code(session, context, size):
    shown = session(Visit(page="book"), size)
    go(shown, "check")
    touch(shown, context.pack.answers[URGENT])
    touch(shown, context.pack.strings.back_to_answers)
    go(shown, "book")
    assert not seen(shown, QrCode)


def test_the_booking_page_has_its_code_back_with_the_answer(session, context):
    shown = session(Visit(page="book", answers=frozenset({URGENT})))
    go(shown, "check")
    touch(shown, context.pack.answers[URGENT])
    go(shown, "book")
    assert len(booking_codes(shown)) == 1


@BOTH
def test_none_of_these_shows_that_the_list_has_no_advice(session, context, size):
    shown = session(CHECK, size)
    assert cards(shown) == []
    touch(shown, context.pack.strings.none_of_these)
    assert cards(shown) == ["information"]


def test_none_of_these_cannot_take_an_answer_back(session, context):
    shown = session(Visit(page="check", answers=frozenset({"drooping-eyelid"})))
    touch(shown, context.pack.strings.none_of_these)
    assert context.pack.strings.none_taken in words(shown)
    assert len(ticked(shown)) == 1
    assert cards(shown) == ["same-day"]


def test_an_answer_takes_none_of_these_back(session, context):
    shown = session(Visit(page="check", none_of_these=True))
    asked = context.pack.answers["drooping-eyelid"]
    touch(shown, asked)
    assert [row.accessibleName() for row in ticked(shown)] == [asked]


@BOTH
def test_a_drooping_eyelid_is_seen_the_same_day_at_once(session, context, size):
    shown = session(CHECK, size)
    touch(shown, context.pack.answers["drooping-eyelid"])
    assert cards(shown) == ["same-day"]
    assert not seen(shown, EmergencyView)


def test_the_advice_is_on_the_page_it_is_about_and_is_there_when_one_comes_back(
    session, context
):
    shown = session(Visit(page="check", answers=frozenset({"drooping-eyelid"})))
    shown.go_to("home")
    settle()
    assert "same-day" not in cards(shown)
    shown.go_to("check")
    settle()
    assert cards(shown) == ["same-day"]


def test_the_emergency_says_the_symptoms_touched(session, context):
    shown = session(CHECK)
    touch(shown, context.pack.answers[URGENT])
    assert any("“I have this: trouble swallowing.”" in said for said in words(shown))


def test_the_docked_code_knows_the_page_and_not_the_answers(session, context):
    shown = session(Visit(page="vision", answers=frozenset({"tension"})))
    [code] = seen(shown, QrCode)
    assert scanned(code) == "https://clinic.example/book?about=vision"


def test_a_tile_opens_its_page(session, context):
    shown, opened = session(), context.pack.page("vision")
    [tile] = [b for b in seen(shown, TouchButton) if b.objectName() == "tile vision"]
    tile.click()
    settle()
    assert opened.title in words(shown)


def test_a_page_whose_own_name_makes_its_code_too_dense_has_none(session):
    """The names of a clinic's own pages may be longer than those that came along."""
    shown = session()
    [dock] = seen(shown, DockedQrCode)
    dock.show_address("https://clinic.example/book?about=" + "x" * 250)
    assert not seen(dock, QrCode)
    shown.go_to("vision")
    assert seen(dock, QrCode)
