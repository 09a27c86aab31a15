"""The staff PIN, which cannot be read back, and how often a wrong one may be tried.

The figures for scrypt are those of the OWASP Password Storage Cheat Sheet (16 MiB).
"""

import base64
import re
from itertools import pairwise
from typing import Self

from msgspec import Struct

from kiosk.errors import EntryError

DIGITS = range(4, 13)
ATTEMPTS = 5
PAUSE_S = 60.0
LONGEST_PAUSE_S = 3600.0

_N, _R, _P = 2**14, 8, 5
_LINE = re.compile(r"scrypt\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{86}==)")


class TypedPin:
    """Digits as they are typed, in one place of memory, which can be overwritten.

    Python's strings cannot: each digit more would leave the ones before it behind.
    """

    __slots__ = ("_count", "_digits")

    def __init__(self) -> None:
        self._digits = bytearray(DIGITS[-1])
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def digits(self) -> memoryview:
        """The digits, where they are: not a copy of them."""
        return memoryview(self._digits)[: self._count]

    def add(self, digit: str) -> None:
        """Add a digit, if a PIN can have so many."""
        if self._count < len(self._digits):
            self._digits[self._count] = ord(digit)
            self._count += 1

    def delete(self) -> None:
        """Overwrite the last digit, if there is one."""
        if self._count:
            self._count -= 1
            self._digits[self._count] = 0

    def wipe(self) -> None:
        """Overwrite all digits."""
        while self._count:
            self.delete()


class Pin(Struct, frozen=True):
    """A hashed staff PIN: 16 bytes of salt, 64 of digest, which no `repr` tells."""

    salt: bytes
    digest: bytes

    def __repr__(self) -> str:
        return "Pin()"

    @classmethod
    def hashed(cls, digits: str, salt: bytes) -> Self:
        """Return a PIN of 4 to 12 digits; raises `ValueError` for one like 1234."""
        if not digits.isascii() or not digits.isdigit() or len(digits) not in DIGITS:
            raise ValueError("a PIN is 4 to 12 digits")
        if _is_easy(digits):
            raise ValueError("a PIN of equal digits, or digits in a row, is guessed")
        return cls(salt, _digest(digits.encode(), salt))

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
        """The PIN as it is written in the settings file."""
        parts = (base64.b64encode(part).decode() for part in (self.salt, self.digest))
        return "$".join(("scrypt", *parts))

    def matches(self, digits: bytes | memoryview) -> bool:
        """Return whether these are its digits, in constant time."""
        import hmac  # and with it OpenSSL, which a start does without

        return hmac.compare_digest(self.digest, _digest(digits, self.salt))


class PinAttempts(Struct, frozen=True):
    """The wrong PINs so far, and until when the pad is closed because of them.

    `closed_until` is in seconds since 1970, so that it outlives the program.
    """

    wrong: int = 0
    closed_until: float = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until the pad opens again; 0 while it is open.

        Never more than it was closed for, even if the clock was set back.
        """
        return min(max(0.0, self.closed_until - now), self._pause)

    def after_wrong(self, now: float) -> "PinAttempts":
        """Return the attempts after one more wrong PIN: every fifth closes the pad."""
        is_closed = 0 < self.closed_until - now <= self._pause
        more = PinAttempts(self.wrong + 1, self.closed_until if is_closed else 0.0)
        if more.wrong % ATTEMPTS:
            return more
        return PinAttempts(more.wrong, now + more._pause)

    @property
    def _pause(self) -> float:
        """60 seconds, twice as long each time, and never over an hour."""
        times = min(self.wrong // ATTEMPTS, 32)
        return min(PAUSE_S * 2 ** (times - 1), LONGEST_PAUSE_S) if times else 0.0


def _is_easy(digits: str) -> bool:
    steps = {ord(b) - ord(a) for a, b in pairwise(digits)}
    return steps in ({0}, {1}, {-1})


def _digest(digits: bytes | memoryview, salt: bytes) -> bytes:
    import hashlib

    return hashlib.scrypt(digits, salt=salt, n=_N, r=_R, p=_P)
