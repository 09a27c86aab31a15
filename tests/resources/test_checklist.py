"""The shipped rules: each of them matters, and says on what it stands."""

from collections.abc import Iterator
from itertools import chain, combinations

import pytest
from msgspec.structs import replace

from kiosk.domain.triage import Checklist, Grounds
from kiosk.files.checklist import load_checklist
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT

SHIPPED = load_checklist(Snapshot.take(CONTENT))
CASES = [
    frozenset(answers)
    for size in range(4)
    for answers in combinations(sorted(SHIPPED.answers), size)
]
LEVELS = [SHIPPED.assess(answers).level for answers in CASES]


def changes_an_answer(checklist: Checklist) -> bool:
    """Whether the level of some case is another one than by the shipped rules."""
    return any(
        checklist.assess(answers).level is not level
        for answers, level in zip(CASES, LEVELS, strict=True)
    )


def every_need() -> Iterator[tuple[int, int]]:
    for place, rule in enumerate(SHIPPED.rules):
        if len(rule.needs) > 1:
            yield from ((place, need) for need in range(len(rule.needs)))


def with_rule(place: int, *rules) -> Checklist:
    kept = SHIPPED.rules
    return replace(SHIPPED, rules=(*kept[:place], *rules, *kept[place + 1 :]))


def all_grounds() -> Iterator[tuple[str, Grounds]]:
    rows = chain(SHIPPED.symptoms, SHIPPED.factors, SHIPPED.rules)
    return ((row.id, row.grounds) for row in rows)


@pytest.mark.parametrize("place", range(len(SHIPPED.rules)))
def test_every_rule_changes_the_level_of_some_answers(place):
    assert changes_an_answer(with_rule(place)), SHIPPED.rules[place].id


@pytest.mark.parametrize(("place", "need"), list(every_need()))
def test_every_need_of_a_rule_keeps_it_from_some_answers(place, need):
    rule = SHIPPED.rules[place]
    needs = (*rule.needs[:need], *rule.needs[need + 1 :])
    assert changes_an_answer(with_rule(place, replace(rule, needs=needs))), rule.id


@pytest.mark.parametrize("factor", [factor.id for factor in SHIPPED.factors])
def test_every_factor_changes_the_level_of_some_answers(factor):
    assert any(
        level is not SHIPPED.assess(answers - {factor}).level
        for answers, level in zip(CASES, LEVELS, strict=True)
    )


@pytest.mark.parametrize(("row", "grounds"), list(all_grounds()))
def test_every_row_has_sources_or_is_marked_as_judgement(row, grounds):
    assert grounds.sources or grounds.why.startswith("Judgement:"), row
