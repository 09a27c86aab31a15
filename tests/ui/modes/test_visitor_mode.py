"""Visits, and the screens between them. Kiosks shipped each fault named here."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from kiosk.content.attract_slides import slides
from kiosk.domain.idle import IdlePolicy
from kiosk.domain.mode import RULES, Mode
from kiosk.domain.opening_hours import ALWAYS, Hours
from kiosk.domain.visit import Visit
from kiosk.domain.visit_policy import VisitPolicy
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.input_gate import MOMENT_S
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.dark_view import DarkView
from kiosk.ui.widgets.idle_notice import IdleNotice
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.widgets.visit_strip import VisitStrip
from kiosk.ui.window.session import Session
from tests.support.input_devices import InputDevices
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    WIDTH_MM,
    offers,
    place,
    seen,
    settle,
    touch,
    words,
)

DROOP = Visit(page="check", answers=frozenset({"drooping-eyelid"}))
OFFICE = Hours.parse({"monday": "09:00-17:00", "sunday": "closed"})


@pytest.fixture
def attend(shell, clock):
    """Return what starts the visitors' mode of the shell."""

    def begin(hours=ALWAYS, *, attract=False):
        visitor_mode = VisitorMode(
            shell, VisitPolicy(IdlePolicy(), hours, attract), clock.clock
        )
        visitor_mode.start()
        EventChain(shell, Handlers(input_gate=visitor_mode.gate))
        settle()
        return visitor_mode

    return begin


@pytest.fixture
def devices(shell):
    return InputDevices(shell)


@pytest.fixture
def wait(clock):
    def pass_by(visitor_mode, seconds):
        clock.advance(seconds)
        visitor_mode.idle_timer.tick()
        settle()

    return pass_by


@pytest.fixture
def wait_until_asked(shell, wait):
    def pass_by(visitor_mode):
        wait(visitor_mode, IdlePolicy().allowed(shell.session.word_count))
        assert seen(shell, IdleNotice)

    return pass_by


@pytest.fixture
def asked(attend, shell, devices, wait_until_asked, clock):
    """Return the mode of a kiosk that asks a visitor with an answer given."""
    visitor_mode = attend()
    devices.click()
    shell.open(DROOP)
    settle()
    wait_until_asked(visitor_mode)
    return visitor_mode


def ticks(shell):
    return shell.session.visit.answers


def test_an_idle_visit_goes_back_to_the_first_page(asked, shell, wait, context):
    before = shell.session
    wait(asked, 30)
    assert shell.session is not before
    assert shell.session.visit == Visit(page=context.pack.pages[0].id)


def test_nothing_of_the_visit_before_is_left_after_a_reset(asked, shell, wait):
    wait(asked, 30)
    assert ticks(shell) == frozenset()
    assert len(shell.findChildren(Session)) == 1


def test_there_is_a_warning_before_a_reset(asked, shell, context):
    """InfoStation resets without one, Webview Kiosk warns for 5 seconds."""
    [notice] = seen(shell, IdleNotice)
    assert context.pack.strings.still_there in words(notice)
    assert "30" in words(notice)


def test_the_warning_counts_down(asked, shell, wait):
    wait(asked, 12)
    [notice] = seen(shell, IdleNotice)
    assert "18" in words(notice)


def test_the_red_flag_stays_in_sight_during_the_warning(asked, shell):
    [notice], [strip] = seen(shell, IdleNotice), seen(shell, VisitStrip)
    assert place(notice).top() > place(strip).bottom() > 0
    assert strip.visibleRegion().boundingRect() == strip.rect()


@pytest.mark.parametrize("spot", [(5, 5), (960, 540), (1900, 1060), (300, 300)])
def test_one_touch_anywhere_answers_the_warning(asked, shell, devices, spot):
    devices.tap(*spot)
    assert not seen(shell, IdleNotice)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_A])
def test_any_key_answers_the_warning(asked, shell, devices, key):
    devices.press(key)
    assert not seen(shell, IdleNotice)


def test_the_touch_that_answers_does_nothing_else(asked, shell, devices, context):
    [finish] = offers(shell, context.pack.strings.finished)
    before = shell.session
    devices.tap(*devices.middle_of(finish))
    assert shell.session is before
    assert ticks(shell) == DROOP.answers


def test_an_answered_warning_leaves_everything_as_it_was(asked, shell, devices):
    picture = shell.session.grab
    [notice] = seen(shell, IdleNotice)
    notice.hide()
    before = picture().toImage()
    notice.show()
    devices.tap()
    assert picture().toImage() == before


def test_the_warning_can_be_answered_again_and_again(
    asked, shell, devices, wait_until_asked
):
    for _ in range(12):
        devices.tap()
        assert not seen(shell, IdleNotice)
        wait_until_asked(asked)
    assert ticks(shell) == DROOP.answers


def test_a_form_is_not_lost_while_its_reader_reads(attend, shell, devices, wait):
    """managed-view #19: the timer ran out before the page could be read."""
    visitor_mode = attend()
    devices.click()
    shell.open(Visit(page="about-botox"))
    settle()
    reading = sum(len(line.split()) for line in words(shell.session)) / 120 * 60
    wait(visitor_mode, 60 + reading * 0.8)
    assert not seen(shell, IdleNotice)


def test_reading_time_counts_the_words_of_the_page(shell):
    shell.open(Visit(page="about-botox"))
    settle()
    assert 350 < shell.session.word_count < 1600
    shell.open(Visit(page="check"))
    settle()
    few = shell.session.word_count
    shell.session.show_emergency()
    assert 0 < shell.session.word_count < few


def test_using_the_kiosk_with_a_screen_reader_counts(attend, shell, devices, wait):
    """FreeKiosk #195: what was not a touch did not count, and threw people out."""
    visitor_mode = attend()
    devices.click()
    for page in ("vision", "check", "book"):
        wait(visitor_mode, 59)
        shell.session.go_to(page)
    assert not seen(shell, IdleNotice)


def test_i_have_finished_ends_the_visit_at_once(attend, shell, devices, context):
    """GOV.UK's "Exit this page": one touch leaves."""
    attend()
    devices.click()
    shell.open(DROOP)
    touch(shell, context.pack.strings.finished)
    assert ticks(shell) == frozenset()


@pytest.mark.parametrize("open_it", ["emergency", "code"])
def test_i_have_finished_stands_on_every_screen(attend, shell, context, open_it):
    attend()
    shell.open(DROOP)
    if open_it == "code":
        source = next(s for s in context.pack.page("vision").sources if s.address)
        from kiosk.content.blocks import Link

        shell.session.overlays.show_qr_code(Link(source.citation, source.address))
    else:
        shell.session.show_emergency()
    settle()
    touch(shell, context.pack.strings.finished)
    assert ticks(shell) == frozenset()
    assert not shell.session.has_overlay


def test_after_a_visit_the_attract_screen_invites(attend, shell, context):
    attend(attract=True)
    shell.open(DROOP)
    shell.finish()
    settle()
    assert context.pack.strings.invitation in words(shell)
    assert not seen(shell, Session)


def test_the_attract_screen_can_be_off(attend, shell):
    """pikiosk #11: some operators never want it."""
    attend(attract=False)
    assert seen(shell, Session)
    assert not shell.findChildren(Attract)


def test_the_red_flag_stays_on_the_attract_screen(attend, shell, context):
    attend(attract=True)
    [strip] = seen(shell, RedFlagStrip)
    assert words(strip) == ["", context.pack.strings.red_flag]
    assert strip.visibleRegion().boundingRect() == strip.rect()


@pytest.mark.parametrize("way", ["click", "tap", "turn_wheel"])
def test_a_touch_wakes_the_attract_screen(attend, shell, devices, way):
    """lovelace-wallpanel #564: taps did not wake it."""
    attend(attract=True)
    getattr(devices, way)()
    assert seen(shell, Session)
    assert not seen(shell, Attract)


def test_the_touch_that_wakes_presses_nothing_under_it(attend, shell, devices):
    """The most repeated fault: touchkio #61, FullPageOS #372, KlipperScreen #1490."""
    attend(attract=True)
    shell.hide_screen()
    settle()
    tile = next(
        t for t in seen(shell, TouchButton) if t.objectName() == "tile breathing"
    )
    spot = devices.middle_of(tile)
    attend_again(shell)
    devices.tap(*spot)
    assert shell.session.visit.page == "home"


def attend_again(shell):
    shell.finish()
    settle()


def test_a_second_touch_right_after_waking_presses_nothing(
    attend, shell, devices, clock, context
):
    attend(attract=True)
    devices.tap(600, 600)
    spots = [(x, y) for x in range(420, 1900, 240) for y in range(200, 1000, 150)]
    for spot in spots:
        devices.tap(*spot)
    assert shell.session.visit.page == context.pack.pages[0].id
    clock.advance(MOMENT_S)
    tile = next(
        t for t in seen(shell, TouchButton) if t.objectName() == "tile breathing"
    )
    devices.tap(*devices.middle_of(tile))
    assert shell.session.visit.page == "breathing"


def test_the_second_tap_of_finishing_does_not_wake_the_screen(
    attend, shell, devices, clock
):
    attend(attract=True)
    devices.tap()
    clock.advance(10)
    shell.finish()
    devices.tap()
    assert seen(shell, Attract)


def test_the_attract_screen_changes_at_most_once_a_second(attend, shell):
    attend(attract=True)
    [attract] = seen(shell, Attract)
    assert attract._timer.interval() >= 1000


def test_the_attract_screen_tells_the_pages_facts_in_every_language(
    attend, shell, contexts
):
    attend(attract=True)
    [attract] = seen(shell, Attract)
    told = set()
    for _ in slides(contexts.library.ready_packs):
        told.update(words(attract))
        attract.next_slide()
        settle()
    assert len(contexts.library.ready_packs) == 3
    for pack in contexts.library.ready_packs:
        assert {page.fact for page in pack.pages if page.fact} <= told


def at(clock, hour, minute=0, day=23):
    clock.wall = datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(("hour", "dark"), [(12, False), (8, True), (18, True)])
def test_outside_hours_the_screen_is_black(attend, shell, clock, hour, dark):
    at(clock, hour)
    attend(OFFICE, attract=True)
    assert bool(seen(shell, DarkView)) is dark
    if dark:
        colours = {shell.grab().toImage().pixelColor(x, 500).name() for x in (5, 900)}
        assert colours == {"#000000"}


def test_hours_over_midnight_keep_the_screen_lit(attend, shell, clock):
    """FreeKiosk #157: overnight ranges were rejected."""
    at(clock, 1, day=24)
    attend(Hours.parse({"monday": "18:00-02:00", "tuesday": "closed"}), attract=True)
    assert seen(shell, Attract)


def test_the_screen_goes_dark_when_the_clinic_closes(attend, shell, clock):
    at(clock, 16, 59)
    visitor_mode = attend(OFFICE, attract=True)
    assert seen(shell, Attract)
    at(clock, 17)
    visitor_mode.check_opening_hours()
    settle()
    assert seen(shell, DarkView)


def test_a_touch_wakes_the_dark_screen(attend, shell, devices, clock):
    at(clock, 20)
    attend(OFFICE)
    devices.tap()
    assert seen(shell, Session)


def test_closing_time_ends_no_visit(attend, shell, devices, clock, qtbot):
    at(clock, 16, 59)
    visitor_mode = attend(OFFICE)
    devices.tap()
    shell.open(DROOP)
    at(clock, 17)
    with qtbot.waitSignal(visitor_mode.hours_changed):
        visitor_mode.check_opening_hours()
    assert ticks(shell) == DROOP.answers
    assert not seen(shell, DarkView)


def test_closing_time_takes_no_emergency_away(attend, shell, devices, clock, qtbot):
    at(clock, 16, 59)
    visitor_mode = attend(OFFICE)
    devices.tap()
    shell.session.show_emergency()
    at(clock, 17)
    with qtbot.assertNotEmitted(visitor_mode.hours_changed):
        visitor_mode.check_opening_hours()
    assert shell.session.has_overlay


def test_cleaning_makes_touch_dead_for_a_minute(attend, shell, devices, clock):
    """kiosk-satellite #495: wiping the glass pressed things."""
    visitor_mode = attend()
    visitor_mode.clean()
    settle()
    for x in range(5, 1900, 200):
        devices.tap(x, 540)
    [cleaning] = seen(shell, CleaningView)
    clock.advance(RULES[Mode.CLEANING].silence.after_s - 1)
    visitor_mode.idle_timer.tick()
    devices.tap()
    assert "1" in words(cleaning)
    clock.advance(1)
    visitor_mode.idle_timer.tick()
    settle()
    assert not seen(shell, CleaningView)
    assert seen(shell, Session)


def test_cleaning_ends_the_visit_before(attend, shell, devices):
    visitor_mode = attend()
    devices.tap()
    shell.open(DROOP)
    visitor_mode.clean()
    assert ticks(shell) == frozenset()


def test_the_warning_keeps_the_place_on_the_page(
    asked, shell, devices, wait_until_asked
):
    devices.tap()
    shell.open(Visit(page="about-botox"))
    settle()
    area = next(a for a in seen(shell, QScrollArea))
    area.verticalScrollBar().setValue(400)
    wait_until_asked(asked)
    devices.tap()
    assert area.verticalScrollBar().value() == 400


def test_the_first_touch_after_a_suspend_sees_nothing_of_the_visit(
    attend, shell, devices, clock
):
    attend()
    devices.tap()
    shell.open(DROOP)
    clock.advance(8 * 3600)
    devices.tap(900, 500)
    assert ticks(shell) == frozenset()
    assert shell.session.visit.page == "home"


def test_opening_time_brings_the_words_to_the_attract_screen(
    attend, shell, devices, clock, contexts_for, wait
):
    at(clock, 8, 59)
    closed = contexts_for(LANDSCAPE, WIDTH_MM, is_open=False)
    shell.start(closed)
    visitor_mode = attend(OFFICE, attract=True)
    told = {True: contexts_for(LANDSCAPE, WIDTH_MM), False: closed}
    visitor_mode.hours_changed.connect(lambda is_open: shell.serve(told[is_open]))
    devices.tap()
    shell.session.show_emergency()
    at(clock, 9)
    visitor_mode.check_opening_hours()
    clock.advance(10_000)
    visitor_mode.idle_timer.tick()
    settle()
    [strip] = seen(shell, RedFlagStrip)
    assert words(strip)[1] == told[True].of(Visit()).pack.strings.red_flag


def test_turning_the_screen_keeps_the_question(asked, shell):
    shell.resize(*PORTRAIT)
    settle()
    assert seen(shell, IdleNotice)


def test_after_it_has_left_a_touch_does_nothing(attend, shell, devices):
    visitor_mode = attend()
    visitor_mode.stop()
    shell.show_trouble("a problem")
    devices.tap()
    assert visitor_mode.mode is Mode.TROUBLE
