"""A page that would take too long to lay out is refused before it is parsed."""

import sys

import pytest

from kiosk.files import markdown_limits as limits
from kiosk.files.markdown_limits import first_excess
from kiosk.files.markdown_pages import PageParser
from kiosk.files.markdown_prose import PageError

SENTENCE = "Ten words are in each of these, as in others. "
TABLE = "| a | b |\n|---|---|\n"
ROW = "| 1 | 2 |\n"
WIDE = "|" + " a |" * limits.MOST_COLUMNS
WIDE_TABLE = f"{WIDE}\n{WIDE.replace(' a ', '---')}\n"
ACCENT = "\N{COMBINING ACUTE ACCENT}"

HUGE = {
    "letters": (SENTENCE * 45_000, "over 300,000 letters"),
    "one line of one word": ("a" * 2_000_000, "over 300,000 letters"),
    "lines": ("a\n" * 5_001, "over 5,000 lines"),
    "empty lines": ("a" + "\n" * 100_000, "over 5,000 lines"),
    "a table": (TABLE + ROW * 5_000, "a table of over 300 rows"),
    "a quoted table": (
        "> a\n\n" + TABLE + "> | 1 |\n" * 301,
        "a table of over 300 rows",
    ),
    "a wide table": ("|a" * 5_000 + "\n" + "|-" * 5_000, "a table of over 20 columns"),
    "tables": ((WIDE_TABLE + f"{WIDE}\n" * 200 + "\n") * 3, "over 10,000 cells"),
    "brackets": ("[" * 5_000, "over 1,000 links"),
    "brackets in lines": ("[a\n" * 1_500, "over 1,000 links"),
    "links": ("[a](b) " * 5_000, "over 1,000 links"),
    "pictures": ("![](a.png)\n" * 1_001, "over 1,000 links"),
    "addresses": ("<https://x.example> " * 1_001, "over 1,000 links"),
    "bold words": ("**a** " * 2_600, "over 10,000 signs"),
    "code": ("`a" * 4_000, "over 2,000 signs of `"),
    "escapes": ("\\a" * 20_000, "over 10,000 signs"),
    "quotes": (">" * 5_000 + " x", "over 20 quotes or lists"),
    "quotes apart": ("> " * 5_000 + "x", "over 20 quotes or lists"),
    "lists": ("- " * 5_000 + "x", "over 20 quotes or lists"),
    "numbers": ("1. " * 5_000 + "x", "over 20 quotes or lists"),
    "lists in quotes": ("> - " * 3_000 + "x", "over 20 quotes or lists"),
    "a line moved in": (" " * 100 + "x", "over 20 quotes or lists"),
    "a line moved in by tabs": ("\t" * 21 + "x", "over 20 quotes or lists"),
    "accents": (f"a{ACCENT * 50} " * 200, "over 8 accents"),
    "accents after a mark": (f"a-{ACCENT * 9}", "over 8 accents"),
}
LARGE = {
    "20,000 words": (SENTENCE * 20 + "\n\n") * 100,
    "20,000 words in short paragraphs": f"{SENTENCE}\n\n" * 2_000,
    "20,000 words in a list": f"- {SENTENCE}\n" * 2_000,
    "20,000 words in one line": SENTENCE * 2_000,
    "20,000 words, some in bold": "**One** of ten words, as are those in others. "
    * 2_000,
    "a long table": TABLE + ROW * limits.MOST_ROWS,
    "a wide table": WIDE_TABLE + f"{WIDE}\n" * 100,
    "bars in a text": "this | that\n" * 400,
    "lists in lists": "".join("    " * level + "- x\n" for level in range(10)),
    "a divider": "- " * 500,
    "accents that a language writes": "Tiếng Việt, שָׁלוֹם, ٱلسَّلَامُ",
    "marks without letters": "—…„“”‘’«»¡¿!?." * 20,
}


@pytest.mark.parametrize(("body", "message"), HUGE.values(), ids=HUGE)
def test_too_much_is_named_with_its_line(body, message):
    excess = first_excess(body)
    assert message in excess.message
    assert excess.line in body.split("\n") or body.startswith(excess.line)
    assert ";" in excess.message  # and what to do


@pytest.mark.parametrize("body", LARGE.values(), ids=LARGE)
def test_a_large_page_is_not_too_large(body):
    assert first_excess(body) is None


@pytest.mark.parametrize("body", [body for body, _ in HUGE.values()], ids=HUGE)
def test_what_is_too_much_is_never_parsed(tmp_path, monkeypatch, body):
    monkeypatch.setitem(sys.modules, "markdown", None)
    with pytest.raises(PageError) as error:
        PageParser(tmp_path, {}).blocks(body)
    assert error.value.near in body


def test_the_first_row_of_a_long_table_is_named():
    excess = first_excess("Words.\n\n| first | row |\n|---|---|\n" + ROW * 400)
    assert excess.line == "| first | row |"


def test_a_page_of_20000_words_can_be_read(tmp_path):
    blocks = PageParser(tmp_path, {}).blocks(f"{SENTENCE}\n\n" * 2_000)
    assert len(blocks) == 2_000
