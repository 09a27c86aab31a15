"""The shipped rules against the clinical table, and promises about all answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.triage import (
    Assessment,
    Checklist,
    Factor,
    Grounds,
    Level,
    Need,
    Rule,
    Symptom,
)
from kiosk.files.checklist import load_checklist
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT

E = Level.EMERGENCY
S = Level.SAME_DAY
R = Level.ROUTINE

ALONE = {
    "facial-expressions": S,
    "drooping-eyelid": S,
    "both-eyelids": E,
    "drooping-mouth": E,
    "uneven-face": S,
    "eye-will-not-close": S,
    "heavy-brow": S,
    "tension": R,
    "persistent-headache": S,
    "severe-headache": S,
    "sudden-severe-headache": E,
    "double-vision": E,
    "blurred-vision": S,
    "difficulty-focusing": S,
    "dry-sore-eye": S,
    "vision-loss": E,
    "severe-eye-pain": E,
    "trouble-swallowing": E,
    "choking": E,
    "slurred-speech": E,
    "changed-voice": E,
    "shortness-of-breath": E,
    "wheezing": E,
    "shallow-breaths": E,
    "general-weakness": E,
    "bladder-control": E,
    "allergic-reaction": E,
    "sudden-face-arm-speech": E,
    "dry-mouth": S,
    "infection-signs": S,
    "dizziness": S,
    "bruise-or-pain": R,
}
FACTORS = (
    "sudden",
    "not-sure-sudden",
    "spreading",
    "unlicensed-product",
    "nerve-muscle-disease",
    "interacting-medicine",
    "not-sure-medicine",
    "pregnant-or-young",
)
COURSE = ("sudden", "not-sure-sudden", "spreading")
RAISING = ("unlicensed-product", "nerve-muscle-disease", "interacting-medicine")
WHY = Grounds("because")
SHIPPED = load_checklist(Snapshot.take(CONTENT))
ANSWERS = st.frozensets(st.sampled_from([*ALONE, *FACTORS]))


def level_of(answers):
    return SHIPPED.assess(frozenset(answers.split())).level


def symptom(name, level=S, group="g"):
    return Symptom(name, group, level, WHY)


def rule(name, *needs):
    return Rule(name, E, needs, WHY)


def need(*answers, at_least=1):
    return Need(tuple(frozenset({answer}) for answer in answers), at_least)


def checklist_of(*symptoms, factors=(), rules=()):
    return Checklist(("g",), symptoms, factors, rules)


@pytest.mark.parametrize(("name", "level"), ALONE.items())
def test_each_symptom_alone_gives_the_level_of_the_clinical_table(name, level):
    assert level_of(name) is level


def test_the_clinical_table_leaves_no_answer_out():
    assert SHIPPED.answers == frozenset(ALONE).union(FACTORS)


@pytest.mark.parametrize("factor", FACTORS)
def test_a_factor_alone_gives_a_level_only_if_it_says_that_there_is_a_sign(factor):
    assert level_of(factor) is (S if factor in COURSE else Level.INFORMATION)


def test_no_answers_give_information():
    assert level_of("") is Level.INFORMATION


@pytest.mark.parametrize("factor", ["sudden", "spreading"])
@pytest.mark.parametrize("symptom", ALONE)
def test_any_symptom_that_is_sudden_or_spreading_is_an_emergency(symptom, factor):
    assert level_of(f"{factor} {symptom}") is E


@pytest.mark.parametrize("symptom", ALONE)
def test_any_symptom_but_tension_that_may_be_sudden_is_an_emergency(symptom):
    assert level_of(f"not-sure-sudden {symptom}") is (S if symptom == "tension" else E)


@pytest.mark.parametrize("symptom", ALONE)
def test_medicines_that_nobody_could_name_are_for_the_same_day_and_raise_nothing(
    symptom,
):
    assert level_of(f"not-sure-medicine {symptom}") is max(S, ALONE[symptom])


@pytest.mark.parametrize("factor", RAISING)
@pytest.mark.parametrize(("name", "level"), ALONE.items())
def test_a_raising_factor_raises_by_one_level(factor, name, level):
    assert level_of(f"{factor} {name}") is {R: S, S: E, E: E}[level]


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ("unlicensed-product nerve-muscle-disease tension", S),
        ("unlicensed-product nerve-muscle-disease interacting-medicine tension", S),
        ("pregnant-or-young tension", S),
        ("pregnant-or-young drooping-eyelid", S),
        ("pregnant-or-young double-vision", E),
        ("tension drooping-eyelid", S),
        ("tension blurred-vision", S),
        ("tension infection-signs", S),
        ("severe-headache infection-signs", E),
        ("persistent-headache infection-signs", E),
        ("severe-headache dry-mouth", E),
        ("persistent-headache dry-mouth", E),
        ("severe-headache dizziness", E),
        ("tension dizziness", S),
        ("tension bruise-or-pain", R),
        ("severe-headache drooping-eyelid", E),
        ("severe-headache blurred-vision", E),
        ("persistent-headache dry-sore-eye", E),
        ("persistent-headache uneven-face", E),
        ("drooping-eyelid blurred-vision", E),
        ("drooping-eyelid dry-mouth", E),
        ("blurred-vision infection-signs", E),
        ("drooping-eyelid uneven-face", S),
        ("drooping-eyelid uneven-face facial-expressions", S),
        ("blurred-vision difficulty-focusing", S),
        ("dry-mouth infection-signs", S),
        ("tension severe-headache", S),
        ("persistent-headache severe-headache", S),
        ("not-sure-sudden pregnant-or-young tension", S),
    ],
)
def test_combinations_give_the_level_of_the_clinical_table(answers, level):
    assert level_of(answers) is level


@given(fewer=ANSWERS, more=ANSWERS)
def test_adding_any_answer_never_lowers_the_level(fewer, more):
    assert SHIPPED.assess(fewer | more).level >= SHIPPED.assess(fewer).level


@given(name=st.sampled_from(list(ALONE)), others=ANSWERS)
def test_every_symptom_gives_at_least_its_own_level_with_any_other_touched(
    name, others
):
    assert SHIPPED.assess(others | {name}).level >= ALONE[name]


@given(answers=ANSWERS)
def test_the_level_is_the_highest_of_the_reasons(answers):
    assessment = SHIPPED.assess(answers)
    levels = [reason.level for reason in assessment.reasons]
    assert assessment.level is max(levels, default=Level.INFORMATION)


@pytest.mark.parametrize("level", Level)
def test_only_an_emergency_takes_the_whole_screen_and_offers_no_booking(level):
    assessment = Assessment(level)
    assert assessment.takes_whole_screen is (level is E)
    assert assessment.may_book is (level is not E)


@given(factors=st.frozensets(st.sampled_from(sorted({*FACTORS} - {*COURSE}))))
def test_circumstances_without_a_sign_never_give_a_level(factors):
    assert SHIPPED.assess(factors).level is Level.INFORMATION


@pytest.mark.parametrize("symptom", ["", "double-vision"])
def test_a_factor_that_raised_nothing_is_no_reason(symptom):
    reasons = SHIPPED.assess(
        frozenset({"unlicensed-product", *symptom.split()})
    ).reasons
    assert [reason.id for reason in reasons] == symptom.split()


def test_an_answer_that_is_not_on_the_list_is_refused():
    with pytest.raises(ValueError, match="drooping-ear"):
        level_of("drooping-eyelid drooping-ear")


def test_a_symptom_asked_first_is_not_asked_again_in_its_group():
    assert "sudden-face-arm-speech" not in {s.id for s in SHIPPED.in_group("body")}


@pytest.mark.parametrize("level", Level)
def test_a_level_is_found_by_its_public_name(level):
    assert Level.of(level.key) is level


def test_an_unknown_level_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match=r"'mild'.*same-day"):
        Level.of("mild")


def test_a_rule_that_names_an_unknown_id_cannot_be_built():
    with pytest.raises(ValueError, match=r"'odd'.*'cough'"):
        checklist_of(symptom("a"), rules=(rule("odd", need("a"), need("cough")),))


def test_a_symptom_without_a_level_of_its_own_cannot_be_built():
    with pytest.raises(ValueError, match="'a' needs a level"):
        symptom("a", Level.INFORMATION)


@pytest.mark.parametrize(
    ("factors", "rules"),
    [
        pytest.param((Factor("a", "t", WHY),), (), id="symptom and factor"),
        pytest.param((), (rule("a", need("a")),), id="symptom and rule"),
        pytest.param((), (rule("r", need("a")), rule("r", need("a"))), id="two rules"),
    ],
)
def test_the_same_id_twice_cannot_be_built(factors, rules):
    with pytest.raises(ValueError, match=r"the same id twice: [ar]$"):
        checklist_of(symptom("a"), factors=factors, rules=rules)


@pytest.mark.parametrize("at_least", [-1, 0, 3])
def test_a_need_that_is_always_or_never_met_cannot_be_built(at_least):
    with pytest.raises(ValueError, match="between 1 and 2"):
        need("a", "b", at_least=at_least)


def test_a_rule_without_needs_cannot_be_built():
    with pytest.raises(ValueError, match="'r' has no needs"):
        rule("r")


def test_a_rule_applies_only_when_all_its_needs_are_met():
    both = rule("both", need("a"), need("b", "c"))
    touched = [frozenset(names) for names in ("a", "b", "bc", "ab", "ac")]
    assert [both.applies_to(answers) for answers in touched] == [False] * 3 + [True] * 2


def test_two_answers_to_one_choice_count_once():
    either = Need((frozenset({"a", "b"}), frozenset({"c"})), at_least=2)
    assert not either.met_by(frozenset({"a", "b"}))
