"""One edition of the content as a repository offers it: for which kiosks, and what.

Its figures are in the field `custom` of a target, which TUF signs and leaves to us.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Self

from msgspec import Struct
from msgspec.structs import replace
from tuf.api.metadata import TargetFile, Targets

WHOLE = 100


class Offer(Struct, frozen=True, kw_only=True):
    """An edition: a higher `number` is newer.

    `share` percent of all kiosks take it. `fingerprint` is that of the unpacked folder,
    `length` and `sha256` are those of the tar file.
    """

    name: str
    number: int
    share: int
    fingerprint: str
    length: int
    sha256: str

    @classmethod
    def of(
        cls, target: TargetFile, *, number: int, share: int, fingerprint: str
    ) -> Self:
        """Return the offer of a file that TUF describes."""
        return cls(
            name=target.path,
            number=number,
            share=share,
            fingerprint=fingerprint,
            length=target.length,
            sha256=target.hashes["sha256"],
        )

    @property
    def is_for_all(self) -> bool:
        """Whether every kiosk takes it."""
        return self.share >= WHOLE

    def is_for(self, kiosk: str) -> bool:
        """Return whether this kiosk takes it: the same ones always come first."""
        return place_of(kiosk) < self.share

    def for_share(self, share: int) -> "Offer":
        """Return the same content for another share of the kiosks."""
        return replace(self, share=share)

    def as_target(self) -> TargetFile:
        """Return what TUF signs."""
        custom = {
            "number": self.number,
            "share": self.share,
            "fingerprint": self.fingerprint,
        }
        hashes = {"sha256": self.sha256}
        return TargetFile(self.length, hashes, self.name, {"custom": custom})


def offers_of(targets: Targets) -> Iterator[Offer]:
    """Yield what is offered; a target without our figures is none of ours."""
    for target in targets.targets.values():
        custom: dict[str, Any] = target.custom or {}
        number, share = custom.get("number"), custom.get("share")
        fingerprint = custom.get("fingerprint")
        is_ours = isinstance(fingerprint, str) and "sha256" in target.hashes
        if is_ours and type(number) is int and type(share) is int:
            yield Offer.of(
                target, number=number, share=share, fingerprint=str(fingerprint)
            )


def place_of(kiosk: str) -> int:
    """Return the place of a kiosk among all, 0 to 99, as its name decides it."""
    return int(sha256(kiosk.encode()).hexdigest(), 16) % WHOLE
