"""The call of a visitor who waits for staff, and the receipt for it."""

import re
from collections.abc import Callable
from contextlib import suppress

from kiosk.files.exchange import Exchange, Message
from kiosk.fleet.status.exchanged import WatchedFile

PATIENCE_S = 15.0
"""After that the window has sent the visitor to the desk: nobody is called any more."""
_NUMBER = re.compile("[0-9a-f]{8,64}")


class Call:
    """The call that waits, known by a number made by chance and by nothing else."""

    def __init__(self, exchange: Exchange, seconds: Callable[[], float]) -> None:
        self._exchange = exchange
        self._file = WatchedFile(exchange, Message.CALL, seconds)
        self._sent = ""

    def begin(self) -> None:
        """Take away the answer to a call before the last start."""
        self._drop_answer()

    def look(self) -> str:
        """Return the number of a call that is to be sent; "" without."""
        before = self._number
        self._file.look()
        number = self._number
        if before and number != before:
            self._drop_answer()
        is_new = number != self._sent and self._file.age_s < PATIENCE_S
        return number if is_new else ""

    def sent(self) -> None:
        """Note that the call which waits has been sent."""
        self._sent = self._number

    def may_be_lost(self) -> None:
        """Note that there is a new connection: the call may have gone with the last."""
        self._sent = ""

    def take(self, number: bytes) -> None:
        """Let the window know of a receipt; all but that for the call is ignored."""
        if number and number == self._number.encode():
            with suppress(OSError):  # the visitor is sent to the desk
                self._exchange.write(Message.ANSWER, {"call": self._number})

    @property
    def _number(self) -> str:
        number = (self._file.told or {}).get("call")
        is_one = isinstance(number, str) and _NUMBER.fullmatch(number)
        return str(number) if is_one else ""

    def _drop_answer(self) -> None:
        with suppress(OSError):
            self._exchange.remove(Message.ANSWER)
