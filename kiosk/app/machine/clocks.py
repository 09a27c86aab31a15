"""The machine's clocks."""

import time
from datetime import datetime

from kiosk.domain.clock import Clock


def system_clock() -> Clock:
    """Return the machine's clocks.

    The one that counts through a suspend where there is one: a visit that was open
    when the lid was closed is over when it opens.
    """
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    seconds = time.monotonic if boot is None else lambda: time.clock_gettime(boot)
    return Clock(seconds, _local_time)


def _local_time() -> datetime:
    """Return the time in the zone that the machine is set to by now."""
    if hasattr(time, "tzset"):
        time.tzset()
    return datetime.now().astimezone()
