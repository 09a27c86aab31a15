"""The process kiosk-status, with a real broker."""

import signal
import time

import pytest

from kiosk.files.exchange import Message
from tests.support.mqtt_broker import subscriber
from tests.support.programs import until
from tests.support.status_process import kiosk_status, report, settings_file

STATUS = "kiosk/kiosk-a/status"
CALL = "kiosk/kiosk-a/call"
MOST_S = 5.0
NUMBER = "0123456789abcdef"


@pytest.fixture
def desk(keys, port):
    with subscriber(keys, port, "desk", ["kiosk/#"]) as desk:
        yield desk


@pytest.fixture
def process(tmp_path, keys, port, place, desk):
    report(place, content_shown="abc")
    settings = settings_file(tmp_path, keys, port, "kiosk-a")
    with kiosk_status(place.folder, settings) as process:
        until(lambda: (desk.last(STATUS) or {}).get("state") == "open", "a status")
        yield process


def test_the_will_comes_soon_after_it_is_killed(process, desk):
    killed = time.monotonic()
    process.send_signal(signal.SIGKILL)
    until(lambda: desk.last(STATUS)["state"] == "lost", "the will")
    assert time.monotonic() - killed < MOST_S


def test_a_kiosk_that_is_switched_off_is_lost_too(process, desk):
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    until(lambda: desk.last(STATUS)["state"] == "lost", "the will")


@pytest.mark.usefixtures("process")
def test_who_comes_later_is_told_the_last_status(keys, port):
    with subscriber(
        keys, port, "homeassistant", ["kiosk/#", "homeassistant/#"]
    ) as late:
        until(lambda: late.last(STATUS), "the status")
        assert late.of(STATUS)[-1].retain
        until(lambda: late.last("homeassistant/device/kiosk-a/config"), "the device")


@pytest.mark.usefixtures("process")
def test_a_call_is_taken_by_a_receipt_and_by_nothing_else(desk, place, keys, port):
    place.write(Message.CALL, {"call": NUMBER})
    until(lambda: desk.last(CALL) == {"call": NUMBER}, "the call")
    for wrong in (b"", b"{}", b"0" * 16, NUMBER.upper().encode(), b"open", b"x" * 9999):
        desk.publish(f"{CALL}/taken", wrong)
    assert place.read(Message.ANSWER) is None
    desk.publish(f"{CALL}/taken", NUMBER)
    until(lambda: place.read(Message.ANSWER) == {"call": NUMBER}, "the answer")
    place.remove(Message.CALL)
    until(lambda: place.read(Message.ANSWER) is None, "the answer to be taken away")
    assert [it.told for it in desk.of(CALL)] == [{"call": NUMBER}]
    with subscriber(keys, port, "homeassistant", ["kiosk/#"]) as late:
        until(lambda: late.last(STATUS), "what is retained")
        assert late.of(CALL) == []


@pytest.mark.usefixtures("process")
def test_what_changes_is_told(desk, place):
    report(place, trouble="the content is gone", state="trouble")
    until(lambda: desk.last(STATUS)["state"] == "trouble", "the trouble")
    assert desk.last(STATUS)["why"] == "the content is gone"
    place.write(Message.UPDATE, {"state": "refused", "why": "x", "fingerprint": "f"})
    until(lambda: desk.last(STATUS)["updates"] == "refused", "the updates")
    assert desk.last(STATUS)["content_installed"] == "f"
