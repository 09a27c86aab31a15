"""Read the symptom checklist: its questions and its rules.

The file's own comment explains its form; `kiosk advice --table` prints it as one
sheet for a clinician to sign.
"""

from pathlib import Path

from msgspec import Struct

from kiosk.domain.triage import (
    Checklist,
    Factor,
    Grounds,
    Level,
    Need,
    Rule,
    Symptom,
)
from kiosk.errors import ContentError
from kiosk.files.parsing import blaming, read_table, typed


class _Symptom(Struct, forbid_unknown_fields=True):
    id: str
    group: str
    level: str
    why: str
    sources: tuple[str, ...] = ()
    asked_first: bool = False


class _Factor(Struct, forbid_unknown_fields=True):
    id: str
    topic: str
    why: str
    sources: tuple[str, ...] = ()
    raises: bool = False


class _Need(Struct, forbid_unknown_fields=True):
    answers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    within: str = ""
    any_symptom_but: tuple[str, ...] | None = None
    at_least: int = 1


class _Rule(Struct, forbid_unknown_fields=True):
    id: str
    level: str
    needs: tuple[_Need, ...]
    why: str
    sources: tuple[str, ...] = ()


class _ChecklistFile(Struct, forbid_unknown_fields=True):
    groups: tuple[str, ...]
    symptoms: tuple[_Symptom, ...]
    factors: tuple[_Factor, ...] = ()
    rules: tuple[_Rule, ...] = ()


def load_checklist(path: Path) -> Checklist:
    """Return the questions and rules in `path`; raises `ContentError`."""
    with blaming(path, ContentError):
        file = typed(read_table(path), _ChecklistFile)
        symptoms = tuple(_symptom(row, file.groups) for row in file.symptoms)
        members = _members(file.groups, symptoms)
        return Checklist(
            groups=file.groups,
            symptoms=symptoms,
            factors=tuple(_factor(row) for row in file.factors),
            rules=tuple(_rule(row, members) for row in file.rules),
        )


def _members(
    groups: tuple[str, ...], symptoms: tuple[Symptom, ...]
) -> dict[str, frozenset[str]]:
    return {
        group: frozenset(s.id for s in symptoms if s.group == group) for group in groups
    }


def _symptom(row: _Symptom, groups: tuple[str, ...]) -> Symptom:
    if row.group not in groups:
        raise ValueError(f"symptom {row.id!r} names unknown group {row.group!r}")
    try:
        level = Level.of(row.level)
    except ValueError as problem:
        raise ValueError(f"symptom {row.id!r}: {problem}") from problem
    grounds = Grounds(row.why, row.sources)
    return Symptom(row.id, row.group, level, grounds, row.asked_first)


def _factor(row: _Factor) -> Factor:
    return Factor(row.id, row.topic, Grounds(row.why, row.sources), row.raises)


def _rule(row: _Rule, members: dict[str, frozenset[str]]) -> Rule:
    try:
        level = Level.of(row.level)
        needs = tuple(_need(need, members) for need in row.needs)
    except KeyError as unknown:
        raise ValueError(
            f"rule {row.id!r} names unknown group {unknown.args[0]!r}"
        ) from unknown
    except ValueError as problem:
        raise ValueError(f"rule {row.id!r}: {problem}") from problem
    return Rule(row.id, level, needs, Grounds(row.why, row.sources))


def _need(row: _Need, members: dict[str, frozenset[str]]) -> Need:
    choices = [frozenset({answer}) for answer in row.answers]
    choices += [members[group] for group in row.groups]
    if row.within:
        choices += [frozenset({answer}) for answer in sorted(members[row.within])]
    if row.any_symptom_but is not None:
        every = frozenset[str]().union(*members.values())
        if strangers := sorted(set(row.any_symptom_but) - every):
            raise ValueError(f"names unknown {strangers[0]!r}")
        choices.append(every.difference(row.any_symptom_but))
    return Need(tuple(choices), row.at_least)
