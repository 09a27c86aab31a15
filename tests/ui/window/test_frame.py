"""The frame round a page: it leaves the page its share, and never moves."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain.preferences import PreferenceQuestion, Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.docked_qr_code import DockedQrCode
from kiosk.ui.widgets.pressed_name import PressedName
from kiosk.ui.widgets.tab_rail import TabRail
from kiosk.ui.widgets.visit_strip import VisitStrip
from kiosk.ui.window.page_views import PageViews
from kiosk.ui.window.session import Session
from tests.support.screen import LANDSCAPE, PORTRAIT, go, place, put_on, seen, settle

LONG = "The Riverside Clinic for Aesthetic Medicine & Skin"
SCREENS = {
    "21.5 landscape": (LANDSCAPE, 476.0),
    "21.5 portrait": (PORTRAIT, 268.0),
    "10.1 landscape": ((1280, 800), 217.0),
    "10.1 portrait": ((800, 1280), 136.0),
}
EACH_SCREEN = pytest.mark.parametrize("screen", SCREENS)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "es", "ar"])
URGENT = frozenset({"trouble-swallowing"})
PARTS = (VisitStrip, TabRail, DockedQrCode, PageViews, ControlsBar)


@pytest.fixture
def open_on(qapp, contexts_for, wearing):
    """Open a visit on a screen, in a clinic with a name of fifty letters."""

    def opened(screen, visit=Visit(), name=LONG):  # noqa: B008 - a frozen value
        size, width_mm = SCREENS[screen]
        contexts = contexts_for(size, width_mm, speech=True)
        clinic = replace(contexts.clinic, name=name)
        context = replace(contexts, clinic=clinic).of(visit)
        put_on(qapp, context.look)
        return wearing(Session(context, QSize(*size), visit), size, context.look)

    return opened


def visit_in(language, *, listening=False, **visit):
    return Visit(
        language=language, preferences=Preferences(listening=listening), **visit
    )


def places(shown):
    """Return where the parts are, and everything to touch outside of the page."""
    outside = [part for part in PARTS if part is not PageViews]
    parts = [part for kind in PARTS for part in seen(shown, kind)]
    buttons = [
        b
        for kind in outside
        for part in seen(shown, kind)
        for b in seen(part, QAbstractButton)
    ]
    return [place(it) for it in (*parts, *buttons)]


@EACH_SCREEN
def test_the_parts_are_where_the_layout_has_them(open_on, screen):
    shown = open_on(screen)
    layout = shown.screen_layout
    boxes = (layout.strip, layout.tabs, layout.code, layout.page, layout.bar)
    for kind, box in zip(PARTS, boxes, strict=True):
        [part] = seen(shown, kind)
        assert place(part).getRect() == box


@EACH_SCREEN
def test_a_long_name_of_the_clinic_moves_nothing(open_on, screen):
    def without_strip(name):
        shown = open_on(screen, name=name)
        seen(shown, VisitStrip)[0].hide()
        return places(shown)

    assert without_strip(LONG) == without_strip("A")


@EACH_SCREEN
def test_a_long_name_stays_on_the_glass_and_apart_from_the_words(open_on, screen):
    shown = open_on(screen)
    [name], [strip] = seen(shown, ClinicName), seen(shown, VisitStrip)
    [button] = seen(strip, QAbstractButton)
    assert place(strip).contains(place(name))
    assert not place(name).intersects(place(button))
    assert button.width() >= button.minimumSizeHint().width()
    assert button.height() >= button.heightForWidth(button.width())


@EACH_LANGUAGE
@pytest.mark.parametrize(
    "screen", ["21.5 landscape", "21.5 portrait", "10.1 landscape"]
)
def test_nothing_moves_from_page_to_page_nor_in_an_emergency(open_on, screen, language):
    shown = open_on(screen, visit_in(language))
    before = places(shown)
    for page in shown.pages:
        shown.go_to(page.id)
        settle()
        assert places(shown) == before, page.id
    urgent = open_on(screen, visit_in(language, answers=URGENT))
    assert places(urgent) == before


@EACH_SCREEN
@pytest.mark.parametrize("text", [0, 3])
def test_every_word_of_a_tab_has_its_room(open_on, screen, text):
    shown = open_on(screen, Visit(preferences=Preferences(text=text)))
    for tab in seen(seen(shown, TabRail)[0], QAbstractButton):
        assert tab.width() >= tab.minimumSizeHint().width()


def test_the_strip_leads_to_the_emergency(open_on):
    shown = open_on("21.5 landscape")
    [strip] = seen(shown, VisitStrip)
    seen(strip, QAbstractButton)[0].click()
    settle()
    assert seen(shown, EmergencyView)


@pytest.mark.parametrize("screen", ["21.5 landscape", "21.5 portrait", "10.1 portrait"])
@pytest.mark.parametrize("answers", [frozenset(), URGENT])
def test_the_docked_card_leads_to_booking(open_on, screen, answers):
    shown = open_on(screen, Visit(answers=answers))
    go(shown, "book")
    assert shown.visit.page == "book"


@pytest.mark.parametrize("screen", ["21.5 landscape", "21.5 portrait", "10.1 portrait"])
@pytest.mark.parametrize("page", ["check", "book"])
def test_with_large_words_check_and_book_are_one_touch_away(open_on, screen, page):
    shown = open_on(screen, Visit(page="vision", preferences=Preferences(text=3)))
    control = {"check": "checklist", "book": "booking"}[page]
    names = {f"tab {page}", control}
    outside = [*seen(shown, ControlsBar), *seen(shown, TabRail)]
    buttons = [b for part in outside for b in seen(part, QAbstractButton)]
    [way] = [b for b in buttons if b.objectName() in names]
    way.click()
    settle()
    assert shown.visit.page == page


def test_home_leads_back_from_a_question_too(open_on):
    shown = open_on("21.5 landscape", Visit(page="vision"))
    shown.ask_preference(PreferenceQuestion.TEXT)
    go(shown, "home")
    assert not shown.has_overlay
    assert shown.visit.page == shown.pages[0].id


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_icon_without_its_word_shows_it_while_it_is_pressed(open_on, language):
    shown = open_on("10.1 landscape", visit_in(language))
    [rail] = seen(shown, TabRail)
    assert not seen(shown, PressedName)
    tab = seen(rail, QAbstractButton)[2]
    QTest.mousePress(tab, Qt.MouseButton.LeftButton)
    [name] = seen(shown, PressedName)
    assert name.text() == tab.accessibleName()
    assert shown.rect().contains(place(name))
    QTest.mouseRelease(tab, Qt.MouseButton.LeftButton)
    assert not seen(shown, PressedName)
