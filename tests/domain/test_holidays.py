"""Days on which the clinic is closed, whatever the day of the week."""

from datetime import UTC, date, datetime

import pytest

from kiosk.domain.holidays import Holiday
from kiosk.domain.opening_hours import DAYS, Hours
from kiosk.errors import EntryError

OPEN = dict.fromkeys(DAYS, "09:00-17:00")


def at(day, hour):
    """Return an hour of December 2026."""
    return datetime(2026, 12, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "closed", "open_"),
    [
        ("2026-12-25", ["2026-12-25"], ["2026-12-24", "2026-12-26", "2027-12-25"]),
        ("12-25", ["2026-12-25", "2031-12-25"], ["2026-12-24", "2026-11-25"]),
        (
            "2026-12-24 to 2027-01-02",
            ["2026-12-24", "2026-12-31", "2027-01-02"],
            ["2026-12-23", "2027-01-03", "2027-12-24"],
        ),
        ("12-24 to 01-02", ["2029-12-24", "2030-01-01"], ["2030-01-03", "2030-12-23"]),
        ("02-29", ["2028-02-29"], ["2027-02-28", "2027-03-01"]),
        (" 2026-05-01/2026-05-02 ", ["2026-05-02"], ["2026-05-03"]),
        ("2026-05-01..2026-05-02", ["2026-05-01"], ["2026-04-30"]),
        ("2026-05-01 \u2013 2026-05-02", ["2026-05-02"], ["2026-05-03"]),
        ("2026-05-01 - 2026-05-02", ["2026-05-02"], ["2026-05-03"]),
    ],
)
def test_it_includes_its_days_alone(text, closed, open_):
    holiday = Holiday.parse(text)
    assert all(holiday.includes(date.fromisoformat(day)) for day in closed)
    assert not any(holiday.includes(date.fromisoformat(day)) for day in open_)


@pytest.mark.parametrize(
    "text",
    [
        *("", "christmas", "25.12.2026", "2026-13-01", "2027-02-29", "2026-1-1"),
        *("2026-12-24 to", "2026-12-24 to 01-02", "2026-12-24 to 2026-12-01"),
        *("2026-01-01 to 2026-01-02 to 2026-01-03", "00-00", "02-30"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(text):
    with pytest.raises(EntryError, match=r"12-25"):
        Holiday.parse(text)


def test_on_a_holiday_the_clinic_is_closed_all_day():
    hours = Hours.parse(OPEN, (Holiday.parse("2026-12-25"),))
    assert hours.is_open(at(24, 12))
    assert not hours.is_open(at(25, 12))
    assert hours.is_open(at(26, 12))
    assert hours.written_on(date(2026, 12, 25)) == "closed"
    assert hours.written_on(date(2026, 12, 26)) == "09:00-17:00"


def test_a_holiday_is_known_where_the_week_is_not():
    hours = Hours.parse({}, (Holiday.parse("12-25"),))
    assert not hours.is_open(at(25, 12))
    assert hours.is_open(at(26, 12))


def test_a_night_that_begins_on_a_holiday_does_not_go_on_after_it():
    week = dict.fromkeys(DAYS, "22:00-02:00")
    hours = Hours.parse(week, (Holiday.parse("2026-12-25"),))
    assert hours.is_open(at(24, 23))
    assert hours.is_open(at(25, 1))
    assert not hours.is_open(at(25, 23))
    assert not hours.is_open(at(26, 1))
    assert hours.is_open(at(26, 23))
