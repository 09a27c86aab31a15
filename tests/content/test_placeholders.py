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
