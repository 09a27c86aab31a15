"""When the clinic is open, by the clock on its wall."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.opening_hours import ALWAYS, DAYS, Hours

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 6, 1, tzinfo=BERLIN)
QUARTER = timedelta(minutes=15)
WEEK = [MONDAY + QUARTER * quarter for quarter in range(7 * 24 * 4)]


def week(**days):
    """Return the hours of a clinic that is closed on every other day."""
    return Hours.parse(dict.fromkeys(DAYS, "closed") | days)


def at(words):
    """Return the moment in the week of `MONDAY` that is called `friday 09:00`."""
    day, time = words.split()
    hour, minute = time.split(":")
    at_midnight = MONDAY + timedelta(days=DAYS.index(day))
    return at_midnight.replace(hour=int(hour), minute=int(minute))


@pytest.mark.parametrize(
    ("monday", "open_at", "closed_at"),
    [
        ("09:00-17:00", "monday 09:00", "monday 08:59"),
        ("09:00-17:00", "monday 16:59", "monday 17:00"),
        ("09:00-17:00", "monday 12:00", "tuesday 12:00"),
        ("09:00-12:00, 14:00-18:00", "monday 11:59", "monday 12:00"),
        ("09:00-12:00,14:00-18:00", "monday 14:00", "monday 13:59"),
        ("09:00-24:00", "monday 23:59", "tuesday 00:00"),
        ("22:00-00:00", "monday 23:59", "tuesday 00:00"),
        ("00:00-24:00", "monday 00:00", "sunday 23:59"),
        ("00:00-24:00", "monday 23:59", "tuesday 00:00"),
        ("22:00-02:00", "monday 22:00", "monday 21:59"),
        ("22:00-02:00", "tuesday 00:00", "monday 00:00"),
        ("22:00-02:00", "tuesday 01:59", "tuesday 02:00"),
        ("09:00-12:00, 22:00-02:00", "tuesday 01:59", "monday 12:00"),
    ],
)
def test_a_range_begins_with_its_first_minute_and_ends_before_its_last(
    monday, open_at, closed_at
):
    hours = week(monday=monday)
    assert hours.is_open(at(open_at))
    assert not hours.is_open(at(closed_at))


def test_the_last_second_is_still_open():
    last = at("monday 17:00") - timedelta(microseconds=1)
    assert week(monday="09:00-17:00").is_open(last)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("sunday 01:00", False),
        ("sunday 22:00", True),
        ("monday 01:59", True),
        ("monday 02:00", False),
        ("monday 22:00", False),
    ],
)
def test_a_night_from_sunday_into_monday_belongs_to_sunday(moment, is_open):
    assert week(sunday="22:00-02:00").is_open(at(moment)) is is_open


@pytest.mark.parametrize(
    ("moment", "is_over"),
    [
        ("monday 08:00", False),
        ("monday 10:00", False),
        ("monday 13:00", False),
        ("monday 18:00", True),
        ("monday 23:59", True),
        ("tuesday 01:00", False),
        ("tuesday 03:00", False),
        ("tuesday 22:00", False),
        ("wednesday 01:00", False),
        ("wednesday 02:00", True),
    ],
)
def test_a_day_is_over_once_the_clinic_opens_no_more(moment, is_over):
    hours = week(monday="09:00-12:00, 14:00-18:00", tuesday="00:30-02:00, 22:00-02:00")
    assert hours.is_over(at(moment)) is is_over


@pytest.mark.parametrize("moment", WEEK[::23])
def test_a_clinic_that_is_closed_every_day_is_never_open(moment):
    assert not week().is_open(moment)


@pytest.mark.parametrize("moment", WEEK[::23])
def test_a_clinic_of_which_nothing_is_known_is_always_open(moment):
    assert ALWAYS.is_open(moment)


@pytest.mark.parametrize(
    "words", [{"monday": "closed"}, {"monday": "closed", "tuesday": ""}]
)
def test_a_day_that_was_not_written_counts_as_open(words):
    hours = Hours.parse(words)
    assert hours.is_open(at("tuesday 03:00"))
    assert not hours.is_open(at("monday 12:00"))


def test_only_the_days_that_were_written_have_words():
    hours = Hours.parse({"monday": "09:00-12:00, 14:00-18:00", "friday": ""})
    assert hours.as_written == {"monday": "09:00-12:00, 14:00-18:00"}


@given(
    ends=st.sets(st.integers(1, 95), min_size=2, max_size=2).map(sorted),
    day=st.integers(0, 6),
)
def test_a_range_over_midnight_equals_the_two_ranges_it_is_split_into(ends, day):
    end, start = (f"{MONDAY + QUARTER * quarter:%H:%M}" for quarter in ends)
    today, next_day = DAYS[day], DAYS[(day + 1) % 7]
    over = week(**{today: f"{start}-{end}"})
    split = week(**{today: f"{start}-24:00", next_day: f"00:00-{end}"})
    assert [t for t in WEEK if over.is_open(t) is not split.is_open(t)] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("09:00-09:00", id="equal ends"),
        pytest.param("00:00-00:00", id="equal ends at midnight"),
        pytest.param("24:00-02:00", id="a day never begins at its end"),
        pytest.param("24:00-00:00", id="nothing at midnight"),
        "9-5",
        "9:00-17:00",
        "09:00",
        "09:00-",
        "09:00-12:00-17:00",
        "09:00-25:00",
        "09:00-24:01",
        "09:60-17:00",
        "09:00-17:00h",
        "09:00-12:00,",
        "09:00-12:00 14:00-18:00",
        "09:00-12:00, closed",
    ],
)
def test_anything_else_is_refused_with_the_day_and_what_to_write(text):
    with pytest.raises(ValueError, match=r'write "09:00-17:00"') as error:
        week(friday=text)
    assert error.value.key == "friday"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("09:00\N{EN DASH}17:00", "09:00-17:00"),
        ("09:00 - 17:00 ", "09:00-17:00"),
        ("Closed", "closed"),
    ],
)
def test_what_a_keyboard_makes_of_hours_is_understood(text, written):
    assert week(friday=text) == week(friday=written)
    assert week(friday=text).as_written["friday"] == written


def test_a_day_of_blanks_is_a_day_of_which_nothing_is_said():
    assert Hours.parse({"friday": " "}) == ALWAYS


def test_the_range_at_fault_is_the_one_that_is_named():
    with pytest.raises(ValueError, match=r"^'14:00-1800' is no time"):
        week(friday="09:00-12:00, 14:00-1800")


@pytest.mark.parametrize(
    ("utc", "is_open"),
    [
        pytest.param("2026-03-28T06:59", False, id="winter, 07:59"),
        pytest.param("2026-03-28T07:00", True, id="winter, 08:00"),
        pytest.param("2026-03-29T05:59", False, id="first day of summer, 07:59"),
        pytest.param("2026-03-29T06:00", True, id="first day of summer, 08:00"),
        pytest.param("2026-03-29T09:59", True, id="first day of summer, 11:59"),
        pytest.param("2026-03-29T10:00", False, id="first day of summer, 12:00"),
        pytest.param("2026-10-24T06:00", True, id="last day of summer, 08:00"),
        pytest.param("2026-10-25T06:00", False, id="winter again, 07:00"),
        pytest.param("2026-10-25T07:00", True, id="winter again, 08:00"),
        pytest.param("2026-10-25T10:59", True, id="winter again, 11:59"),
        pytest.param("2026-10-25T11:00", False, id="winter again, 12:00"),
    ],
)
def test_in_summer_and_winter_the_clock_on_the_wall_decides(utc, is_open):
    local = datetime.fromisoformat(utc).replace(tzinfo=UTC).astimezone(BERLIN)
    assert week(saturday="08:00-12:00", sunday="08:00-12:00").is_open(local) is is_open


@pytest.mark.parametrize(
    ("utc", "is_open"),
    [
        pytest.param("2026-03-29T00:59", True, id="01:59, the hour before spring"),
        pytest.param("2026-03-29T01:00", False, id="03:00, 02:30 never was"),
        pytest.param("2026-10-25T00:29", True, id="02:29 for the first time"),
        pytest.param("2026-10-25T00:30", False, id="02:30 for the first time"),
        pytest.param("2026-10-25T01:00", True, id="02:00 for the second time"),
        pytest.param("2026-10-25T01:30", False, id="02:30 for the second time"),
    ],
)
def test_in_the_night_the_clock_changes_the_wall_decides_too(utc, is_open):
    local = datetime.fromisoformat(utc).replace(tzinfo=UTC).astimezone(BERLIN)
    assert week(saturday="22:00-02:30").is_open(local) is is_open
