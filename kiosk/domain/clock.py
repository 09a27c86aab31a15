"""The time as an argument, so that tests set it and only `app` asks the machine."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct


class Clock(Struct, frozen=True):
    """A stop watch and a wall clock.

    `seconds` counts like a stop watch: setting the machine's clock does not change it.
    `now` is the local time, summer time included; it may be wrong.
    """

    seconds: Callable[[], float]
    now: Callable[[], datetime]
