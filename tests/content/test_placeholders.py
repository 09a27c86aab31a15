import pytest

from kiosk.content.placeholders import fill, unknown_terms

TERMS = {"clinic": "Alaa Arif", "emergency_number": "112", "desk": "{clinic}"}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Why choose {clinic}", "Why choose Alaa Arif"),
        ("Call {emergency_number}. {clinic}", "Call 112. Alaa Arif"),
        ("On {date}", "On {date}"),
        ("Nothing { to } {} fill", "Nothing { to } {} fill"),
        ("Go to {desk}", "Go to {clinic}"),
    ],
)
def test_only_known_names_are_filled_in_and_once(text, filled):
    assert fill(text, TERMS) == filled


def test_names_without_a_word_are_told_in_order():
    assert unknown_terms("{when} {clinic} {where}", TERMS) == ["when", "where"]


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Staff are at {desk}.", ""),
        ("Tell us. Staff are at {desk}. If walking is hard, call out.", ""),
        ("Ring {phone}, or come.\nWe are near.", "We are near."),
    ],
)
def test_a_sentence_that_needs_what_the_clinic_has_not_set_is_left_out(text, filled):
    expected = filled or text.replace("Staff are at {desk}.", "").replace("  ", " ")
    assert fill(text, {"desk": "", "phone": ""}) == expected


def test_a_text_that_is_left_out_leaves_no_space():
    assert fill("Tell us. {where} Then wait.", {"where": ""}) == "Tell us. Then wait."
