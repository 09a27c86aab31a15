"""What a broker with the shipped settings lets a kiosk do: TLS, names, rights."""

import socket
import ssl
import subprocess
from contextlib import suppress

import pytest

from benchmarks.mqtt_broker import HOST, SAMPLES, client_of, free_port, make_keys
from tests.support.mqtt_broker import mosquitto, subscriber
from tests.support.programs import until

REFUSED = "Not authorized"
OWN = (
    "kiosk/kiosk-a/status",
    "kiosk/kiosk-a/call",
    "homeassistant/device/kiosk-a/config",
)
OTHERS = (
    "kiosk/kiosk-b/status",
    "kiosk/kiosk-b/call",
    "kiosk/kiosk-b/call/taken",
    "kiosk/kiosk-a/call/taken",
    "kiosk/kiosk-a/command",
    "kiosk/all/status",
    "homeassistant/device/kiosk-b/config",
    "homeassistant/switch/door/config",
    "homeassistant/status",
    "$SYS/broker/uptime",
)


@pytest.mark.parametrize("topic", OWN)
def test_a_kiosk_may_write_its_own_topics(keys, port, topic):
    with (
        subscriber(keys, port, "desk", ["kiosk/#"]) as desk,
        subscriber(keys, port, "homeassistant", ["homeassistant/#"]) as home,
        subscriber(keys, port, "kiosk-a") as kiosk,
    ):
        assert not kiosk.publish(topic, b"1").is_failure
        until(lambda: desk.of(topic) or home.of(topic), topic)


def test_a_kiosk_cannot_write_what_is_not_its_own(keys, port):
    with (
        subscriber(keys, port, "homeassistant", ["kiosk/#", "homeassistant/#"]) as home,
        subscriber(keys, port, "kiosk-a") as kiosk,
    ):
        answers = {topic: str(kiosk.publish(topic, b"1")) for topic in OTHERS}
        assert set(answers.values()) == {REFUSED}
        kiosk.publish("kiosk/kiosk-a/call", b"last")
        until(lambda: home.of("kiosk/kiosk-a/call"), "the last message")
        assert {it.topic for it in home.messages if not it.retain} <= {*OWN}


def test_a_kiosk_hears_nothing_of_another(keys, port):
    wishes = ["#", "kiosk/+/status", "kiosk/kiosk-b/#", "homeassistant/#"]
    with (
        subscriber(keys, port, "kiosk-a", wishes) as kiosk,
        subscriber(keys, port, "kiosk-b") as other,
        subscriber(keys, port, "desk") as desk,
    ):
        other.publish("kiosk/kiosk-b/status", b"1")
        other.publish("kiosk/kiosk-b/call", b"1")
        desk.publish("kiosk/kiosk-b/call/taken", b"1")
        desk.publish("kiosk/kiosk-a/call/taken", b"1")
        until(lambda: kiosk.of("kiosk/kiosk-a/call/taken"), "its own receipt")
        assert {it.topic for it in kiosk.messages} == {"kiosk/kiosk-a/call/taken"}


def test_who_looks_after_kiosks_cannot_speak_for_them(keys, port):
    with subscriber(keys, port, "desk") as desk:
        assert str(desk.publish("kiosk/kiosk-a/status", b"1")) == REFUSED
        assert str(desk.publish("kiosk/kiosk-a/call", b"1")) == REFUSED


def test_a_kiosk_cannot_throw_another_out_by_its_name(keys, port):
    with (
        subscriber(keys, port, "kiosk-b") as other,
        subscriber(keys, port, "desk") as desk,
    ):
        lost = []
        other.client.on_disconnect = lambda *_: lost.append("thrown out")
        thief = client_of(keys, "kiosk-a")
        thief._client_id = b"kiosk-b"
        thief.connect(HOST, port)
        thief.loop_start()
        until(thief.is_connected, "the thief")
        other.publish("kiosk/kiosk-b/call", b"still here")
        until(lambda: desk.of("kiosk/kiosk-b/call"), "the other")
        assert lost == []
        thief.disconnect()
        thief.loop_stop()


def test_without_a_certificate_of_ours_nobody_gets_in(keys, port, tmp_path):
    foreign = make_keys(tmp_path / "foreign", "kiosk-a")
    trusting = ssl.create_default_context(cafile=keys / "ca.crt")
    stranger = ssl.create_default_context(cafile=keys / "ca.crt")
    stranger.load_cert_chain(foreign / "kiosk-a.crt", foreign / "kiosk-a.key")
    for context in (trusting, stranger):
        is_refused(context, port)


def test_what_is_not_tls_gets_no_answer_of_mqtt(keys, port):
    connect = b"\x10\x10\0\4MQTT\5\2\0\x3c\0\0\3abc"
    with socket.create_connection((HOST, port)) as plain:
        plain.sendall(connect)
        with suppress(ConnectionResetError):
            assert plain.recv(1) != b"\x20", "a CONNACK"


def test_a_stolen_kiosk_is_shut_out_and_no_other(tmp_path):
    keys, port = make_keys(tmp_path / "keys", "kiosk-a", "kiosk-b"), free_port()
    for _ in range(2):
        subprocess.run([SAMPLES / "revoke", "kiosk-a"], cwd=keys, check=True)
    with mosquitto(keys, port, f"crlfile {keys}/revoked.crl"):
        with subscriber(keys, port, "kiosk-b") as other:
            assert not other.publish("kiosk/kiosk-b/call", b"1").is_failure
        context = ssl.create_default_context(cafile=keys / "ca.crt")
        context.load_cert_chain(keys / "kiosk-a.crt", keys / "kiosk-a.key")
        is_refused(context, port)


def is_refused(context, port):
    """Check that the broker hangs up as soon as it has seen the certificate."""
    with (
        socket.create_connection((HOST, port)) as plain,
        pytest.raises(ssl.SSLError, match=r"(?i)alert"),
        context.wrap_socket(plain, server_hostname=HOST) as connection,
    ):
        connection.recv(1)
