"""The opening hours in words."""

from datetime import UTC, datetime

import pytest

from kiosk.content.hours_in_words import HoursRow, hours_of_week, hours_today, in_words
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import Hours
from tests.support.shipped import library_of

CLINIC = Clinic(name="Alaa Arif")
SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
WEEK = Hours.parse(
    dict.fromkeys(("monday", "tuesday", "wednesday"), "09:00-17:00")
    | {"thursday": "09:00-12:00, 14:00-18:00", "sunday": "closed"}
)


@pytest.fixture
def pack():
    return library_of(CLINIC).pack("en")


def test_days_in_a_row_with_the_same_hours_are_one_line_and_today_is_marked(pack):
    assert [row.days for row in hours_of_week(WEEK, SUNDAY, pack)] == [
        "Monday to Wednesday",
        "Thursday",
        "Sunday",
    ]
    *_, last = hours_of_week(WEEK, SUNDAY, pack)
    assert last == HoursRow("Sunday", "closed", has_today=True)


def test_a_day_of_which_nothing_is_known_has_no_line(pack):
    friday = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
    assert hours_today(WEEK, friday, pack) == ""
    assert hours_today(WEEK, SUNDAY, pack) == "Today: closed"


def test_a_span_never_breaks_and_spans_do(pack):
    text = in_words("09:00-12:00, 14:00-18:00", pack)
    assert text.split(" ") == ["09:00\xa0to\xa012:00;", "14:00\xa0to\xa018:00"]


def test_hours_are_in_the_digits_of_the_language():
    arabic = library_of(CLINIC).pack("ar")
    assert "٠٩:٠٠" in in_words("09:00-17:00", arabic)
