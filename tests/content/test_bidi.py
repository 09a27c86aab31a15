"""Words of one direction in a sentence of the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.bidi import bare, isolated, runs_right_to_left

BEGIN, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
ARABIC, HEBREW = "عيادة", "מרפאה"


@pytest.mark.parametrize("text", ["112", "01 23 45", "Alaa Arif", ARABIC, "9:00-17:00"])
def test_everything_is_kept_apart_in_a_sentence_from_right_to_left(text):
    assert isolated(text, rtl=True) == f"\u200f{BEGIN}{text}{END}"


@pytest.mark.parametrize("text", [ARABIC, HEBREW, f"Dr Day, {ARABIC}", f"1 {HEBREW}"])
def test_words_from_right_to_left_are_kept_apart_in_any_sentence(text):
    assert isolated(text, rtl=False) == f"{BEGIN}{text}{END}"


@pytest.mark.parametrize("text", ["112", "Alaa Arif", "Español", "日本語", "+49 (0)1"])
def test_other_words_stay_as_they_are_from_left_to_right(text):
    assert isolated(text, rtl=False) == text


@pytest.mark.parametrize("rtl", [True, False])
def test_no_words_need_no_marks(rtl):
    assert isolated("", rtl=rtl) == ""


@given(st.text(), st.booleans())
def test_a_voice_gets_the_words_alone(text, rtl):
    assert bare(isolated(bare(text), rtl=rtl)) == bare(text)


def test_a_number_alone_begins_at_the_side_of_the_words_around_it():
    assert runs_right_to_left(isolated("112", rtl=True))
    assert not runs_right_to_left(isolated("112", rtl=False))
