"""Tell the broker how the kiosk is, and that a visitor calls."""

import time
from collections.abc import Callable

from kiosk.domain.status_report import StatusReport
from kiosk.domain.update_report import UpdateReport
from kiosk.files.exchange import Exchange, Message
from kiosk.files.versions import program_version
from kiosk.fleet.status.broker import Broker
from kiosk.fleet.status.call import PATIENCE_S, Call
from kiosk.fleet.status.discovery import MOST_SILENCE_S, device_message
from kiosk.fleet.status.exchanged import Reported, WatchedFile, believed, silence_of
from kiosk.fleet.status.message import StatusMessage, message_of
from kiosk.fleet.status.topics import Topics

AGAIN_S = 300.0
"""After so long the status is told again, though only the time in it is another."""
_WAIT_S = 0.25


class StatusReporter:
    """Look at the exchange folder four times a second, and tell what is new."""

    def __init__(
        self,
        topics: Topics,
        broker: Broker,
        exchange: Exchange,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._topics = topics
        self._broker = broker
        self._seconds = seconds
        window = WatchedFile(exchange, Message.REPORT, seconds)
        self._window = Reported(window, StatusReport)
        update = WatchedFile(exchange, Message.UPDATE, seconds)
        self._update = Reported(update, UpdateReport)
        self._call = Call(exchange, seconds)
        self._told: StatusMessage | None = None
        self._told_at = 0.0
        self._connections = 0
        broker.taken = self._call.take

    def begin(self) -> None:
        """Forget the answer to a call of an earlier time."""
        self._call.begin()

    def step(self, pause: Callable[[float], None] = time.sleep) -> None:
        """Hear the broker for a moment, then tell what is new."""
        self._broker.step(_WAIT_S, pause)
        self._window.look()
        self._update.look()
        if self._broker.is_connected:
            if self._connections != self._broker.connections:
                self._introduce()
            self._tell_status()
        if number := self._call.look():
            self._tell_call(number)

    def _introduce(self) -> None:
        """Tell a broker that may know nothing of this kiosk, or old things."""
        self._connections = self._broker.connections
        told = device_message(self._topics, program_version())
        self._broker.offer(self._topics.discovery, told)
        self._told = None
        self._call.may_be_lost()

    def _tell_status(self) -> None:
        window = self._window
        silence = silence_of(window)
        if not (window.value or silence):
            return  # the machine is starting, and the window not there yet
        message = message_of(window.value, silence, believed(self._update))
        is_due = self._seconds() - self._told_at >= AGAIN_S
        if is_due or message.tells_more_than(self._told):
            self._told, self._told_at = message, self._seconds()
            self._broker.publish(
                self._topics.status, message.json, retain=True, expiry_s=MOST_SILENCE_S
            )

    def _tell_call(self, number: str) -> None:
        if self._broker.is_connected:
            told = b'{"call":"%s"}' % number.encode()
            self._broker.publish(
                self._topics.call, told, retain=False, expiry_s=int(PATIENCE_S)
            )
            self._call.sent()
