import random

import pytest

from kiosk.fleet.update.schedule import next_look_s


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, 15), (1, 1), (2, 2), (5, 16), (7, 60), (10_000, 60)]
)
def test_it_is_looked_soon_after_a_failure_and_seldom_after_many(failures, minutes):
    assert next_look_s(900, failures, lambda: 0.5) == 60 * minutes


def test_kiosks_that_began_together_do_not_look_together():
    chance = random.Random(1).random
    waits = sorted(next_look_s(900, 0, chance) for _ in range(1000))
    assert 0.75 * 900 <= waits[0] < 0.76 * 900
    assert 1.24 * 900 < waits[-1] <= 1.25 * 900
