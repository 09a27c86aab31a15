"""Paragraphs, lists, tables and styled words of Markdown become values."""

import pytest

from kiosk.content.blocks import (
    Alignment,
    Definition,
    DefinitionList,
    Divider,
    Heading,
    Paragraph,
    PointList,
    Preformatted,
    Quote,
    Run,
    Table,
)
from kiosk.files.markdown_pages import PageParser
from tests.support.shipped import SHIPPED


@pytest.fixture
def read():
    return PageParser(SHIPPED, {"clinic": "Arif &amp; Sons\n", "phone": ""}).blocks


def tight(text):
    return Paragraph((Run(text),), tight=True)


def steps(*parts, start=1):
    return PointList(tuple((it,) for it in parts), ordered=True, start=start)


def spaced(text):
    return Paragraph((Run(text),))


@pytest.mark.parametrize(
    ("markdown", "runs"),
    [
        ("Some *words*.", (Run("Some "), Run("words", emphasis=True), Run("."))),
        ("**a *b***", (Run("a ", strong=True), Run("b", strong=True, emphasis=True))),
        ("one\n   two", (Run("one two"),)),
        ("one  \ntwo", (Run("one\ntwo"),)),
        ("**one  \ntwo**", (Run("one\ntwo", strong=True),)),
        ("a&nbsp;b &foo; AT&T", (Run("a\xa0b &foo; AT&T"),)),
        (r"1 \* 2", (Run("1 * 2"),)),
        ("At {clinic}.", (Run("At Arif &amp; Sons ."),)),
        ("A {phone} b. C", (Run("C"),)),
        ("A. Call **{phone}** *now*. D.", (Run("A. D."),)),
    ],
)
def test_words_keep_their_styles_and_lose_needless_space(read, markdown, runs):
    assert read(markdown) == (Paragraph(runs),)


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        ("- one\n- two", PointList(((tight("one"),), (tight("two"),)))),
        (
            "3. a\n4. b",
            PointList(((tight("a"),), (tight("b"),)), ordered=True, start=3),
        ),
        (
            "- one\n    1. in\n",
            PointList(
                ((tight("one"), PointList(((tight("in"),),), ordered=True)),),
            ),
        ),
        ("- one\n\n    more", PointList(((spaced("one"), spaced("more")),))),
        ("> one\n>\n> ## two", Quote((spaced("one"), Heading("two")))),
        ("    a  <b>\n      c", Preformatted("a  <b>\n  c\n")),
        ("---", Divider()),
        (
            "One\nTwo\n:   it is\n\nThree\n:   it was",
            DefinitionList(
                (
                    Definition(((Run("One"),), (Run("Two"),)), ((tight("it is"),),)),
                    Definition(((Run("Three"),),), ((tight("it was"),),)),
                )
            ),
        ),
    ],
)
def test_each_sort_of_prose_has_its_value(read, markdown, block):
    assert read(markdown) == (block,)


def test_a_table_has_a_header_rows_and_cells(read):
    cells = [[(Run(cell),) for cell in row] for row in ("abcd", "1234")]
    cells[1][1] = (Run("2", strong=True),)
    cells[1][3] = ()
    alignments = ("", "left", "center", "right")
    assert read("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | **2** | 3 |  |") == (
        Table(tuple(cells[0]), (tuple(cells[1]),), tuple(map(Alignment, alignments))),
    )
