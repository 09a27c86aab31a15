"""A start may not become slower: instructions are counted, which no load changes."""

from benchmarks.instructions import counted
from tests.support.programs import need

RATIO = 2.52
"""Of the kiosk's instructions to those of a bare Qt window: see BENCHMARKS.md."""

GROWTH = 1.10


def test_a_start_takes_no_more_than_a_tenth_more_instructions_than_it_did():
    need("valgrind", "Xvfb")
    counts = counted()
    assert counts["kiosk"] / counts["bare"] < RATIO * GROWTH
