"""A tour can answer any checklist so that each level is shown."""

import pytest

from kiosk.domain.triage import Checklist, Factor, Grounds, Level, Need, Rule, Symptom
from kiosk.ui.audit.example_answers import answers_by_level

GROUNDS = Grounds("Because.")
A, B, C = (frozenset({name}) for name in "abc")


def symptom(name, level):
    return Symptom(name, "group", level, GROUNDS)


def found(*symptoms, factors=(), rules=()):
    checklist = Checklist(("group",), symptoms, factors, rules)
    return {level: sets[0] for level, sets in answers_by_level(checklist).items()}


def test_every_level_of_the_shipped_checklist_is_reached_with_one_answer(checklist):
    by_level = answers_by_level(checklist)
    assert set(by_level) == set(Level)
    assert {level: len(sets[0]) for level, sets in by_level.items()} == {
        Level.INFORMATION: 0,
        Level.ROUTINE: 1,
        Level.SAME_DAY: 1,
        Level.EMERGENCY: 1,
    }


def test_all_that_is_found_leads_to_its_level(checklist):
    for level, sets in answers_by_level(checklist).items():
        assert {checklist.assess(answers).level for answers in sets} == {level}


def test_a_level_without_a_way_to_it_is_left_out():
    assert found(symptom("a", Level.ROUTINE)) == {
        Level.INFORMATION: frozenset(),
        Level.ROUTINE: A,
    }


def test_a_level_is_reached_by_the_least_that_a_rule_needs():
    both = Rule("both", Level.EMERGENCY, (Need((A, B, C), at_least=2),), GROUNDS)
    symptoms = [symptom(name, Level.ROUTINE) for name in "abc"]
    assert found(*symptoms, rules=(both,))[Level.EMERGENCY] == A | B


def test_a_level_is_reached_by_a_factor_that_raises():
    factor = Factor("soon", "when", GROUNDS, raises=True)
    assert found(symptom("a", Level.ROUTINE), factors=(factor,))[Level.SAME_DAY] == {
        "a",
        "soon",
    }


def test_a_symptom_that_a_rule_makes_worse_is_not_taken_for_its_own_level():
    worse = Rule("worse", Level.EMERGENCY, (Need((A,)),), GROUNDS)
    reached = found(
        symptom("a", Level.ROUTINE), symptom("b", Level.ROUTINE), rules=(worse,)
    )
    assert reached[Level.ROUTINE] == B


@pytest.mark.parametrize("at_least", [10, 20])
def test_a_rule_that_can_be_met_in_millions_of_ways_takes_no_time(at_least):
    names = [f"s{number}" for number in range(40)]
    choices = tuple(frozenset({name}) for name in names)
    many = Rule("many", Level.EMERGENCY, (Need(choices, at_least),) * 2, GROUNDS)
    symptoms = [symptom(name, Level.ROUTINE) for name in names]
    assert len(found(*symptoms, rules=(many,))[Level.EMERGENCY]) == at_least
