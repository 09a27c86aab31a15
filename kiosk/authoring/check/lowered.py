"""Compare the checklist with the one that came with the program: no level may sink.

Answers are what counts, not how a rule is written. A checklist that a clinician
approved is compared with what they approved instead: see `approvals`.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path

from kiosk.authoring.check.cards import shipped
from kiosk.authoring.check.rules import CHECKLIST, ways_to_meet
from kiosk.authoring.check.subject import Subject, mistake
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import Problem

_MOST_WAYS = 200  # to meet one rule
_REMEDY = "put it back, or have it approved: kiosk approve checklist --by NAME"


def lowered_levels(subject: Subject) -> Iterator[Problem]:
    """Yield each symptom, rule or factor whose answers are less urgent than before."""
    library, before = subject.library, shipped().checklist
    if not library or library.checklist_approval.is_valid(subject.today):
        return
    path = subject.files.folder / CHECKLIST
    yield from _no_longer_first(subject, path, before, library.checklist)
    if library.checklist == before or not _is_of_same_kind(library.checklist, before):
        return
    for name, (then, now) in _lowered(before, library.checklist).items():
        line = subject.line_of_text(path, f'"{name}"')
        if now is None:
            message = f"{name} was {then.key}, and is not there"
        else:
            message = f"{name}: what was {then.key} is {now.key} now"
        yield mistake(path, line, message, _REMEDY)


def _no_longer_first(
    subject: Subject, path: Path, before: Checklist, now: Checklist
) -> Iterator[Problem]:
    """Yield each symptom that the list began with, and that is one of many now."""
    first = {it.id for it in before.symptoms if it.asked_first}
    for symptom in now.symptoms:
        if symptom.id in first and not symptom.asked_first:
            line = subject.line_of_text(path, f'"{symptom.id}"')
            message = f"{symptom.id} was asked before all others, and is not now"
            yield mistake(path, line, message, "write asked_first = true below it")


def _is_of_same_kind(checklist: Checklist, before: Checklist) -> bool:
    """Check whether a checklist asks what the shipped one asks, and is not all new."""
    return 2 * len(checklist.answers & before.answers) > len(before.answers)


def _lowered(
    before: Checklist, now: Checklist
) -> dict[str, tuple[Level, Level | None]]:
    """Return what is less urgent, by the row of the checklist that made it urgent."""
    known, lowered = now.answers, dict[str, tuple[Level, Level | None]]()
    for symptom in before.symptoms:
        if symptom.id not in known:
            lowered[symptom.id] = symptom.level, None
    for answers in _answers():
        if not answers <= known:
            continue
        then, level = before.assess(answers), now.assess(answers).level
        if level < then.level:
            urgent = (it.id for it in then.reasons if it.level is then.level)
            lowered.setdefault(next(urgent), (then.level, level))
    return lowered


@cache
def _answers() -> tuple[frozenset[str], ...]:
    """Return sets of answers that reach every row of the shipped checklist."""
    before = shipped().checklist
    symptoms = [it.id for it in before.symptoms]
    alone = (frozenset({it}) for it in sorted(before.answers))
    pairs = product(symptoms, (it.id for it in before.factors if it.raises))
    ruled = (
        way for rule in before.rules for way in islice(ways_to_meet(rule), _MOST_WAYS)
    )
    return (*alone, *map(frozenset, pairs), *ruled)
