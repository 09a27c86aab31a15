"""The settings that staff make on the screen, kept from one start to the next.

Nothing of a visit is in it.
"""

from msgspec import Struct, field

from kiosk.domain.pin import PinAttempts

VOLUMES = (0, 20, 40, 60, 80, 100)


class DeviceSettings(Struct, frozen=True):
    """The wrong PINs, the screen's width and the volume, which staff set on the screen.

    `width_mm` is 0 until staff have held a bank card to the glass; `volume` is one of
    `VOLUMES`, in percent. The fields' names are those in the state file.
    """

    tries: PinAttempts = field(default_factory=PinAttempts)
    width_mm: float = 0.0
    volume: int = 40

    def __post_init__(self) -> None:
        if self.width_mm < 0 or self.volume not in VOLUMES:
            raise ValueError("expected width_mm >= 0 and a volume of VOLUMES")
