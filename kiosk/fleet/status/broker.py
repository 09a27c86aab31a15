"""The connection to a broker of MQTT: made again and again, and never in a hurry.

Each connection has a client of its own, so that nothing waits in a queue while there is
none: what is told at the next one is how the kiosk is then.
"""

from collections.abc import Callable

from paho.mqtt.client import Client, ConnectFlags, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from kiosk.fleet.settings import StatusSettings
from kiosk.fleet.status import faults
from kiosk.fleet.status.faults import hung_up, lost
from kiosk.fleet.status.message import LOST
from kiosk.fleet.status.retry import MOST_S, Retry
from kiosk.fleet.status.topics import Topics

KEEPALIVE_S = 20
"""A kiosk whose power is cut is lost after one and a half of it."""
_OFTEN = 3
"""So many short connections in a row are no chance."""
_WITH_WILL = 4
"""The reason of a goodbye after which the broker publishes the will, too."""


class Broker:
    """A broker to which messages are sent while there is a connection.

    `taken` hears what is published on the one topic that is read.
    """

    def __init__(
        self,
        settings: StatusSettings,
        topics: Topics,
        say: Callable[[str], None],
        seconds: Callable[[], float],
    ) -> None:
        self.taken: Callable[[bytes], None] = lambda _: None
        self.connections = 0
        self.is_connected = False
        self._settings = settings
        self._topics = topics
        self._say = say
        self._seconds = seconds
        self._client: Client | None = None
        self._retry = Retry()
        self._next_try = 0.0
        self._connected_at = 0.0
        self._offered = 0
        self._refusal = ""
        self._short_ones = 0

    def step(self, wait_s: float, pause: Callable[[float], None]) -> None:
        """Hear and send what there is for some seconds, or try to connect."""
        if self._client:
            if self._client.loop(wait_s) is not MQTTErrorCode.MQTT_ERR_SUCCESS:
                self._lost()
        elif self._seconds() >= self._next_try:
            self._connect()
        else:
            pause(wait_s)

    def publish(
        self, topic: str, told: bytes, *, retain: bool, expiry_s: int = 0
    ) -> int:
        """Send a message; the broker forgets it after `expiry_s`, if that is given.

        Return its number; 0 where there is no connection.
        """
        properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
        if expiry_s:
            properties.MessageExpiryInterval = expiry_s
        if self._client and self.is_connected:
            return self._client.publish(topic, told, 1, retain, properties).mid
        return 0

    def offer(self, topic: str, told: bytes) -> None:
        """Send a message, to be retained, of which a refusal is no fault."""
        self._offered = self.publish(topic, told, retain=True)

    def end(self) -> None:
        """Say goodbye; the broker then publishes that the kiosk is lost."""
        if self._client:
            reason = ReasonCode(PacketTypes.DISCONNECT, identifier=_WITH_WILL)
            self._client.disconnect(reason)
            self._client.loop_write()

    def _connect(self) -> None:
        settings = self._settings
        client = self._new_client()
        try:
            client.tls_set_context(faults.tls_context(settings))
            client.connect(settings.broker, settings.port, KEEPALIVE_S)
        except faults.KeyFileError as fault:
            self._failed(str(fault))
        except (OSError, UnicodeError) as error:
            self._failed(faults.connect_fault(error, settings))
        else:
            self._client = client

    def _new_client(self) -> Client:
        name = self._topics.id
        client = Client(CallbackAPIVersion.VERSION2, name, protocol=MQTTv5)
        client.will_set(self._topics.status, LOST, 1, retain=True)
        client.on_connect = self._connected
        client.on_message = self._heard
        client.on_publish = self._published
        return client

    def _connected(
        self,
        client: Client,
        _: object,
        __: ConnectFlags,
        reason: ReasonCode,
        ___: object,
    ) -> None:
        if reason.is_failure:
            self._refusal = faults.refused(self._settings, reason, "the connection")
            return
        self._connected_at = self._seconds()
        self._say(f"connected with {faults.address(self._settings)}")
        client.subscribe(self._topics.taken, 1)
        self.is_connected = True
        self.connections += 1

    def _heard(self, _: Client, __: object, message: MQTTMessage) -> None:
        self.taken(bytes(message.payload))

    def _published(
        self, _: Client, __: object, number: int, reason: ReasonCode, ___: object
    ) -> None:
        if reason.is_failure and number != self._offered:
            self._say(faults.refused(self._settings, reason, "a message"))

    def _lost(self) -> None:
        was, self.is_connected = self.is_connected, False
        refusal, self._refusal = self._refusal, ""
        self._failed(refusal or (self._loss() if was else hung_up(self._settings)))

    def _loss(self) -> str:
        """Return in words that a connection is lost; wait longer after a short one."""
        is_short = self._seconds() - self._connected_at < MOST_S
        self._short_ones = self._short_ones + 1 if is_short else 0
        if not is_short:
            self._retry.succeeded()
        again = self._short_ones >= _OFTEN
        return lost(self._settings, again_and_again=again)

    def _failed(self, line: str) -> None:
        self._client = None
        self._say(line)
        self._next_try = self._seconds() + self._retry.delay_s()
