"""Blocks as Typst: no word of an author means anything to it."""

import pytest

from kiosk.content.blocks import (
    Alignment,
    Definition,
    DefinitionList,
    Divider,
    Heading,
    Link,
    Paragraph,
    Photo,
    PhotoFormat,
    Picture,
    PointList,
    Preformatted,
    Quote,
    Run,
    Table,
)
from kiosk.publishing.images import Palette
from kiosk.publishing.typst_blocks import TypstBlocks, literal


@pytest.fixture
def typst():
    return lambda *blocks: TypstBlocks(Palette({}, {})).sheet(blocks)


def point(text):
    return (Paragraph((Run(text),), tight=True),)


@pytest.mark.parametrize(
    "text", ['"); #panic("x', "\\", '\\"', "#let x = 1", "$x$ *b* _e_ @ref <label>"]
)
def test_every_word_is_a_literal(text):
    typst = pytest.importorskip("typst")
    source = f"#{literal(text)}"
    made = typst.compile(source.encode(), format="svg")
    assert made
    again = typst.compile(f"#assert({literal(text)}.len() == {len(text)})".encode())
    assert again


@pytest.mark.parametrize(
    "block",
    [
        Heading("A"),
        Paragraph((Run("a", strong=True), Run("b\nc", emphasis=True))),
        PointList((point("a"), point("b"))),
        PointList((point("a"),), ordered=True, start=3),
        DefinitionList((Definition(((Run("t"),),), (point("m"),)),)),
        Table(((Run("h"),),), (((Run("c"),),),), (Alignment.UNSET,)),
        Quote(point("q")),
        Preformatted("a  b"),
        Divider(),
        Link("Report", "https://a.example"),
    ],
    ids=map(str, range(10)),
)
def test_typst_understands_each_kind_of_block(typst, block):
    compiler = pytest.importorskip("typst")
    assert compiler.compile(typst(block).encode(), format="svg")


def test_a_photo_is_in_the_sheet_itself(typst):
    photo = Picture(Photo(b"\x89P", PhotoFormat.JPEG), "A door")
    assert typst(photo) == '#figure-of((137, 80,), "jpg", "A door")'
