"""Write the status of a kiosk as aligned lines."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from kiosk.domain.status_report import Attention, ProblemCount, State, StatusReport

_SUBJECTS: Mapping[Attention, str] = {
    Attention.CONTENT: "content",
    Attention.LEFT_OUT: "texts left out",
    Attention.SETTINGS: "settings",
    Attention.PROBLEMS: "problems",
}
_NONE = "none"
_VOICES = {True: "yes", False: "none installed", None: "not known yet"}

Row = tuple[str, str]


def status_lines(told: StatusReport) -> Iterator[str]:
    """Yield the lines: the subjects in one column, what is said of each in another."""
    rows = [*_machine_rows(told), *_content_rows(told), *_other_rows(told)]
    width = max(len(subject) for subject, _ in rows) + 2
    columns = max(shutil.get_terminal_size().columns - width, 40)
    for subject, said in rows:
        lines = [part for line in said.split("\n") for part in _folded(line, columns)]
        for index, line in enumerate(lines):
            yield f"{'' if index else subject:<{width}}{line}".rstrip()


def _machine_rows(told: StatusReport) -> Iterator[Row]:
    yield "State", _state(told)
    yield "Program", told.version
    yield "Running for", str(timedelta(seconds=told.uptime_s))
    if told.time:
        now = datetime.fromisoformat(told.time)
        yield "Time on this machine", f"{now:%Y-%m-%d %H:%M} (UTC{now:%z})"
        yield "Clinic", "open" if told.open else "closed"
    if told.painted:
        yield "Glass", f"last seen to be painted at {_hour(told.painted)}"
    yield "Touch", "leads on" if told.responsive else "leads nowhere at the moment"


def _hour(time: str) -> str:
    return f"{datetime.fromisoformat(time):%H:%M:%S}"


def _state(told: StatusReport) -> str:
    if told.state is State.TROUBLE:
        return f"trouble: {told.trouble}"
    subjects = ", ".join(_SUBJECTS[it] for it in told.attention)
    return f"needs attention: {subjects}" if subjects else "well"


def _content_rows(told: StatusReport) -> Iterator[Row]:
    if not told.languages:
        return
    shown = f"{told.content_shown}  {told.content_folder}"
    yield "Content", "\n".join((shown, *told.content_faults))
    yield "Pages", ", ".join(f"{code} {count}" for code, count in told.pages.items())
    yield "Left out", _listed(told.left_out)
    yield "Translations out of date", _listed(told.outdated)
    yield "Not approved by a clinician", _listed(told.unapproved)
    yield "Past their review date", _listed(told.overdue)
    yield "Settings", "\n".join((told.settings_file, *told.settings_problems))


def _other_rows(told: StatusReport) -> Iterator[Row]:
    width, height = told.screen_px
    wide = f", {told.screen_mm} mm wide" if told.screen_mm else ""
    yield "Screen", f"{width}x{height} px{wide}"
    if told.languages:
        yield "Sound", "not installed" if told.volume is None else f"{told.volume}%"
        voices = (f"{code}: {_VOICES[has]}" for code, has in told.voices.items())
        yield "Voices", ", ".join(voices) or "speech is not installed"
    yield "Last problems", "\n".join(map(_problem, told.problems)) or _NONE


def _problem(problem: ProblemCount) -> str:
    times = f" ({problem.times} times)" if problem.times > 1 else ""
    return f"{problem.text}{times}{' (mended)' if problem.mended else ''}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or _NONE


def _folded(line: str, columns: int) -> list[str]:
    """Return a line in parts that fit; a path is never broken."""
    return textwrap.wrap(
        line, columns, break_long_words=False, break_on_hyphens=False
    ) or [""]
