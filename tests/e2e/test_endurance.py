"""A thousand visits in one process: what they leave in memory."""

from tests.e2e.visitor import still

PORTRAIT = (1080, 1920)
GROWTH_KIB = 2 * 1024
EVERY_ANSWER = 400  # visits, after which each page and row was touched once


def test_a_thousand_visits_leave_nothing_in_memory(start):
    visitor = start(PORTRAIT, attract=False)
    visitor.ask("phase")
    still(visitor.screen)
    pss, objects, *_ = visitor.ask(f"visits {EVERY_ANSWER}").split()
    pss_after, objects_after, *_ = visitor.ask(f"visits {1000 - EVERY_ANSWER}").split()
    assert int(pss_after) - int(pss) <= GROWTH_KIB
    assert objects_after == objects
    assert visitor.ask("sweep") == "1 0"
