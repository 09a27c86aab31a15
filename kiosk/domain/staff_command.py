"""The commands of the staff panel, and how they end."""

from enum import StrEnum, auto

from msgspec import Struct


class StaffCommand(StrEnum):
    """A button of the staff panel. Its value names its text in `StaffWords`."""

    SCREEN_TEST = auto()
    CHECK_SIZES = auto()
    CALIBRATE = auto()
    QUIETER = auto()
    LOUDER = auto()
    CLEAN = auto()
    RELOAD = auto()
    RESTART = auto()
    QUIT = auto()

    @property
    def is_of_sound(self) -> bool:
        """Whether a kiosk without sound does without it."""
        return self in (StaffCommand.QUIETER, StaffCommand.LOUDER)

    @property
    def ends_the_program(self) -> bool:
        """Whether it has to be touched twice."""
        return self in (StaffCommand.RESTART, StaffCommand.QUIT)


class Outcome(Struct, frozen=True):
    """How a command ended, in a few words, and each thing that is wrong."""

    said: str = ""
    problems: tuple[str, ...] = ()
