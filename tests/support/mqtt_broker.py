"""A mosquitto of a test's own, with the settings, ACL and certificates that we ship.

with mosquitto(keys, port) as process: ...
with subscriber(keys, port, "homeassistant") as heard: ...
"""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.mqtt_broker import HOST, SAMPLES, answers, client_of, command, program
from tests.support.programs import need, running, until


def find_mosquitto():
    """Leave a test out where there is none: a user's PATH may lack Debian's place."""
    if not program():
        need("mosquitto")
    need("openssl")


@contextmanager
def mosquitto(keys, port, *more, acl=SAMPLES / "kiosks.acl"):
    """Run a broker for as long as the block lasts."""
    find_mosquitto()
    with (
        (keys / "mosquitto.log").open("a") as log,
        running(*command(keys, port, more, acl), stderr=log, stdout=log) as process,
    ):
        until(lambda: answers(port), "the broker to listen")
        yield process


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
