"""Two checklists united: whichever is the stricter decides."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.stricter import stricter
from kiosk.domain.triage import (
    Checklist,
    Factor,
    Grounds,
    Level,
    Need,
    Rule,
    Symptom,
)

WHY = Grounds("w")
NAMES = ("a", "b", "c", "d")


def symptom(name, level=Level.ROUTINE):
    return Symptom(name, "g", level, WHY)


def factor(name, *, raises=False):
    return Factor(name, "t", WHY, raises=raises)


def rule(name, level, *answers):
    needs = tuple(Need((frozenset({answer}),)) for answer in answers)
    return Rule(name, level, needs, WHY)


def checklist(symptoms=(), factors=(), rules=()):
    return Checklist(("g",), tuple(symptoms), tuple(factors), tuple(rules))


@st.composite
def checklists(draw):
    """Return a checklist in which each name is a symptom, a factor or nothing."""
    kinds = {name: draw(st.sampled_from("sf-")) for name in NAMES}
    levels = st.sampled_from(list(Level)[1:])
    signs = [symptom(it, draw(levels)) for it in NAMES if kinds[it] == "s"]
    rest = [factor(it, raises=draw(st.booleans())) for it in NAMES if kinds[it] == "f"]
    there = [name for name in NAMES if kinds[name] != "-"]
    rules = [
        rule(f"rule-{place}", draw(levels), *answers)
        for place, answers in enumerate(combinations(there, 2))
        if draw(st.booleans())
    ]
    return checklist(signs, rest, rules)


@given(checklists(), checklists())
def test_no_advice_is_less_urgent_than_by_either(one, other):
    both = stricter(one, other)
    for known in (one, other):
        sizes = range(len(known.answers) + 1)
        cases = (combinations(sorted(known.answers), size) for size in sizes)
        for answers in map(frozenset, chain.from_iterable(cases)):
            assert both.assess(answers).level >= known.assess(answers).level


@given(checklists())
def test_a_checklist_united_with_itself_is_the_same(one):
    assert stricter(one, one) == one


def test_what_is_lacking_comes_after_what_is_there():
    before = checklist([symptom("a"), symptom("b")], [factor("f")])
    both = stricter(checklist([symptom("c"), symptom("b")]), before)
    assert [it.id for it in both.symptoms] == ["c", "b", "a"]
    assert [it.id for it in both.factors] == ["f"]


def test_a_rule_that_was_another_is_there_beside_it():
    now = checklist([symptom("a"), symptom("b")], rules=[rule("r", Level.ROUTINE, "a")])
    before = checklist(now.symptoms, rules=[rule("r", Level.SAME_DAY, "b")])
    assert [it.id for it in stricter(now, before).rules] == ["r", "r-2"]


@pytest.mark.parametrize("raises", [True, False])
def test_a_symptom_that_is_a_factor_in_the_other_stays_a_symptom(raises):
    [both] = stricter(
        checklist([symptom("a")]),
        checklist([symptom("b")], [factor("a", raises=raises)]),
    ).symptoms[:1]
    assert both.id == "a"
    assert both.level is (Level.EMERGENCY if raises else Level.ROUTINE)
