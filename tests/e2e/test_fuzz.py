"""Fuzz test: random touches and keys; how many and which can be given:

pytest tests/e2e/test_fuzz.py --fuzz-count 20000 --fuzz-seed 1
"""

import subprocess

import pytest

from tests.support.fuzz_actions import SIZE, fuzz_actions
from tests.support.visitor import same, still
from tests.support.xtest import Hand

AT_ONCE = 5
SELDOM = 100
"""Of so many actions at least one changes the screen, or they hit nothing. One in
twenty does on a fast machine; a busy one still draws when the next touches come.
"""
NO_VOICE = "kiosk: no speech: "
"""Random touches ask for the voice now and then, and here it has no server."""

NOT_STAFF = {"NoneType", "Attract"}


@pytest.fixture
def visitor(start):
    visitor = start(SIZE, attract=False, manager="openbox")
    visitor.ask("mode")
    return visitor


def children(process):
    """Return the processes that a process has started."""
    found = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True)
    return found.stdout.decode().split()


def test_random_input_finds_no_way_out(visitor, request):
    count = request.config.getoption("--fuzz-count")
    seed = request.config.getoption("--fuzz-seed")
    fresh = still(visitor.screen)
    hand = Hand(visitor.screen)
    for number, do in enumerate(fuzz_actions(seed, count), 1):
        do(hand)
        if number % AT_ONCE:
            continue
        hand.sync()
        visitor.ask("pass 2")
        assert visitor.ask("before") in NOT_STAFF
    assert int(visitor.ask("changes")) > count / SELDOM
    visitor.let_time_pass("FIRST_PAGE", "ATTRACT")
    visitor.screen.photograph_when(same(fresh), "the first page, full screen")
    said = visitor.log.read_text().splitlines()
    assert [line for line in said if NO_VOICE not in line] == []
    assert visitor.ask("sweep") == "1 0"
    assert children(visitor.process) == []
