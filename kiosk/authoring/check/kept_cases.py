"""The clinic's own cases: every visitor in `cases.toml` is still seen in time."""

from collections.abc import Iterator

from kiosk.authoring.check.subject import Subject
from kiosk.content.cases import Case
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import ContentError, EntryError, Problem, Severity
from kiosk.files.cases import CASES_FILE, load_cases
from kiosk.files.parsing import problems_in


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
    for places, severity in ((less, Severity.ERROR), (more, Severity.WARNING)):
        wrong = (_wrong(place, cases[place], level) for place, level in places.items())
        yield from problems_in(path, wrong, severity, subject.files.text)


def _told(case: Case, checklist: Checklist) -> Level:
    return checklist.assess(frozenset(case.answers)).level


def _wrong(place: int, case: Case, level: Level) -> EntryError:
    return EntryError(
        f"“{case.who}” is told {level.key} by the checklist, not {case.level.key}",
        "mend the rule in checklist.toml, or write the level that is right",
        key=f"cases[{place}].level",
    )
