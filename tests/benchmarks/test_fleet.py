"""Many kiosks at one broker: all are seen, at the start and when the broker comes back.

`python -m benchmarks.fleet` measures it with a thousand, who are to be seen in time.
"""

from benchmarks.fleet import GIVEN_UP_S, Fleet, mosquitto
from benchmarks.fleet_kiosks import make_many_keys
from benchmarks.mqtt_broker import free_port, make_keys
from tests.support.mqtt_broker import find_mosquitto

MANY = 40


def test_each_of_many_kiosks_is_seen_again_after_the_broker_was_killed(tmp_path):
    find_mosquitto()
    names = [f"kiosk-{number}" for number in range(MANY)]
    keys = make_keys(tmp_path / "keys", "desk")
    make_many_keys(keys, names)
    fleet = Fleet(names, keys, free_port(), 2)
    with fleet.running(tmp_path):
        for _ in range(2):
            with mosquitto(keys, fleet.port):
                seen = fleet.seen_after()
            assert len(seen) == MANY
            assert max(seen) < GIVEN_UP_S
