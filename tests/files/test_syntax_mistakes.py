"""What people get wrong in TOML, and what they read of it."""

import pytest

from kiosk.errors import EntryError
from kiosk.files.parsing import parse_toml


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("name = Alaa Arif", "words without quotation marks"),
        ("name = “Alaa”", "curly quotation marks; write straight ones"),
        ('name = "Alaa', "quotation marks that are not closed"),
        ("name = 'it's'", "goes on after its value"),
        ('directory = "C:\\Users\\clinic"', "a backslash in double quotes"),
        ("attract = yes", "write true or false"),
        ("attract = False", "write true or false"),
        ("width_mm = 47,6", "a comma; write it with a point"),
        ('languages = ["en" "es"]', "a list that is not complete"),
        ("phone =", "has no value"),
        ("phone = # none", "has no value"),
        ("phone", "cannot be understood"),
        ("[clinic", "is no heading"),
        ("<<<<<<< HEAD", "a mark of a merge"),
        ('above = ""', "is there twice"),
    ],
)
def test_a_usual_mistake_is_told_with_its_line_and_what_to_write(line, named):
    with pytest.raises(EntryError, match=named) as error:
        parse_toml(f'above = ""\n{line}\nbelow = ""\n')
    assert error.value.line == 2
    assert error.value.remedy


def test_a_comma_that_is_missing_between_lines_is_told_with_the_line_it_belongs_to():
    text = 'pages = [\n    "home",\n    "check"  # a remark\n\n    "book",\n]\n'
    with pytest.raises(EntryError, match="has no comma at its end; write one") as error:
        parse_toml(text)
    assert error.value.line == 3


def test_a_bracket_that_is_missing_is_told():
    with pytest.raises(EntryError, match="a list that is not complete"):
        parse_toml('a = [\n    "home",\n    "check"\nb = "x"\n')


def test_a_value_is_never_repeated():
    with pytest.raises(EntryError) as error:
        parse_toml("pin = x4711")
    assert "4711" not in str(error.value)
