"""The log is told the story, not the same line for ever."""

import pytest

from kiosk.domain.line_limit import HOUR_S, MOST_AN_HOUR, SAME_S, LineLimit


@pytest.fixture
def limit():
    return LineLimit(0.0)


def test_a_line_is_written_at_once(limit):
    assert limit.admitted("one", 5.0) == ("one",)


def test_the_same_line_is_written_once_in_ten_minutes_and_then_counted(limit):
    assert limit.admitted("one", 0.0) == ("one",)
    for now in (1.0, 2.0, SAME_S - 1):
        assert limit.admitted("one", now) == ()
    assert limit.admitted("one", SAME_S) == ("one (said 3 times more)",)
    assert limit.admitted("one", SAME_S + 1) == ()
    assert limit.admitted("one", 2 * SAME_S + 1) == ("one (said once more)",)


def test_a_line_that_comes_seldom_is_written_each_time(limit):
    for turn in range(20):
        assert limit.admitted("one", turn * SAME_S) == ("one",)


def test_a_hundred_lines_are_written_in_an_hour_and_that_there_were_more(limit):
    written = [line for n in range(1000) for line in limit.admitted(f"line {n}", 1.0)]
    assert written[:MOST_AN_HOUR] == [f"line {n}" for n in range(MOST_AN_HOUR)]
    [last] = written[MOST_AN_HOUR:]
    assert last == "100 lines in an hour: other ones wait for the next"


def test_the_next_hour_says_how_many_were_lost_and_writes_again(limit):
    for n in range(MOST_AN_HOUR + 7):
        limit.admitted(f"line {n}", 1.0)
    assert limit.admitted("new", HOUR_S) == ("7 other lines were not written", "new")


def test_a_flood_for_a_week_is_bounded_in_lines_and_in_memory(limit):
    hours = 24 * 7
    written = sum(
        len(limit.admitted(f"{hour} {n}", hour * HOUR_S + n))
        for hour in range(hours)
        for n in range(500)
    )
    assert written <= hours * (MOST_AN_HOUR + 2)
    assert len(limit._said) <= 2 * MOST_AN_HOUR
