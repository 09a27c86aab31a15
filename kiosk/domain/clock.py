"""The time, as an argument: nothing in the kiosk asks the machine for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """Two ways to tell the time.

    `seconds` counts on whatever anyone sets, as a stop watch does. `now` is the local
    time on the wall, summer time included; it may be wrong.
    """

    seconds: Callable[[], float]
    now: Callable[[], datetime]
