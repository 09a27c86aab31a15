"""Every word is asked for at once, and every missing or wrong one named at once."""

import pytest

from kiosk.authoring.skeletons.answers import Answers, Question, given_answers
from kiosk.errors import UsageError


def typing(*lines):
    """Return somebody who types these lines, and the questions put so far."""
    left, asked = list(lines), []

    def read(prompt):
        asked.append(prompt)
        if not left:
            raise EOFError
        return left.pop(0)

    return read, asked


def no_number(text):
    if text.isdigit():
        raise ValueError("write it in words")


TITLE = Question("title.en", "Title in English")
TAB = Question("tab.en", "Tab", default="Home")


def test_what_is_given_is_not_asked_for():
    read, asked = typing()
    answers = Answers(given_answers(["title.en=A = B"]), read)
    assert answers.get(TITLE) == "A = B"
    assert asked == []


def test_a_question_shows_the_key_to_give_it_by():
    read, asked = typing("Vision\n")
    assert Answers({}, read).get(TITLE) == "Vision"
    assert asked == ["title.en  Title in English: "]


def test_enter_alone_takes_the_usual_answer():
    read, asked = typing("\n")
    assert Answers({}, read).get(TAB) == "Home"
    assert "[Home]" in asked[0]


def test_a_wrong_answer_is_asked_for_again_with_what_to_write():
    read, asked = typing("1", "One")
    assert Answers({}, read).get(Question("a", "A", check=no_number)) == "One"
    assert "write it in words" in asked[1]


def test_an_answer_there_has_to_be_is_asked_for_until_it_is_there():
    read, asked = typing("", " ", "Vision")
    assert Answers({}, read).get(TITLE) == "Vision"
    assert len(asked) == 3


def test_all_that_is_missing_or_wrong_is_named_at_once():
    answers = Answers({"b": "1", "tittle.en": "x"})
    assert answers.get(TITLE) == ""
    assert answers.get(Question("b", "B", check=no_number)) == ""
    with pytest.raises(UsageError) as error:
        answers.finish()
    for part in ("title.en: is missing", "b: write it in words", "tittle.en"):
        assert part in str(error.value)


def test_an_option_is_never_asked_for():
    read, asked = typing("x")
    assert Answers({}, read).option(TAB) == "Home"
    assert asked == []


def test_nobody_there_takes_the_usual_answers_and_stops_asking():
    read, asked = typing()
    answers = Answers({}, read)
    assert [answers.get(TAB), answers.get(TAB)] == ["Home", "Home"]
    assert len(asked) == 1


def test_words_without_what_they_answer_are_refused():
    with pytest.raises(UsageError, match="answers nothing"):
        given_answers(["Vision"])


def test_words_that_no_file_can_hold_are_refused():
    with pytest.raises(UsageError, match="UTF-8"):
        given_answers(["title.en=\udce9"])
