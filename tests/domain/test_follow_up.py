"""What can still raise a level is asked; what cannot, or was answered, is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.follow_up import Question, Reply, open_questions, questions
from kiosk.domain.visit import Visit
from kiosk.files.checklist import load_checklist
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT

SHIPPED = load_checklist(Snapshot.take(CONTENT))
SUDDEN, WORSE, OTHERS = questions(SHIPPED)
ANSWERS = st.frozensets(st.sampled_from(sorted(SHIPPED.answers)), max_size=4)
FACTORS = sorted(factor.id for factor in SHIPPED.factors)


def asked(answers, declined=""):
    return open_questions(
        SHIPPED, frozenset(answers.split()), frozenset(declined.split())
    )


def test_what_is_asked_is_whether_it_was_sudden_or_gets_worse_and_then_the_others():
    assert Question(("sudden",), "not-sure-sudden") == SUDDEN
    assert Question(("spreading",)) == WORSE
    assert OTHERS.answers == {*FACTORS} - SUDDEN.answers - WORSE.answers


@pytest.mark.parametrize(
    ("answers", "declined", "expected"),
    [
        pytest.param("", "", (), id="nothing touched"),
        pytest.param("unlicensed-product", "", (), id="no symptom"),
        pytest.param("drooping-eyelid", "", (SUDDEN, WORSE, OTHERS), id="a symptom"),
        pytest.param("drooping-eyelid", "sudden", (WORSE, OTHERS), id="not sudden"),
        pytest.param("tension not-sure-sudden", "", (WORSE, OTHERS), id="not sure"),
        pytest.param(
            "tension pregnant-or-young", "", (SUDDEN, WORSE), id="of the list"
        ),
        pytest.param("double-vision", "", (), id="an emergency"),
    ],
)
def test_a_question_is_open_while_its_answer_can_raise_the_level(
    answers, declined, expected
):
    assert asked(answers, declined) == expected


@given(answers=ANSWERS)
def test_after_no_to_everything_nothing_is_asked_and_the_level_is_the_same(answers):
    visit = Visit(answers=answers)
    for question in open_questions(SHIPPED, answers, visit.declined):
        visit = visit.replied(question, Reply.NO)
    assert open_questions(SHIPPED, visit.answers, visit.declined) == ()
    assert SHIPPED.assess(visit.answers).level is SHIPPED.assess(answers).level


@pytest.mark.parametrize(
    ("reply", "answers"),
    [
        (Reply.YES, {"tension", "sudden"}),
        (Reply.NOT_SURE, {"tension", "not-sure-sudden"}),
        (Reply.NO, {"tension"}),
    ],
)
@pytest.mark.parametrize("before", [None, *Reply])
def test_a_reply_takes_the_place_of_the_one_before(before, reply, answers):
    visit = Visit(answers=frozenset({"tension"}))
    visit = visit.replied(SUDDEN, before) if before else visit
    visit = visit.replied(SUDDEN, reply)
    assert visit.answers == answers
    assert SUDDEN.reply_in(visit.answers, visit.declined) is reply


def test_an_answer_touched_in_the_list_is_a_reply_and_taken_back_it_is_none():
    visit = Visit(answers=frozenset({"tension"})).replied(SUDDEN, Reply.NO)
    touched = visit.toggled("sudden")
    assert SUDDEN.reply_in(touched.answers, touched.declined) is Reply.YES
    back = touched.toggled("sudden")
    assert SUDDEN.reply_in(back.answers, back.declined) is None


def test_who_is_not_sure_can_say_so_only_where_the_checklist_knows_what_that_means():
    assert SUDDEN.replies == (Reply.YES, Reply.NO, Reply.NOT_SURE)
    assert WORSE.replies == (Reply.YES, Reply.NO)
    assert OTHERS.replies == (Reply.NO,)


def test_a_list_is_answered_with_no_or_not_at_all_and_never_with_all_of_it():
    visit = Visit(answers=frozenset({"tension"})).replied(OTHERS, Reply.NO)
    assert OTHERS.reply_in(visit.answers, visit.declined) is Reply.NO
    back = visit.replied(OTHERS, None)
    assert back == Visit(answers=frozenset({"tension"}))
    with pytest.raises(ValueError, match="no reply"):
        visit.replied(OTHERS, Reply.YES)
