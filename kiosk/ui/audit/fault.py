"""A fault of a screen: something too small, too near or cut off."""

from msgspec import Struct


class Fault(Struct, frozen=True):
    """A fault and its place, as measured and as wanted, in millimetres."""

    what: str
    where: str
    measured: float
    wanted: float

    def __str__(self) -> str:
        return (
            f"{self.where}: {self.what} {self.measured:.1f} mm, "
            f"wanted {self.wanted:.1f} mm"
        )
