"""Show the calls for staff at a desk, and tell a kiosk that somebody comes.

It is for a clinic without Home Assistant, and connects with a certificate of its own.
"""

import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.errors import UsageError
from kiosk.fleet.settings import FleetSettings, load_fleet_settings
from kiosk.fleet.status import faults
from kiosk.fleet.status.topics import Topics

if TYPE_CHECKING:
    from paho.mqtt.client import Client, MQTTMessage
    from paho.mqtt.reasoncodes import ReasonCode

_EVERY_CALL = Topics("+").call
_HOW = "press Enter to say that you are coming, Ctrl+C to end"
_BELL = "\a"
_NO_PAHO = "paho-mqtt is missing; install python3-paho-mqtt, or pip's kiosk[fleet]"
Write = Callable[[str], object]


class Calls:
    """The calls that nobody has taken yet: the number of the last of each kiosk."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._waiting: dict[str, str] = {}

    def hear(self, topic: str, told: bytes) -> None:
        """Show a call; what is none is ignored."""
        kiosk = topic.split("/")[1]
        try:
            call = msgspec.json.decode(told, type=dict[str, str])["call"]
        except (msgspec.DecodeError, KeyError):
            return
        if self._waiting.get(kiosk) != call:
            self._waiting[kiosk] = call
            self._write(f"{_BELL}{_now()}  {kiosk} calls for staff: {_HOW}\n")

    def take(self, publish: Callable[[str, str], object]) -> None:
        """Tell each kiosk which waits that somebody comes."""
        for kiosk, call in self._waiting.items():
            publish(Topics(kiosk).taken, call)
            self._write(f"{_now()}  {kiosk} is told that you are coming\n")
        self._waiting.clear()


def calls(config: Path | None, lines: Iterable[str] = sys.stdin) -> int:
    """Show calls until the end of the lines, each of which takes those that wait.

    Raises `UsageError` if there is no connection to begin with.
    """
    settings = load_fleet_settings(config)
    if settings.problems or not settings.status.broker:
        lacking = f"{settings.path}: [status] names no broker; write broker = ..."
        raise UsageError(*map(str, settings.problems) or (lacking,))
    shown = Calls(_write)
    client = _connected(settings, shown)
    try:
        for _ in lines:
            shown.take(lambda topic, call: client.publish(topic, call, 1))
    except KeyboardInterrupt:
        pass
    finally:
        client.disconnect()
        client.loop_stop()
    return 0


def _connected(settings: FleetSettings, shown: Calls) -> "Client":
    try:
        client = _new_client(settings, shown)
        client.tls_set_context(faults.tls_context(settings.status))
        client.connect(settings.status.broker, settings.status.port)
    except ModuleNotFoundError as missing:
        raise UsageError(_NO_PAHO) from missing
    except faults.KeyFileError as fault:
        raise UsageError(str(fault)) from fault
    except (OSError, UnicodeError) as error:
        raise UsageError(faults.connect_fault(error, settings.status)) from error
    client.loop_start()
    return client


def _new_client(settings: FleetSettings, shown: Calls) -> "Client":
    from paho.mqtt.client import Client, MQTTv5
    from paho.mqtt.enums import CallbackAPIVersion

    def hear(_: Client, __: object, message: "MQTTMessage") -> None:
        shown.hear(message.topic, bytes(message.payload))

    def tell(*_: object) -> None:
        _write(f"{_now()}  connected with {faults.address(settings.status)}; {_HOW}\n")

    client = Client(CallbackAPIVersion.VERSION2, settings.id, protocol=MQTTv5)
    client.on_connect = lambda client, *_: client.subscribe(_EVERY_CALL, 1)
    client.on_disconnect = _tell_loss
    client.on_subscribe = tell
    client.on_message = hear
    return client


def _tell_loss(
    _: "Client", __: object, ___: object, reason: "ReasonCode", ____: object
) -> None:
    if reason.is_failure:
        _write(f"{_now()}  NO CALL GETS HERE: {reason}; the broker is tried again\n")


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _now() -> str:
    return f"{datetime.now().astimezone():%H:%M:%S}"
