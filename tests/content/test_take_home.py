"""The clinic's card, read by another library than the one that wrote it."""

from datetime import datetime

import pytest
import segno
from msgspec.structs import replace
from vobject.base import readOne

from kiosk.content.bidi import bare
from kiosk.content.take_home import contact_card
from kiosk.domain.clinic import Clinic
from kiosk.domain.handout import MOST_CARD_BYTES
from kiosk.domain.opening_hours import Hours
from tests.support.shipped import library_of

HOURS = Hours.parse({"monday": "09:00-12:00, 14:00-17:00", "sunday": "closed"})
CLINIC = Clinic(
    name="Park, Lee; Sons & Co",
    phone="+44 20 7946 0018",
    emergency_number="999",
    hours=HOURS,
)
NOW = datetime(2026, 11, 30, 12)  # noqa: DTZ001 - the clinic's own time
EACH = pytest.mark.parametrize("language", ["en", "es", "ar"])


@pytest.fixture
def card():
    def write(language="en", clinic=CLINIC):
        pack = library_of(clinic).packs[language]
        return contact_card(clinic.in_language(language, own="en"), pack, NOW)

    return write


@EACH
def test_a_phone_finds_the_name_the_number_and_what_to_watch_for(card, language):
    read = readOne(card(language))
    assert read.fn.value == CLINIC.name
    assert read.tel.value == CLINIC.phone
    watch_for = library_of(CLINIC).packs[language].strings.watch_for
    assert read.note.value.split("\n")[0] == bare(watch_for)
    assert "999" in read.note.value


def test_the_hours_are_in_the_note(card):
    read = readOne(card())
    assert read.note.value.split("\n")[1:] == [
        "Monday: 09:00 to 12:00; 14:00 to 17:00",
        "Sunday: closed",
    ]


@EACH
def test_the_card_is_in_a_code_that_old_phones_read(card, language):
    text = card(language)
    code = segno.make(text, error="l", encoding="utf-8", micro=False)
    assert code.version <= 15
    assert len(text.encode()) <= MOST_CARD_BYTES


def test_hours_that_have_no_room_are_left_out_before_what_to_watch_for(card):
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    week = {
        day: f"0{at}:00-12:00, 14:00-17:00, 19:00-21:00" for at, day in enumerate(days)
    }
    text = card(clinic=replace(CLINIC, hours=Hours.parse(week)))
    assert "999" in readOne(text).note.value
    assert "Monday" not in text


def test_a_name_that_leaves_no_room_for_the_note_makes_no_card(card):
    assert card(clinic=replace(CLINIC, name="x" * 300)) == ""


def test_a_clinic_without_a_phone_still_says_what_to_watch_for(card):
    read = readOne(card(clinic=Clinic(name="Park Clinic")))
    assert not hasattr(read, "tel")
    assert "your local emergency number" in read.note.value


@EACH
def test_no_mark_of_direction_is_in_the_card(card, language):
    assert not set(card(language)) & set("\u2066\u2067\u2068\u2069\u200e\u200f\u2060")
