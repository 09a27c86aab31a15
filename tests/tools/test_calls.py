"""Calls at a desk: shown, and taken by Enter."""

import queue

import pytest

from benchmarks.mqtt_broker import free_port, make_keys
from kiosk.errors import UsageError
from kiosk.tools.calls import Calls, calls
from tests.support.mqtt_broker import mosquitto, subscriber
from tests.support.programs import until
from tests.support.status_process import settings_file

NUMBER = "00112233445566ff"


def test_a_call_is_shown_once_and_taken_once():
    said, published = [], []
    desk = Calls(said.append)
    for _ in range(2):
        desk.hear("kiosk/north-3/call", b'{"call":"%s"}' % NUMBER.encode())
    assert len(said) == 1
    assert "north-3 calls for staff" in said[0]
    for _ in range(2):
        desk.take(lambda *told: published.append(told))
    assert published == [("kiosk/north-3/call/taken", NUMBER)]


@pytest.mark.parametrize("told", [b"", b"[]", b"{}", b'{"call": 1}', b"\xff"])
def test_what_is_no_call_is_not_shown(told):
    said = []
    Calls(said.append).hear("kiosk/north-3/call", told)
    assert said == []


def test_from_the_kiosk_to_the_desk_and_back(tmp_path, capsys):
    keys, port = make_keys(tmp_path / "keys", "desk", "kiosk-a"), free_port()
    entered = queue.Queue()
    taken = "kiosk/kiosk-a/call/taken"
    with mosquitto(keys, port), subscriber(keys, port, "kiosk-a", [taken]) as kiosk:

        def lines():
            until(lambda: "connected" in capsys.readouterr().out, "the desk")
            kiosk.publish("kiosk/kiosk-a/call", b'{"call":"%s"}' % NUMBER.encode())
            until(lambda: "kiosk-a calls for staff" in capsys.readouterr().out, "it")
            yield "\n"
            until(lambda: kiosk.of(taken), "the receipt")
            entered.put(kiosk.of(taken)[0].payload)

        assert calls(settings_file(tmp_path, keys, port, "desk"), lines()) == 0
    assert entered.get_nowait() == NUMBER.encode()


def test_without_a_connection_it_says_what_to_do(tmp_path):
    keys, port = make_keys(tmp_path / "keys", "desk"), free_port()
    with pytest.raises(UsageError, match="nobody listens there; start mosquitto"):
        calls(settings_file(tmp_path, keys, port, "desk"), [])
    with pytest.raises(UsageError, match="no such file"):
        calls(tmp_path / "none.toml", [])
