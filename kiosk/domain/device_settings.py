"""What staff set on the screen itself, kept from one start to the next.

Nothing of a visit is in it.
"""

from dataclasses import dataclass, field

TRIES = 5
PAUSE_S = 60.0
LONGEST_PAUSE_S = 3600.0
VOLUMES = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class PinAttempts:
    """Wrong PINs so far, and until when the pad is closed for them.

    `closed_until` is seconds since 1970, so that it outlives the program.
    """

    wrong: int = 0
    closed_until: float = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until the pad opens again; 0 while it is open.

        With a clock that was set back they are never more than it was closed for.
        """
        return min(max(0.0, self.closed_until - now), self._pause)

    def after_wrong(self, now: float) -> "PinAttempts":
        """Return the tries after one more wrong PIN: every fifth closes the pad."""
        is_closed = 0 < self.closed_until - now <= self._pause
        tries = PinAttempts(self.wrong + 1, self.closed_until if is_closed else 0.0)
        if tries.wrong % TRIES:
            return tries
        return PinAttempts(tries.wrong, now + tries._pause)

    @property
    def _pause(self) -> float:
        """60 seconds, twice as long each time, and never over an hour."""
        times = min(self.wrong // TRIES, 32)
        return min(PAUSE_S * 2 ** (times - 1), LONGEST_PAUSE_S) if times else 0.0


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """Wrong PINs, the picture's width and the volume, which staff set on the screen.

    `width_mm` is 0 until somebody has held a bank card to the glass; `volume` is one
    of `VOLUMES`, in percent.
    """

    tries: PinAttempts = field(default_factory=PinAttempts)
    width_mm: float = 0.0
    volume: int = 40

    def __post_init__(self) -> None:
        if self.width_mm < 0 or self.volume not in VOLUMES:
            raise ValueError("expected width_mm >= 0 and a volume of VOLUMES")
