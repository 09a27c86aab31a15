"""Content that may be shown, with its files and the reasons why it is shown."""

from collections.abc import Sequence
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.content.library import Library
from kiosk.errors import Problem
from kiosk.files.kept_pages import KeptPages
from kiosk.files.snapshot import Snapshot

LAST_GOOD = "the content as it was read before is still shown"
_REFUSED = "until this is right, the content as it was read before is still shown"
_MOST_REFUSALS = 5
_SETTLED_S = 60.0


class LastLook(Struct, frozen=True):
    """How the clinic's folder was when it was read last: as its `Snapshot` says.

    `stamp` is empty where it could not be read as a whole.
    """

    stamp: str = ""
    fingerprint: str = ""
    last_change: float = 0.0

    @classmethod
    def of(cls, files: Snapshot) -> Self:
        """Return how the folder was that these files are of."""
        stamp = files.stamp if files.is_complete else ""
        return cls(stamp, files.fingerprint, files.last_change)

    def is_settled(self, now: float) -> bool:
        """Return whether it was left alone for long, `now` seconds since 1970.

        Of files that were written just before, a later change may leave no trace.
        """
        return self.last_change + _SETTLED_S < now


class Edition(Struct, frozen=True):
    """A library with the files that it was made from.

    `fault` says, a line each, why the library is not that of the clinic's folder. In
    the place of a page that is wrong the library has the one that was `kept`. The
    clinic's folder was as at the `last_look`, also if nothing of it is shown.
    `undrawn` are the problems of its pictures that cannot be drawn.
    """

    library: Library
    files: Snapshot
    fault: tuple[str, ...] = ()
    kept: KeptPages = field(default_factory=KeptPages)
    last_look: LastLook = LastLook()
    undrawn: tuple[Problem, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The problems for staff, a line each."""
        return (*self.fault, *self.library.lines)

    def instead_of(self, files: Snapshot, problems: Sequence[Problem]) -> "Edition":
        """Return the same edition, that stays in place of files with these problems."""
        first, *others = map(str, problems[:_MOST_REFUSALS])
        fault = [f"{first}; {_REFUSED}", *others]
        if (more := len(problems) - _MOST_REFUSALS) > 0:
            fault.append(f"{files.folder}: {more} mistakes more; run: kiosk check")
        return replace(self, fault=tuple(fault), last_look=LastLook.of(files))

    def after_bug(self, line: str, stamp: str) -> "Edition":
        """Return the same edition, that stays while a folder cannot be read."""
        fault = f"{line}; {LAST_GOOD}"
        return replace(self, fault=(fault,), last_look=LastLook(stamp))
