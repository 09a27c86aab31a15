"""Hundreds of visits in one process: what they leave in memory."""

from tests.support.visitor import still

PORTRAIT = (1080, 1920)
GROWTH_KIB = 2 * 1024
HUNDREDS, WARM_UP = 6, 4
"""Each page and row has been touched after four hundred visits."""


def test_six_hundred_visits_leave_nothing_in_memory(start):
    visitor = start(PORTRAIT, attract=False)
    visitor.ask("mode")
    still(visitor.screen)
    said = [visitor.ask("visits 100").split() for _ in range(HUNDREDS)]
    pss = [int(kib) for kib, *_ in said]
    assert max(pss[WARM_UP:]) - pss[WARM_UP - 1] <= GROWTH_KIB, pss
    assert len({objects for _, objects, *_ in said[WARM_UP:]}) == 1
    assert visitor.ask("sweep") == "1 0"
