"""The words of blocks, and what tells one make of a page from another."""

import pytest

from kiosk.content.plain_text import outline, text_of
from kiosk.files.markdown_pages import PageParser

WHOLE = """\
- one
    - nested
    - nested *too*
- two

1. first
2. second

| head | of b |
|------|------|
| a1   | b1   |
| a2   | b2   |

Term
:   meaning
:   another

> quoted
>
> twice

!!! routine "Call"
    - in a card

    | in | cards |
    |----|-------|
    | x  | y     |

!!! timeline
    - **at once**: pain
    - **a week**: none
"""
LESS = {
    "a point": ("- two\n", ""),
    "a nested point": ("    - nested *too*\n", ""),
    "a nested list": ("    - nested\n    - nested *too*\n", ""),
    "a step": ("2. second\n", ""),
    "a row": ("| a2   | b2   |\n", ""),
    "a cell": ("b2", "  "),
    "a column": ("| a2   | b2   |\n", "| a2   |\n"),
    "a column's heading": ("of b", "    "),
    "a meaning": (":   another\n", ""),
    "a term": ("Term\n", "Term\nOther term\n"),
    "a quoted paragraph": (">\n> twice\n", ""),
    "a row of a card": ("    | x  | y     |\n", ""),
    "a cell of a card": ("y", " "),
    "a time": ("    - **a week**: none\n", ""),
    "the level of a card": ("!!! routine", "!!! same-day"),
}


@pytest.fixture
def read(tmp_path):
    return PageParser(tmp_path, {}).blocks


def outlines(blocks):
    return [outline(block) for block in blocks]


def test_a_page_is_made_like_its_translation(read):
    translated = WHOLE
    for word in ("one", "nested", "two", "head", "b2", "meaning", "quoted", "Call"):
        translated = translated.replace(word, f"x{word}")
    assert outlines(read(translated)) == outlines(read(WHOLE))


@pytest.mark.parametrize(("old", "new"), LESS.values(), ids=LESS)
def test_a_page_that_lacks_something_is_made_otherwise(read, old, new):
    assert WHOLE.count(old) == 1
    assert outlines(read(WHOLE.replace(old, new))) != outlines(read(WHOLE))


def test_the_text_has_a_line_for_each_paragraph_point_and_cell(read):
    assert text_of(read(WHOLE)).split("\n") == [
        *("one", "nested", "nested too", "two", "first", "second"),
        *("head", "of b", "a1", "b1", "a2", "b2", "Term", "meaning", "another"),
        *("quoted", "twice", "Call", "in a card", "in", "cards", "x", "y"),
        *("at once: pain", "a week: none"),
    ]
