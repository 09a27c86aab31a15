"""Tell the supervisor of the program, such as systemd, how it is: the notify protocol.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

import socket
from collections.abc import Mapping
from contextlib import suppress

READY, ALIVE, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"
MORE_TIME = "EXTEND_TIMEOUT_USEC=20000000"
"""The start may take 20 seconds more from now."""


class Supervisor:
    """The program that started this one, and waits for its messages.

    `watchdog_s` is after how many seconds without a sign of life it starts the program
    again; None where it does not.
    """

    def __init__(self, address: str, watchdog_s: float | None) -> None:
        """`address` is a socket's path, or its abstract name after an "@"."""
        self.watchdog_s = watchdog_s
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Supervisor | None":
        """Return the one that the environment names; None if there is none.

        The watchdog's process id is not compared with ours: the supervisor has started
        a compositor, and that the kiosk.
        """
        address = environment.get("NOTIFY_SOCKET", "")
        if not address.startswith(("/", "@")) or not hasattr(socket, "AF_UNIX"):
            return None
        microseconds = environment.get("WATCHDOG_USEC", "")
        has_watchdog = microseconds.isdecimal() and int(microseconds) > 0
        return cls(address, int(microseconds) / 1e6 if has_watchdog else None)

    def tell(self, *messages: str) -> None:
        """Send messages such as `READY`; one that cannot be sent at once is lost."""
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as way:
            way.settimeout(0)
            way.sendto("\n".join(messages).encode(), self._address)
