"""Read the symptom checklist: its questions and its rules.

The file's own comment explains its form; `kiosk advice --table` prints it as one
sheet for a clinician to sign.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

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
from kiosk.errors import EntryError
from kiosk.files.parsing import Mistakes, check_known, typed
from kiosk.files.snapshot import Snapshot

_T = TypeVar("_T")
_TABLES = ("symptoms", "factors", "rules")


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
    asked: bool = False
    unsure_of: str = ""


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


@dataclass(frozen=True, slots=True)
class _Known:
    """The names that other rows may use; `members` are the symptoms of each group."""

    groups: tuple[str, ...]
    members: Mapping[str, frozenset[str]]
    symptoms: frozenset[str]
    factors: frozenset[str]


def load_checklist(files: Snapshot) -> Checklist:
    """Return the questions and rules of the content; raises `ContentError`."""
    path = files.folder / "checklist.toml"
    with files.blaming(path):
        return _checklist(files.table(path))


def _checklist(table: Mapping[str, object]) -> Checklist:
    """Return the checklist in a table; raises for every mistake in it at once."""
    mistakes = Mistakes()
    symptoms, factors, rules = (_rows(table, name) for name in _TABLES)
    without_rows = {**table, **{name: [] for name in _TABLES if _rows(table, name)}}
    mistakes.attempt("", typed, without_rows, _ChecklistFile)
    groups = tuple(map(str, _rows(table, "groups")))
    known = _known(groups, symptoms, factors)
    mistakes.attempt("", _check_ids, table)
    checklist_rows = (
        _all_of(mistakes, "symptoms", partial(_symptom, known=known), symptoms),
        _all_of(mistakes, "factors", partial(_factor, known=known), factors),
        _all_of(mistakes, "rules", partial(_rule, known=known), rules),
    )
    mistakes.raise_found()
    return Checklist(known.groups, *checklist_rows)


def _rows(table: Mapping[str, object], name: str) -> list[object]:
    rows = table.get(name)
    return rows if isinstance(rows, list) else []


def _all_of(
    mistakes: Mistakes, name: str, read: Callable[[object], _T], rows: list[object]
) -> tuple[_T, ...]:
    """Return what each row means, without those that are mistaken."""
    found = (
        mistakes.attempt(f"{name}[{place}]", read, row)
        for place, row in enumerate(rows)
    )
    return tuple(each for each in found if each is not None)


def _known(
    groups: tuple[str, ...], symptoms: list[object], factors: list[object]
) -> _Known:
    """Return the ids of all rows, so that a mistaken row does not count as missing."""
    members = {
        group: frozenset(_ids(row for row in symptoms if _text(row, "group") == group))
        for group in groups
    }
    return _Known(groups, members, frozenset(_ids(symptoms)), frozenset(_ids(factors)))


def _ids(rows: Iterable[object]) -> Iterator[str]:
    return filter(None, (_text(row, "id") for row in rows))


def _text(row: object, key: str) -> str:
    value = row.get(key) if isinstance(row, dict) else ""
    return value if isinstance(value, str) else ""


def _check_ids(table: Mapping[str, object]) -> None:
    """Check that no two rows have the same id, nor two groups the same name."""
    mistakes = Mistakes()
    seen: set[str] = set()
    for name in _TABLES:
        for place, row in enumerate(_rows(table, name)):
            each = _text(row, "id")
            mistakes.attempt(f"{name}[{place}].id", _check_new, each, seen)
    seen.clear()
    for group in _rows(table, "groups"):
        mistakes.attempt("groups", _check_new, str(group), seen)
    mistakes.raise_found()


def _check_new(name: str, seen: set[str]) -> None:
    if name and name in seen:
        raise EntryError(f"the same id twice: {name}", "give each its own")
    seen.add(name)


def _symptom(row: object, known: _Known) -> Symptom:
    symptom = typed(row, _Symptom)
    mistakes = Mistakes()
    mistakes.attempt("", check_known, symptom.group, known.groups, "group")
    own = [level.key for level in Level if level is not Level.INFORMATION]
    mistakes.attempt("", check_known, symptom.level, own, "level")
    mistakes.raise_found()
    grounds = Grounds(symptom.why, symptom.sources)
    level = Level.of(symptom.level)
    return Symptom(symptom.id, symptom.group, level, grounds, symptom.asked_first)


def _factor(row: object, known: _Known) -> Factor:
    factor = typed(row, _Factor)
    if factor.unsure_of:
        check_known(factor.unsure_of, known.factors, "unsure_of")
    return Factor(
        factor.id,
        factor.topic,
        Grounds(factor.why, factor.sources),
        raises=factor.raises,
        asked=factor.asked,
        unsure_of=factor.unsure_of,
    )


def _rule(row: object, known: _Known) -> Rule:
    rule = typed(row, _Rule)
    mistakes = Mistakes()
    levels = [level.key for level in Level]
    mistakes.attempt("", check_known, rule.level, levels, "level")
    needs = _all_of(mistakes, "needs", partial(_need, known=known), [*rule.needs])
    mistakes.raise_found()
    return Rule(rule.id, Level.of(rule.level), needs, Grounds(rule.why, rule.sources))


def _need(row: _Need, known: _Known) -> Need:
    _check_names(row, known)
    choices = [frozenset({answer}) for answer in row.answers]
    choices += [known.members[group] for group in row.groups]
    if row.within:
        within = sorted(known.members[row.within])
        choices += [frozenset({answer}) for answer in within]
    if row.any_symptom_but is not None:
        choices.append(known.symptoms.difference(row.any_symptom_but))
    return Need(tuple(choices), row.at_least)


def _check_names(row: _Need, known: _Known) -> None:
    mistakes = Mistakes()
    for key, names, there in (
        ("answers", row.answers, known.symptoms | known.factors),
        ("groups", row.groups, known.groups),
        ("within", filter(None, (row.within,)), known.groups),
        ("any_symptom_but", row.any_symptom_but or (), known.symptoms),
    ):
        for name in names:
            mistakes.attempt("", check_known, name, there, key)
    mistakes.raise_found()
