"""The clinic's own cases: every visitor in `cases.toml` is still seen in time."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.authoring.check.subject import Subject
from kiosk.content.cases import Case
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import ContentError, Problem, Severity
from kiosk.files.cases import CASES_FILE, load_cases
from kiosk.files.key_lines import line_of, lines_of_keys


def kept_cases(subject: Subject) -> Iterator[Problem]:
    """Yield an error for each case that is told less than expected, a warning for more.

    Rows that cannot be read are errors too.
    """
    if not subject.library:
        return
    errors: list[ContentError] = []
    checklist = subject.library.checklist
    cases = load_cases(subject.files, checklist, errors.append)
    for error in errors:
        yield from error.problems
    told = {place: _told(case, checklist) for place, case in cases.items()}
    less = {place: it for place, it in told.items() if it < cases[place].level}
    more = {place: it for place, it in told.items() if it > cases[place].level}
    path = subject.files.folder / CASES_FILE
    lines = lines_of_keys(path, subject.files.text)
    for places, severity in ((less, Severity.ERROR), (more, Severity.WARNING)):
        for place, level in places.items():
            line = line_of(f"cases[{place}].level", lines)
            yield _wrong(path, line, cases[place], level, severity)


def _told(case: Case, checklist: Checklist) -> Level:
    return checklist.assess(frozenset(case.answers)).level


def _wrong(
    path: Path, line: int, case: Case, level: Level, severity: Severity
) -> Problem:
    return Problem(
        path,
        line=line,
        severity=severity,
        message=f"“{case.who}” is told {level.key} by the checklist, not "
        f"{case.level.key}",
        remedy="mend the rule in checklist.toml, or write the level that is right",
    )
