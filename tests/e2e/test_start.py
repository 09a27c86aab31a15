"""A start may not become slower: instructions are counted, which no load changes."""

import pytest

from benchmarks.instructions import counted
from tests.support.programs import need

RATIOS = {"picture": 1.06, "kiosk": 2.44}
"""To the kept picture and to the window, by those of a bare window: BENCHMARKS.md."""

GROWTH = 1.10


@pytest.fixture(scope="module")
def counts():
    need("valgrind", "Xvfb")
    return counted()


@pytest.mark.parametrize("what", RATIOS)
def test_a_start_takes_no_more_than_a_tenth_more_instructions_than_it_did(what, counts):
    assert counts[what] / counts["bare"] < RATIOS[what] * GROWTH
