"""Find rules of the checklist that never matter, and what they cite in vain."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import chain, combinations, islice, product
from pathlib import Path

from msgspec.structs import replace

from kiosk.authoring.check.subject import Subject, doubt, mistake
from kiosk.domain.triage import Checklist, Need, Rule
from kiosk.errors import Problem, Severity

CHECKLIST = "checklist.toml"
_JUDGEMENT = "judgement"
_MOST_WAYS = 5_000  # to meet a rule; the widest of those that came along has 800


def idle_rules(subject: Subject) -> Iterator[Problem]:
    """Yield each rule that raises no level: whatever meets it has one as high."""
    path = subject.files.folder / CHECKLIST
    if not subject.library or _has_errors(subject, path):
        return
    checklist = subject.library.checklist
    for rule in checklist.rules:
        others = tuple(it for it in checklist.rules if it is not rule)
        if not _matters(rule, replace(checklist, rules=others)):
            line = subject.line_of_text(path, f'"{rule.id}"')
            message = f"rule {rule.id} never matters: all that meets it is as urgent"
            yield doubt(path, line, message, "write a higher level, or delete the rule")


def missing_grounds(subject: Subject) -> Iterator[Problem]:
    """Yield each row of the checklist behind which there is nothing that it names."""
    if not subject.library:
        return
    checklist = subject.library.checklist
    path = subject.files.folder / CHECKLIST
    grounds = {it.id: it.grounds for it in checklist.symptoms}
    grounds |= {it.id: it.grounds for it in checklist.factors}
    grounds |= {it.id: it.grounds for it in checklist.rules}
    for row, behind in grounds.items():
        if not behind.sources and _JUDGEMENT not in behind.why.lower():
            line = subject.line_of_text(path, f'"{row}"')
            message = f"{row} names nothing that it is taken from"
            remedy = 'write its sources, or begin why with "Judgement"'
            yield doubt(path, line, message, remedy)


def unknown_grounds(subject: Subject) -> Iterator[Problem]:
    """Yield each source that the checklist names and that is not in `sources.toml`."""
    if not subject.library:
        return
    checklist, known = subject.library.checklist, subject.library.sources
    path = subject.files.folder / CHECKLIST
    grounds = [it.grounds for it in checklist.symptoms]
    grounds += [it.grounds for it in checklist.factors]
    grounds += [it.grounds for it in checklist.rules]
    cited = chain.from_iterable(it.sources for it in grounds)
    for source in dict.fromkeys(cited):
        if source not in known:
            line = subject.line_of_text(path, f'"{source}"')
            near = " or ".join(get_close_matches(source, known, 3, 0.5))
            remedy = f"write {near or 'one'} of sources.toml, or add it there"
            yield mistake(path, line, f"there is no source {source!r}", remedy)


def ways_to_meet(rule: Rule) -> Iterator[frozenset[str]]:
    """Yield the smallest sets of answers that meet a rule."""
    for choices in product(*map(_ways, rule.needs)):
        yield frozenset(chain.from_iterable(choices))


def _has_errors(subject: Subject, path: Path) -> bool:
    """Return whether rules of before stand in for mistaken ones."""
    errors = (it for it in subject.problems if it.severity is Severity.ERROR)
    return any(it.path == path for it in errors)


def _matters(rule: Rule, others: Checklist) -> bool:
    """Return whether some answers that meet a rule are less urgent without it."""
    ways = list(islice(ways_to_meet(rule), _MOST_WAYS))
    is_all = len(ways) < _MOST_WAYS
    return not is_all or any(others.assess(it).level < rule.level for it in ways)


def _ways(need: Need) -> Iterator[tuple[str, ...]]:
    for choices in combinations(need.choices, need.at_least):
        yield from product(*map(sorted, choices))
