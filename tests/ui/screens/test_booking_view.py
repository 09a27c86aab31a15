"""The booking page: everything on one screen, in every look."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QScrollArea

from kiosk.domain.booking import Booking
from kiosk.domain.holidays import Holiday
from kiosk.domain.opening_hours import DAYS, Hours
from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.screens.booking_view import BookingView
from kiosk.ui.widgets.qr_code import QrCode
from tests.support.screen import (
    CLINIC,
    SETTINGS,
    go,
    place,
    scanned,
    seen,
    settle,
    words,
)

SCREENS = {
    "21.5 landscape": ((1920, 1080), 476.0),
    "21.5 portrait": ((1080, 1920), 268.0),
    "10.1 landscape": ((1280, 800), 217.0),
    "10.1 portrait": ((800, 1280), 136.0),
    "15 old": ((1024, 768), 305.0),
}
BUSY = replace(
    CLINIC,
    phone="020 7946 0123",
    desk="the desk by the front door",
    hours=Hours.parse(
        {day: f"0{index}:00-12:00, 14:00-18:00" for index, day in enumerate(DAYS)}
    ),
)


@pytest.fixture
def booking(session, contexts_for):
    """Open the booking page of a clinic on a screen."""

    def show(clinic=BUSY, screen="21.5 landscape", language="en", **preferences):
        size, width_mm = SCREENS[screen]
        settings = replace(SETTINGS, clinic=clinic)
        contexts = contexts_for(size, width_mm, settings=settings, speech=True)
        visit = Visit(
            page="book", language=language, preferences=Preferences(**preferences)
        )
        shown = session(visit, size, contexts)
        settle()
        [view] = seen(shown, BookingView)
        return view

    return show


@pytest.mark.parametrize(
    ("closed", "is_said"), [("01-01 to 12-31", True), ("2001-01-01", False)]
)
def test_a_holiday_is_said_above_the_hours_of_the_week(booking, closed, is_said):
    hours = replace(BUSY.hours, holidays=(Holiday.parse(closed),))
    view = booking(replace(BUSY, hours=hours))
    assert ("Today: closed" in words(view)) is is_said


@pytest.mark.parametrize("listening", [False, True])
@pytest.mark.parametrize("text", [0, 3])
@pytest.mark.parametrize("language", ["es", "ar"])
@pytest.mark.parametrize("screen", SCREENS)
def test_code_and_phone_are_whole_without_a_touch(
    booking, screen, language, text, listening
):
    view = booking(screen=screen, language=language, text=text, listening=listening)
    [area] = seen(view, QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    [code] = seen(view, QrCode)
    phone = next(label for label in seen(view, QLabel) if "7946" in label.text())
    for part in (code, phone):
        assert part.visibleRegion().boundingRect() == part.rect()
    assert phone.minimumSizeHint().width() <= phone.width()
    assert scanned(code) == "https://clinic.example/book?about=book"


def test_what_to_ask_is_there_where_a_short_week_leaves_room(shell):
    """Opened from Home, at a size it did not have when it was built."""
    go(shell, "book")
    assert f"Why choose {CLINIC.name}" in words(shell)


def test_the_address_is_short_enough_to_type(booking):
    assert "clinic.example/book" in words(booking())


@pytest.mark.parametrize(("language", "is_right"), [("en", True), ("ar", False)])
def test_hours_stand_next_to_their_days(booking, language, is_right):
    view = booking(screen="21.5 portrait", language=language)
    texts = {label.text(): label for label in seen(view, QLabel)}
    day = next(label for text, label in texts.items() if text in ("Sunday", "الأحد"))
    hours = [it for it in texts.values() if place(it).top() == place(day).top()]
    [time] = [it for it in hours if it is not day]
    gap = place(time).left() - place(day).right() if is_right else 0
    gap = gap or place(day).left() - place(time).right()
    assert 0 < gap < 40


def test_without_an_address_a_visitor_reads_how_to_book(booking):
    bare = replace(BUSY, booking=Booking(), phone="", hours=Hours.parse({}))
    view = booking(bare)
    assert seen(view, QrCode) == []
    assert "You can book a visit at the desk." in words(view)
