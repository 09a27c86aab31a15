"""How long what moves takes, in milliseconds; with reduced motion nothing moves."""

from enum import IntEnum


class Motion(IntEnum):
    """The time that a change of the screen takes."""

    PAGE = 150
