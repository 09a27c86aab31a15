"""A thousand visits in one process: what they leave in memory."""

from tests.e2e.visitor import still

PORTRAIT = (1080, 1920)
GROWTH_KIB = 2 * 1024
WARM_UP, REST = 600, 400  # visits; each page and row has been touched after 400


def test_a_thousand_visits_leave_nothing_in_memory(start):
    visitor = start(PORTRAIT, attract=False)
    visitor.ask("phase")
    still(visitor.screen)
    pss, objects, *_ = visitor.ask(f"visits {WARM_UP}").split()
    pss_after, objects_after, *_ = visitor.ask(f"visits {REST}").split()
    assert int(pss_after) - int(pss) <= GROWTH_KIB
    assert objects_after == objects
    assert visitor.ask("sweep") == "1 0"
