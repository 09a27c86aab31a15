"""A mosquitto of a test's own, with the settings, ACL and certificates that we ship.

with mosquitto(keys, port) as process: ...
with subscriber(keys, port, "homeassistant") as heard: ...
"""

import getpass
import json
import os
import shutil
import socket
import ssl
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass

from paho.mqtt.client import CallbackAPIVersion, Client, MQTTv5

from tests.support.programs import need, running, until
from tests.support.shipped import ROOT

SAMPLES = ROOT / "packaging" / "mosquitto"
HOST = "127.0.0.1"


def find_mosquitto():
    """Return where mosquitto is: a user's PATH may lack the place of Debian's."""
    os.environ["PATH"] += os.pathsep + "/usr/sbin"
    need("mosquitto")
    return shutil.which("mosquitto")


def make_keys(folder, *names):
    """Make certificates for a broker on this machine, and for those who connect."""
    folder.mkdir(exist_ok=True)
    for words in (("broker", HOST), *((name,) for name in names)):
        subprocess.run([SAMPLES / "new-certificate", *words], cwd=folder, check=True)
    return folder


def free_port():
    with socket.socket() as found:
        found.bind((HOST, 0))
        return found.getsockname()[1]


def write_settings(keys, port, *more):
    """Write the shipped settings, with the places of a test; return the file."""
    text = (SAMPLES / "kiosks.conf").read_text()
    for before, after in (
        ("listener 8883", f"listener {port} {HOST}"),
        ("/etc/mosquitto/certs/", f"{keys}/"),
        ("/etc/mosquitto/kiosks.acl", str(SAMPLES / "kiosks.acl")),
    ):
        assert before in text
        text = text.replace(before, after)
    path = keys / "mosquitto.conf"
    path.write_text("\n".join((text, f"user {getpass.getuser()}", *more, "")))
    return path


@contextmanager
def mosquitto(keys, port, *more):
    """Run a broker for as long as the block lasts."""
    command = find_mosquitto(), "-c", write_settings(keys, port, *more)
    with (
        (keys / "mosquitto.log").open("a") as log,
        running(*command, stderr=log, stdout=log) as process,
    ):
        until(lambda: _answers(port), "the broker to listen")
        yield process


def _answers(port):
    with socket.socket() as trial:
        return trial.connect_ex((HOST, port)) == 0


def client_of(keys, name):
    """Return a client that has the certificate of `name`."""
    client = Client(CallbackAPIVersion.VERSION2, name, protocol=MQTTv5)
    context = ssl.create_default_context(cafile=keys / "ca.crt")
    context.load_cert_chain(keys / f"{name}.crt", keys / f"{name}.key")
    client.tls_set_context(context)
    return client


@dataclass(frozen=True)
class Heard:
    """A message as it came."""

    topic: str
    payload: bytes
    retain: bool

    @property
    def told(self):
        return json.loads(self.payload)


class Subscriber:
    """A client that keeps each message it gets."""

    def __init__(self, client):
        self.client = client
        self.messages = []
        self.answers = {}

    def of(self, topic):
        return [it for it in list(self.messages) if it.topic == topic]

    def last(self, topic):
        """Return what the last message of a topic told; None before."""
        found = self.of(topic)
        return found[-1].told if found else None

    def publish(self, topic, payload, **options):
        """Publish at QoS 1; return what the broker answered."""
        number = self.client.publish(topic, payload, 1, **options).mid
        until(lambda: number in self.answers, f"an answer to {topic}")
        return self.answers[number]


@contextmanager
def subscriber(keys, port, name, topics=("#",)):
    """Have a client connected that has subscribed, in a thread of its own."""
    client = client_of(keys, name)
    heard, is_ready = Subscriber(client), threading.Event()

    def note(_, __, message):
        heard.messages.append(Heard(message.topic, message.payload, message.retain))

    client.on_message = note
    client.on_publish = lambda _, __, mid, code, ___: heard.answers.update({mid: code})
    client.on_subscribe = lambda *_: is_ready.set()
    client.on_connect = lambda *_: client.subscribe([(it, 1) for it in topics])
    client.connect(HOST, port)
    client.loop_start()
    try:
        assert is_ready.wait(60)
        yield heard
    finally:
        client.disconnect()
        client.loop_stop()
