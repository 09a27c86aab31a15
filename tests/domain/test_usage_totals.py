"""No number in the totals is of so few visits that it could be of one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.usage_totals import FEWEST, KEPT_DAYS, of_many, with_day

COUNTS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 30))
PARTS = st.lists(st.tuples(st.sampled_from(["2026-11-27", "2026-11-28"]), COUNTS))


@pytest.mark.parametrize(("count", "kept"), [(0, {}), (9, {}), (10, {"home": 10})])
def test_a_count_of_few_visits_is_left_out(count, kept):
    assert of_many({"home": count}) == kept
    assert with_day({}, "2026-11-28", {"home": count}).get("2026-11-28", {}) == kept


@given(PARTS)
def test_no_number_is_of_few_and_none_grows_by_few(parts):
    totals = {}
    for day, counts in parts:
        before, totals = totals, with_day(totals, day, counts)
        for each, pages in totals.items():
            for page, count in pages.items():
                grown = count - before.get(each, {}).get(page, 0)
                assert count >= FEWEST
                assert grown == 0 or grown >= FEWEST


def test_a_day_of_few_visits_leaves_no_trace():
    assert with_day({}, "2026-11-28", {"home": 9, "vision": 1}) == {}


def test_days_are_in_order_and_those_of_over_two_years_ago_are_forgotten():
    totals = {}
    for number in range(KEPT_DAYS + 5):
        totals = with_day(totals, f"{number:04}", {"home": 10})
    assert len(totals) == KEPT_DAYS
    assert next(iter(totals)) == "0005"
    assert [*totals] == sorted(totals)
