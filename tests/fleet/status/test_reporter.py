"""A broker that is away for a day, and comes back."""

import json
from pathlib import Path

import pytest

from benchmarks.mqtt_broker import HOST, free_port
from kiosk.files.exchange import Message
from kiosk.fleet.settings import StatusSettings
from kiosk.fleet.status.broker import Broker
from kiosk.fleet.status.reporter import AGAIN_S, StatusReporter
from kiosk.fleet.status.retry import MOST_S
from kiosk.fleet.status.topics import Topics
from tests.support.mqtt_broker import mosquitto, subscriber
from tests.support.programs import until
from tests.support.status_process import report

DAY_S = 86_400
STATUS, CALL = "kiosk/kiosk-a/status", "kiosk/kiosk-a/call"
NUMBERS = ("11" * 8, "22" * 8)


def open_files():
    return len([*Path("/proc/self/fd").iterdir()])


class Kiosk:
    """A reporter whose waiting takes no time, but on its clock."""

    def __init__(self, settings, place, clock):
        self.said = []
        self.pause_s = 5
        self._clock = clock
        seconds = clock.clock.seconds
        self.broker = Broker(settings, Topics("kiosk-a"), self.said.append, seconds)
        self._reporter = StatusReporter(Topics("kiosk-a"), self.broker, place, seconds)

    def step(self):
        self._reporter.step(lambda _: self._clock.advance(self.pause_s))

    def until(self, look, what):
        until(lambda: self.step() or look(), what)


@pytest.fixture
def kiosk(keys, place, clock):
    own = keys / "kiosk-a.crt", keys / "kiosk-a.key"
    settings = StatusSettings(HOST, free_port(), keys / "ca.crt", *own)
    return Kiosk(settings, place, clock)


@pytest.fixture
def away(kiosk, keys):
    """The port of a broker that was there, and has gone."""
    port = kiosk.broker._settings.port
    with mosquitto(keys, port):
        kiosk.until(lambda: kiosk.broker.is_connected, "the first connection")
    kiosk.until(lambda: not kiosk.broker.is_connected, "the broker to go")
    return port


def test_after_a_day_without_a_broker_what_matters_is_told(
    kiosk, away, keys, place, clock
):
    before = open_files()
    place.write(Message.CALL, {"call": NUMBERS[0]})
    kiosk.pause_s, began, tries = 60, clock.passed, 0
    while clock.passed - began < DAY_S:
        kiosk.step()
        tries += 1
        if tries % 100 == 0:
            report(place, content_shown=f"{clock.passed}")
    kiosk.pause_s = 5
    report(
        place,
        content_shown="the last",
        problems=[{"text": "the sound failed", "times": 3}],
    )
    back = clock.passed
    with mosquitto(keys, away), subscriber(keys, away, "desk", ["kiosk/#"]) as desk:
        kiosk.until(lambda: desk.last(STATUS), "the status")
        assert clock.passed - back <= MOST_S + 5
        place.write(Message.CALL, {"call": NUMBERS[1]})
        kiosk.until(lambda: desk.of(CALL), "the call of now")
        assert [it.told for it in desk.of(CALL)] == [{"call": NUMBERS[1]}]
        (status,) = desk.of(STATUS)
        assert status.told["content_shown"] == "the last"
        assert status.told["faults"] == ["the sound failed"]
    assert open_files() < before + tries / 10, "each try leaves files open"


def test_a_broker_that_forgot_everything_is_told_the_same_again(
    kiosk, away, keys, place
):
    report(place)
    for _ in range(2):
        with mosquitto(keys, away), subscriber(keys, away, "desk", ["kiosk/#"]) as desk:
            kiosk.until(lambda: desk.of(STATUS), "the status")
        kiosk.until(lambda: not kiosk.broker.is_connected, "the broker to go")


def test_a_call_whose_connection_breaks_is_sent_with_the_next(kiosk, away, keys, place):
    kiosk.pause_s = 0.5
    with mosquitto(keys, away):
        kiosk.until(lambda: kiosk.broker.is_connected, "the broker that breaks")
        place.write(Message.CALL, {"call": NUMBERS[0]})
        kiosk.step()
    kiosk.until(lambda: not kiosk.broker.is_connected, "the broker to go")
    with mosquitto(keys, away), subscriber(keys, away, "desk", ["kiosk/#"]) as desk:
        kiosk.until(lambda: desk.of(CALL), "the call")


def test_the_status_is_told_again_before_the_broker_forgets_it(
    kiosk, away, keys, place, clock
):
    report(place)
    with mosquitto(keys, away), subscriber(keys, away, "desk", ["kiosk/#"]) as desk:
        kiosk.until(lambda: desk.of(STATUS), "the status")
        clock.advance(AGAIN_S / 2)
        report(place)
        kiosk.step()
        clock.advance(AGAIN_S / 2)
        report(place)
        kiosk.until(lambda: len(desk.of(STATUS)) > 1, "the status again")
        first, again = (json.loads(it.payload) for it in desk.of(STATUS))
        assert first == again


def test_nothing_is_told_before_the_window_of_a_machine_that_starts(
    kiosk, away, keys, place, clock
):
    with mosquitto(keys, away), subscriber(keys, away, "desk", ["kiosk/#"]) as desk:
        kiosk.until(lambda: kiosk.broker.is_connected, "the broker")
        report(place, content_shown="the first")
        kiosk.until(lambda: desk.of(STATUS), "the status")
        assert desk.of(STATUS)[0].told["content_shown"] == "the first"
