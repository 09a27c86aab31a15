"""What is wrong with a connection is one line: where it is, and what to do."""

import shutil
import subprocess

import pytest
from msgspec.structs import replace

from benchmarks.mqtt_broker import HOST, SAMPLES, answers, free_port, make_keys
from kiosk.fleet.settings import StatusSettings
from kiosk.fleet.status.broker import Broker
from kiosk.fleet.status.topics import Topics
from tests.support.mqtt_broker import mosquitto
from tests.support.programs import until

# After a handshake that fails, paho leaves the socket to Python, which closes it.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)


@pytest.fixture
def settings(keys, port):
    own = keys / "kiosk-a.crt", keys / "kiosk-a.key"
    return StatusSettings(HOST, port, keys / "ca.crt", *own)


@pytest.fixture
def line(clock):
    """Connect with settings until the first line comes; return it."""

    def connect(settings, name="kiosk-a"):
        said = []
        broker = Broker(settings, Topics(name), said.append, clock.clock.seconds)

        def is_told():
            broker.step(0.01, clock.advance)
            broker.publish(f"kiosk/{name}/status", b"{}", retain=False)
            return [it for it in said if "connected with" not in it]

        return until(is_told, "a line")[0]

    return connect


def test_files_of_this_kiosk(line, settings, tmp_path):
    gone = tmp_path / "gone.key"
    assert line(replace(settings, key=gone)).startswith(f"{gone}: no such file; put")
    assert line(replace(settings, ca=None)).startswith("status.ca is not set; write")
    other = settings.key.with_name("kiosk-b.key")
    mixed = f"{other}: is not the key of {settings.certificate}"
    assert line(replace(settings, key=other)) == mixed
    damaged = tmp_path / "damaged.crt"
    damaged.write_text("-----BEGIN CERTIFICATE-----")
    assert "is no PEM file" in line(replace(settings, certificate=damaged))


def test_a_broker_that_is_not_there(line, settings):
    nobody = line(replace(settings, port=free_port()))
    assert "nobody listens there; start mosquitto" in nobody
    unknown = line(replace(settings, broker=f"{'x' * 64}.invalid"))  # needs no network
    assert "the name is not known; look at broker" in unknown


def test_a_broker_whose_certificate_is_not_ours(line, settings, tmp_path):
    foreign = make_keys(tmp_path / "foreign")
    assert "let ca name who signed it" in line(replace(settings, ca=foreign / "ca.crt"))
    named = line(replace(settings, broker="localhost"))
    assert "broker a name that is in it" in named


def test_a_broker_that_does_not_accept_the_kiosks(line, settings, tmp_path):
    foreign = make_keys(tmp_path / "foreign", "kiosk-a")
    own = {"certificate": foreign / "kiosk-a.crt", "key": foreign / "kiosk-a.key"}
    said = line(replace(settings, **own))
    assert "it hung up; it may not accept" in said
    assert str(own["certificate"]) in said


def test_a_certificate_of_another_name(line, settings):
    said = line(settings, "kiosk-c")
    assert "is refused (Not authorized)" in said
    assert "be the kiosk's id" in said


def test_two_kiosks_with_one_certificate(settings, clock):
    said, seconds = [], clock.clock.seconds
    one, other = (
        Broker(settings, Topics("kiosk-a"), said.append, seconds) for _ in range(2)
    )

    def is_told():
        one.step(0.01, clock.advance)
        other.step(0.01, clock.advance)
        clock.advance(0.5)
        return [it for it in said if "again and again" in it]

    line = until(is_told, "a line")[0]
    assert f"does another one use {settings.certificate}?" in line


def test_a_broker_that_has_no_use_for_home_assistant(keys, tmp_path, settings, clock):
    text = (SAMPLES / "kiosks.acl").read_text().splitlines()
    (tmp_path / "acl").write_text("\n".join(it for it in text if "device" not in it))
    said = []
    with mosquitto(keys, port := free_port(), acl=tmp_path / "acl"):
        there = replace(settings, port=port)
        broker = Broker(there, Topics("kiosk-a"), said.append, clock.clock.seconds)
        until(
            lambda: broker.step(0.01, clock.advance) or broker.is_connected, "a broker"
        )
        broker.offer(Topics("kiosk-a").discovery, b"{}")
        broker.publish("kiosk/kiosk-b/status", b"{}", retain=True)
        until(lambda: broker.step(0.01, clock.advance) or len(said) > 1, "a refusal")
    assert ["is refused" in it for it in said] == [False, True]


def test_a_port_without_tls(line, settings, tmp_path, keys):
    plain = free_port()
    with mosquitto(keys, free_port(), f"listener {plain} {HOST}"):
        until(lambda: answers(plain), "the port without TLS")
        said = line(replace(settings, port=plain))
    assert "TLS" in said or "hung up" in said


def test_a_certificate_that_runs_out_is_replaced_without_a_restart(
    clock, settings, tmp_path
):
    own = make_keys(tmp_path / "own", "kiosk-a")
    renewed = replace(
        settings, certificate=own / "kiosk-a.crt", key=own / "kiosk-a.key"
    )
    said = []
    broker = Broker(renewed, Topics("kiosk-a"), said.append, clock.clock.seconds)

    def is_connected():
        broker.step(0.01, clock.advance)
        return broker.is_connected

    until(lambda: is_connected() or said, "a refusal")
    assert not broker.is_connected
    shutil.copy(settings.certificate, renewed.certificate)
    shutil.copy(settings.key, renewed.key)
    until(is_connected, "a connection")


def test_the_script_that_makes_certificates_overwrites_none(keys):
    command = [SAMPLES / "new-certificate", "kiosk-a"]
    done = subprocess.run(command, cwd=keys, capture_output=True, text=True)
    assert done.returncode == 2
    assert "kiosk-a.crt is there" in done.stderr
