"""Find answers to a checklist that lead to each level of advice.

A tour of all screens answers with them, whichever questions the clinic asks.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, combinations, islice, product

from kiosk.domain.triage import Checklist, Level, Need, Rule

Answers = frozenset[str]

_MOST_TRIED = 1000
"""Sets of answers tried for one need or rule; some could be met in millions of ways."""


@lru_cache(maxsize=1)
def answers_by_level(checklist: Checklist) -> dict[Level, list[Answers]]:
    """Return sets of answers that lead to exactly each level, the smallest first.

    A level that no answers lead to is missing.
    """
    found: dict[Level, list[Answers]] = {}
    for answers in sorted(dict.fromkeys(_sets_to_try(checklist)), key=len):
        found.setdefault(checklist.assess(answers).level, []).append(answers)
    return found


def _sets_to_try(checklist: Checklist) -> Iterator[Answers]:
    """Yield no answers, each symptom, the least that each rule needs; then raised."""
    ids = [symptom.id for symptom in checklist.symptoms]
    order = [*ids, *(factor.id for factor in checklist.factors)]
    ruled = chain.from_iterable(_just_enough(rule, order) for rule in checklist.rules)
    plain = [Answers(), *(Answers({answer}) for answer in ids), *ruled]
    raising = [factor.id for factor in checklist.factors if factor.raises]
    yield from plain
    yield from (answers | {factor} for answers in plain for factor in raising[:1])


def _just_enough(rule: Rule, order: list[str]) -> Iterator[Answers]:
    """Yield sets of answers that meet every need of a rule, and answer no more."""
    ways = product(*(_ways_to_meet(need, order) for need in rule.needs))
    return (Answers(chain.from_iterable(way)) for way in islice(ways, _MOST_TRIED))


def _ways_to_meet(need: Need, order: list[str]) -> Iterator[tuple[str, ...]]:
    ways = (
        product(
            *([answer for answer in order if answer in choice] for choice in chosen)
        )
        for chosen in combinations(need.choices, need.at_least)
    )
    return islice(chain.from_iterable(ways), _MOST_TRIED)
