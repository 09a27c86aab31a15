"""Rows and words are written into a file; every other line of it stays."""

import tomllib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.skeletons.toml_text import (
    quoted,
    with_item,
    with_row,
    with_value,
)

FILE = """# what this is
groups = ["a", "b"]

[[rows]]
id = "one"  # the first

# about the second
[[rows]]
id = "two"

# the table of words
[words]
a = "A"

# the end
"""


def kept(before, after):
    """Return whether every line of `before` is in `after`, in its order."""
    lines = iter(after.splitlines())
    return all(line in lines for line in before.splitlines())


def test_a_row_goes_below_the_last_of_its_kind():
    text = with_row(FILE, "rows", {"id": "three", "list": ["x"], "yes": True})
    rows = tomllib.loads(text)["rows"]
    assert rows[2] == {"id": "three", "list": ["x"], "yes": True}
    assert text.index("three") < text.index("# the table of words")
    assert kept(FILE, text)


def test_the_first_row_of_a_kind_goes_to_the_end():
    text = with_row(FILE, "others", {"id": "x"})
    assert tomllib.loads(text)["others"] == [{"id": "x"}]
    assert kept(FILE, text)


def test_a_word_goes_to_the_end_of_its_table():
    text = with_value(FILE, "words", "b-c", 'says "B" \\ C')
    assert tomllib.loads(text)["words"] == {"a": "A", "b-c": 'says "B" \\ C'}
    assert text.index("b-c") < text.index("# the end")
    assert kept(FILE, text)


def test_a_word_that_is_there_is_replaced():
    text = with_value(FILE, "words", "a", "B")
    assert tomllib.loads(text)["words"] == {"a": "B"}
    assert len(text.splitlines()) == len(FILE.splitlines())


@pytest.mark.parametrize(("after", "items"), [("a", "acb"), ("b", "abc"), ("", "abc")])
def test_an_item_goes_behind_another(after, items):
    text = with_item(FILE, "groups", "c", after)
    assert tomllib.loads(text)["groups"] == list(items)


def test_an_item_of_a_list_on_many_lines_gets_a_line():
    text = with_item('pages = [\n    "home",\n    "book",\n]\n', "pages", "x", "home")
    assert text == 'pages = [\n    "home",\n    "x",\n    "book",\n]\n'


def test_a_table_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="words2"):
        with_value(FILE, "words2", "a", "B")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_is_read_back_as_it_was(text):
    assert tomllib.loads(f"a = {quoted(text)}") == {"a": text}
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}
