"""What a broker is told of a kiosk, in one message.

It is made of what the window and the updater report. Nothing in it is of a visit.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.status_report import Attention, StatusReport
from kiosk.domain.update_report import UpdateReport
from kiosk.fleet.status.exchanged import blankness_of

MOST_NAMES = 20
"""Of pages, and of faults, that are named; the others are counted."""
_MOST_LETTERS = 300
_WORDS: Mapping[Attention, str] = {
    Attention.CONTENT: "the content shown is not that of the folder",
    Attention.LEFT_OUT: "texts are left out",
    Attention.SETTINGS: "a setting is wrong",
    Attention.PROBLEMS: "a problem was reported",
}


class KioskState(StrEnum):
    """How a kiosk is, for who looks after many."""

    OPEN = "open"
    CLOSED = "closed"
    """It is well, and outside the clinic's hours."""
    TROUBLE = "trouble"
    """Visitors do not see what they should."""
    LOST = "lost"
    """The broker hears nothing of it: it says so itself, by the last will."""


NO_UPDATER = "none"
"""In the place of a `Freshness`: no updater reports, content comes some other way."""


class StatusMessage(Struct, frozen=True, kw_only=True):
    """The status of a kiosk, each field of which is a key of the JSON.

    The names are a promise: fields may be added, none is renamed within a `format`.

    - `state`: see `KioskState`. `why`: what staff should look after, in words, or "".
    - `content_installed`: the fingerprint of the content that the updater points to;
      `content_shown` of that on the glass; `painted` when it was last seen there.
    - `unapproved`, `overdue`: how many texts no clinician approved, and how many are
      past their review date; `unapproved_first`, `overdue_first` name some.
    - `updates`: see `Freshness`, or "none"; `updates_why` in words, or "".
    - `faults`: what was reported and is not mended, a line each, newest first.
    - `version`: of the program. `time`: the kiosk's own, ISO 8601.
    """

    format: int = 1
    state: KioskState
    why: str = ""
    content_installed: str = ""
    content_shown: str = ""
    painted: str = ""
    unapproved: int = 0
    unapproved_first: tuple[str, ...] = ()
    overdue: int = 0
    overdue_first: tuple[str, ...] = ()
    updates: str = NO_UPDATER
    updates_why: str = ""
    faults: tuple[str, ...] = ()
    version: str = ""
    time: str = ""

    @property
    def json(self) -> bytes:
        """The message as it is sent."""
        return msgspec.json.encode(self)

    def tells_more_than(self, other: "StatusMessage | None") -> bool:
        """Return whether it differs in anything but the time."""
        return other is None or _timeless(self) != _timeless(other)


LOST = msgspec.json.encode({"format": 1, "state": KioskState.LOST})
"""The last will."""


def message_of(
    window: StatusReport | None, silence: str, update: UpdateReport | None
) -> StatusMessage:
    """Return what is told; `silence` is why nothing is known of the window, or ""."""
    message = StatusMessage(state=KioskState.TROUBLE, why=silence)
    if window:
        state, why = _state(window, silence)
        message = replace(_with_window(message, window), state=state, why=why)
    return _with_update(message, update) if update else message


def _with_window(message: StatusMessage, window: StatusReport) -> StatusMessage:
    problems = (it.text for it in window.problems if not it.mended)
    faults = (*window.content_faults, *window.settings_problems, *problems)
    return replace(
        message,
        content_shown=window.content_shown,
        painted=window.painted,
        unapproved=len(window.unapproved),
        unapproved_first=_short(window.unapproved),
        overdue=len(window.overdue),
        overdue_first=_short(window.overdue),
        faults=_short(faults),
        version=window.version,
        time=window.time,
    )


def _state(window: StatusReport, silence: str) -> tuple[KioskState, str]:
    if fault := silence or window.trouble or blankness_of(window):
        return KioskState.TROUBLE, fault
    words = "; ".join(_WORDS[it] for it in window.attention)
    return KioskState.OPEN if window.open else KioskState.CLOSED, words


def _with_update(message: StatusMessage, update: UpdateReport) -> StatusMessage:
    return replace(
        message,
        content_installed=update.fingerprint,
        updates=update.state,
        updates_why=update.why[:_MOST_LETTERS],
    )


def _short(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line[:_MOST_LETTERS] for line in lines[:MOST_NAMES])


def _timeless(message: StatusMessage) -> StatusMessage:
    return replace(message, time="", painted="")
