"""The status of a running kiosk, as other programs get it."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field


class State(StrEnum):
    """How a kiosk is, in one word."""

    WELL = "well"
    ATTENTION = "attention"
    """It serves visitors, and staff should look after what `attention` names."""
    TROUBLE = "trouble"
    """Its screen says that it is not working."""


class Attention(StrEnum):
    """What staff should look after: the keys of a status that say more."""

    CONTENT = "content_faults"
    LEFT_OUT = "left_out"
    SETTINGS = "settings_problems"
    PROBLEMS = "problems"


class ProblemCount(Struct, frozen=True, kw_only=True):
    """A line that was reported since the start, how often, and if it holds no more."""

    text: str
    times: int
    mended: bool = False


class StatusReport(Struct, frozen=True, kw_only=True):
    """The status of a kiosk, of which `kiosk status --format json` prints each field.

    The names are a promise to other programs: fields may be added, none is renamed or
    changes its meaning within a `format`. Nothing in it depends on a visitor, not even
    whether one is there: what waits for the end of a visit is not in it.

    - `format`: 1.
    - `state`: "well", "attention" or "trouble"; `attention` names the other fields
      that need staff; `trouble` is why the screen says that it is not working, or "".
    - `version`: of the program. `uptime_s`: whole seconds since the program started.
    - `time`: the machine's local time, ISO 8601 with its distance from UTC; "" unknown.
    - `started`: when this process started, in the same way. `painted`: when the glass
      was last looked at, about three times a minute, and was not blank, or black as
      the clinic wishes at night; "" before.
    - `responsive`: whether a touch leads somewhere; not while the glass is cleaned or
      measured, nor in trouble.
    - `open`: whether the clinic is, by its hours.
    - `content_shown`: the fingerprint of the content on the screen; `content_folder`
      where that was read; `content_faults` why it is not what the clinic's folder has.
    - `languages`: the codes of those offered, the clinic's first one first.
    - `pages`: the number of pages shown in each language itself.
    - `left_out`: "language/page" of what is not shown, as it is wrong or withheld;
      `outdated` of what is shown in another language, as its translation is old;
      `unapproved` of texts no clinician approved as they are now, rules and words among
      them by the names of their files; `overdue` of pages past their review date.
    - `settings_file`, and `settings_problems`, a line each.
    - `screen_px`: width and height; `screen_mm`: the width, 0 where it is unknown.
    - `volume`: in percent, null without sound. `voices`: whether each language has one,
      null where that is not known yet; empty without speech.
    - `problems`: the last that were reported, newest first: `text`, `times` it was
      reported since the start, and whether it is `mended`, as far as the kiosk knows:
      those of the content are. One that is needs no staff.
    """

    format: int = 1
    state: State = State.WELL
    attention: tuple[Attention, ...] = ()
    trouble: str = ""
    version: str
    uptime_s: int = 0
    time: str = ""
    started: str = ""
    painted: str = ""
    responsive: bool = False
    open: bool = False
    content_shown: str = ""
    content_folder: str = ""
    content_faults: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    pages: Mapping[str, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    unapproved: tuple[str, ...] = ()
    overdue: tuple[str, ...] = ()
    settings_file: str = ""
    settings_problems: tuple[str, ...] = ()
    screen_px: tuple[int, int] = (0, 0)
    screen_mm: int = 0
    volume: int | None = None
    voices: Mapping[str, bool | None] = field(default_factory=dict)
    problems: tuple[ProblemCount, ...] = ()
