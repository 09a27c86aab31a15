"""Unite two checklists, so that no advice is less urgent than by either of them."""

from collections.abc import Iterable
from itertools import chain, count
from typing import TypeVar

from msgspec.structs import replace

from kiosk.domain.triage import Checklist, Factor, Level, Rule, Symptom

_T = TypeVar("_T", Symptom, Factor)


def stricter(checklist: Checklist, before: Checklist) -> Checklist:
    """Return `checklist` with each symptom, factor and rule of `before` it lacks.

    Each symptom has the more urgent of its levels, and a factor raises if it does in
    either. What is a symptom in one and a factor that raises in the other is an
    emergency.
    """
    both = (checklist, before)
    symptoms = _by_id(chain.from_iterable(it.symptoms for it in both))
    factors = _by_id(chain.from_iterable(it.factors for it in both))
    united = tuple(_most_urgent(it, factors) for it in symptoms.values())
    return Checklist(
        tuple(dict.fromkeys((*checklist.groups, *(it.group for it in united)))),
        united,
        tuple(_raising(rows) for name, rows in factors.items() if name not in symptoms),
        _rules(checklist, before, {*symptoms, *factors}),
    )


def _by_id(rows: Iterable[_T]) -> dict[str, list[_T]]:
    found: dict[str, list[_T]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(row)
    return found


def _most_urgent(rows: list[Symptom], factors: dict[str, list[Factor]]) -> Symptom:
    first = rows[0]
    level = max(row.level for row in rows)
    if any(factor.raises for factor in factors.get(first.id, ())):
        level = Level.EMERGENCY
    return replace(first, level=level)


def _raising(rows: list[Factor]) -> Factor:
    return replace(rows[0], raises=any(row.raises for row in rows))


def _rules(
    checklist: Checklist, before: Checklist, answers: set[str]
) -> tuple[Rule, ...]:
    """Return the rules of both, each once; of one id for two the second is changed."""
    rules = {(it.level, it.needs): it for it in (*before.rules, *checklist.rules)}
    taken = set(answers)
    named = []
    for rule in sorted(rules.values(), key=lambda it: it not in checklist.rules):
        others = (f"{rule.id}-{number}" for number in count(2))
        name = next(it for it in chain((rule.id,), others) if it not in taken)
        taken.add(name)
        named.append(replace(rule, id=name))
    return tuple(named)
