"""Read `cases.toml`: the clinic's own cases, to try the rules on."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from kiosk.content.cases import Case
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import ContentError
from kiosk.files.parsing import Mistakes, check_known, typed
from kiosk.files.snapshot import Snapshot

CASES_FILE = "cases.toml"


class _Case(Struct, forbid_unknown_fields=True):
    who: str
    answers: tuple[str, ...]
    level: str


class _CasesFile(Struct, forbid_unknown_fields=True):
    cases: tuple[object, ...] = ()


def load_cases(
    files: Snapshot, checklist: Checklist, report: Callable[[ContentError], None]
) -> dict[int, Case]:
    """Return the cases by their place in the file, without those written wrong.

    Each mistake is reported.
    """
    path = files.folder / CASES_FILE
    cases: dict[int, Case] = {}
    if path not in files:
        return cases
    try:
        with files.blaming(path):
            mistakes = Mistakes()
            read = partial(_case, checklist=checklist)
            for place, row in enumerate(typed(files.table(path), _CasesFile).cases):
                if case := mistakes.attempt(f"cases[{place}]", read, row):
                    cases[place] = case
            mistakes.raise_found()
    except ContentError as error:
        report(error)
    return cases


def _case(row: object, checklist: Checklist) -> Case:
    case = typed(row, _Case)
    mistakes = Mistakes()
    for answer in case.answers:
        mistakes.attempt("", check_known, answer, sorted(checklist.answers), "answers")
    mistakes.attempt("", check_known, case.level, [it.key for it in Level], "level")
    mistakes.raise_found()
    return Case(case.who, case.answers, Level.of(case.level))
