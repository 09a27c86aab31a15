"""What the window and the updater say in the exchange folder, read when it changes."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Generic, TypeVar

import msgspec
from msgspec.structs import replace

from kiosk.domain.status_report import StatusReport
from kiosk.domain.update_report import Freshness, UpdateReport
from kiosk.files.exchange import Exchange, Message

_T = TypeVar("_T")
STALE_S = 60.0
"""The window writes every 20 seconds."""
UPDATER_STALE_S = 3 * 3600.0
"""The updater writes every hour, or later if what it looks at is slow."""
NO_UPDATES = "kiosk-update has told nothing for over three hours"
SILENT = "the window has told nothing for over a minute"
BLANK = "nothing was on the glass for over a minute"
NEVER = "no window has told anything yet"
UNREADABLE = "what the window tells cannot be understood: is its version another one?"


class WatchedFile:
    """One file: what it says, and for how many seconds it has said so.

    A clock that is set does not matter: its age by the machine's clock counts for the
    file alone that was there at the start.
    """

    def __init__(
        self, exchange: Exchange, message: Message, seconds: Callable[[], float]
    ) -> None:
        self._exchange = exchange
        self._message = message
        self._seconds = seconds
        self._mark: tuple[int, int] | None = None
        self._since = seconds()
        self.told: dict[str, object] | None = None

    @property
    def age_s(self) -> float:
        """How old it is, in seconds; or for how long there is none."""
        return self._seconds() - self._since

    def look(self) -> None:
        """Read it, if it was written since the last look."""
        mark = self._written()
        if mark == self._mark:
            return
        is_first, self._mark = self._mark is None, mark
        old = self._exchange.age_s(self._message) or 0.0 if is_first else 0.0
        self._since = self._seconds() - abs(old)
        self.told = self._exchange.read(self._message) if mark else None

    def _written(self) -> tuple[int, int] | None:
        with suppress(OSError):
            found = os.stat(self._exchange.path(self._message))  # noqa: PTH116
            return found.st_mtime_ns, found.st_ino
        return None


class Reported(Generic[_T]):
    """What a process reports in one file: the last value that could be read."""

    def __init__(self, file: WatchedFile, kind: type[_T]) -> None:
        self.file = file
        self.value: _T | None = None
        self.is_understood = True
        self._kind = kind
        self._read: dict[str, object] | None = None

    def look(self) -> None:
        """Read it, if it was written since the last look."""
        self.file.look()
        if self.file.told is self._read:
            return
        self._read, self.is_understood = self.file.told, True
        if self._read is not None:
            try:
                self.value = msgspec.convert(self._read, self._kind)
            except msgspec.ValidationError:
                self.is_understood = False


def silence_of(window: Reported[StatusReport]) -> str:
    """Return why nothing is known of the window at the moment; "" if it is.

    One that is started again takes its report away, and has a new one in a moment.
    """
    if not window.is_understood:
        return UNREADABLE
    if window.file.age_s <= STALE_S:
        return ""
    return SILENT if window.value else NEVER


def believed(update: Reported[UpdateReport]) -> UpdateReport | None:
    """Return the updater's report; it is stale if it was not written again for long."""
    told, file = update.value, update.file
    if not told or told.state is not Freshness.FRESH:
        return told
    is_silent = file.told is None or file.age_s > UPDATER_STALE_S
    stale = Freshness.STALE
    return replace(told, state=stale, why=NO_UPDATES) if is_silent else told


def blankness_of(window: StatusReport) -> str:
    """Return why visitors see nothing, as the window itself found; "" if they do."""
    seen = _when(window.painted) or _when(window.started)
    now = _when(window.time)
    is_blank = seen and now and (now - seen).total_seconds() > STALE_S
    return BLANK if is_blank else ""


def _when(text: str) -> datetime | None:
    with suppress(ValueError):
        when = datetime.fromisoformat(text)
        return when if when.tzinfo else when.astimezone()
    return None
