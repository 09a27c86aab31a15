"""Whatever slips into a file: a message names a file, and all else is still shown."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.spoiled_content import TOKENS, Slip, Watch

TEXTS = st.sampled_from(TOKENS) | st.text(max_size=6)
LENGTHS = st.sampled_from((0, 0, 1, 1, 2, 5, 20, 80, 400, 10**6))
STARTS = st.floats(0, 1, exclude_max=True)
QUIET = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


@pytest.fixture(scope="module")
def watch(tmp_path_factory):
    return Watch(tmp_path_factory.mktemp("clinic"))


@pytest.fixture(scope="module")
def names(watch):
    return watch.files


@settings(
    max_examples=500, deadline=None, derandomize=True, suppress_health_check=QUIET
)
@given(data=st.data())
def test_no_slip_costs_more_than_its_own_page_or_line(watch, names, data):
    slips = data.draw(
        st.lists(
            st.builds(Slip, st.sampled_from(names), STARTS, LENGTHS, TEXTS),
            min_size=1,
            max_size=2,
        )
    )
    assert watch.faults(*slips) == []
