"""Let staff in, and nobody read how.

The figures for scrypt are those of the OWASP Password Storage Cheat Sheet (16 MiB).
"""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from kiosk.errors import EntryError

DIGITS = range(4, 13)

_N, _R, _P = 2**14, 8, 5
_LINE = re.compile(r"scrypt\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{86}==)")


@dataclass(frozen=True, slots=True)
class Pin:
    """A staff PIN that nobody can read back: 16 bytes of salt, 64 of digest."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, digits: str, salt: bytes) -> Self:
        """Hash a PIN of 4 to 12 digits; raises `ValueError` for one easily guessed."""
        if not digits.isascii() or not digits.isdigit() or len(digits) not in DIGITS:
            raise ValueError("a PIN is 4 to 12 digits")
        if _is_easy(digits):
            raise ValueError("a PIN of equal digits, or digits in a row, is guessed")
        return cls(salt, _digest(digits, salt))

    @classmethod
    def parse(cls, line: str) -> Self:
        """Return the PIN in a line of `kiosk pin`; raises `EntryError` for another."""
        found = _LINE.fullmatch(line)
        if not found:
            message = 'this is no line that "kiosk pin" writes'
            raise EntryError(message, 'run "kiosk pin" and copy its line')
        salt, digest = (base64.b64decode(part) for part in found.groups())
        return cls(salt, digest)

    @property
    def line(self) -> str:
        """The PIN as it stands in the settings file."""
        parts = (base64.b64encode(part).decode() for part in (self.salt, self.digest))
        return "$".join(("scrypt", *parts))

    def matches(self, digits: str) -> bool:
        """Compare in constant time."""
        return hmac.compare_digest(self.digest, _digest(digits, self.salt))


def _is_easy(digits: str) -> bool:
    steps = {ord(b) - ord(a) for a, b in pairwise(digits)}
    return steps in ({0}, {1}, {-1})


def _digest(digits: str, salt: bytes) -> bytes:
    return hashlib.scrypt(digits.encode(), salt=salt, n=_N, r=_R, p=_P)
