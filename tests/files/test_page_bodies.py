"""A body is read as it is plainly meant; marks among its words are mistakes."""

import pytest

from kiosk.content.blocks import CareCard, Heading, Paragraph, Picture, PointList
from kiosk.content.plain_text import text_of
from kiosk.errors import EntryError
from kiosk.files.markdown_pages import PageParser
from kiosk.files.page_bodies import body_blocks
from tests.support.shipped import SHIPPED

TERMS = {"clinic": "Arif *& Sons*", "phone": "12"}
CARD = "!!! emergency"


@pytest.fixture(scope="module")
def read():
    """Return the blocks of a body that begins on line 1, and what was mended in it."""
    parser = PageParser(SHIPPED, TERMS)

    def blocks(markdown):
        slips: list[EntryError] = []
        return body_blocks(parser, markdown, 1, slips.append), slips

    return blocks


def errors_of(error):
    inner = getattr(error, "exceptions", ())
    return [each for it in inner for each in errors_of(it)] if inner else [error]


@pytest.mark.parametrize(
    ("markdown", "kind", "text"),
    [
        ("Do:\n- a\n- b", PointList, "a\nb"),
        ("Do:\n1) a\n2) b", PointList, "a\nb"),
        ("- a\n  - b\n  - c", PointList, "a\nb\nc"),
        ("1. a\n- b", PointList, "b"),
        ("• a\n• b", PointList, "a\nb"),
        ("-one\n-two", PointList, "one\ntwo"),
        ("*one\n*two", PointList, "one\ntwo"),
        ("1.one\n2.two", PointList, "one\ntwo"),
        ("Wait.<br>Come back.", Paragraph, "Wait. Come back."),
        ("A <font color=red>b</font> c", Paragraph, "A b c"),
        ("A <b>b</b> c", Paragraph, "A b c"),
        ("A <!-- why? --> b", Paragraph, "A b"),
        ("<!-- a\nb -->\nC", Paragraph, "C"),
        ("At ** risk ** now", Paragraph, "At risk now"),
        ("Call { phone } or {Phone} or {{phone}}", Paragraph, "Call 12 or 12 or 12"),
        ("Words.\n\n    moved in", Paragraph, "moved in"),
        ("![An eye] (headaches.svg)", Picture, "An eye"),
        (f"{CARD} “Now:”\n    - a", CareCard, "Now:\na"),
        (f"{CARD} Now:\n    - a", CareCard, "Now:\na"),
        (f'{CARD} "Now:\n    - a', CareCard, "Now:\na"),
        (f'{CARD}: "Now:"\n    - a', CareCard, "Now:\na"),
        ('!! emergency "Now:"\n    - a', CareCard, "Now:\na"),
        ('!!!\u00a0emergency "Now:"\n    - a', CareCard, "Now:\na"),
        ('!!! Same day "Now:"\n    - a', CareCard, "Now:\na"),
        (f'{CARD} "Now:"\n  - a\n  - b', CareCard, "Now:\na\nb"),
        (f'{CARD} "Now:"\n  If:\n  - a', CareCard, "Now:\nIf:\na"),
        (f'    {CARD} "Now:"\n        - a', CareCard, "Now:\na"),
    ],
)
def test_what_is_plain_is_read_as_it_is_meant(read, markdown, kind, text):
    blocks, slips = read(markdown)
    assert isinstance(blocks[-1], kind)
    assert text_of(blocks[-1:]) == text
    assert slips
    assert all(slip.line and slip.remedy for slip in slips)


@pytest.mark.parametrize(
    "markdown",
    [
        "- a\n- b\n    - c\n\n    more of b",
        "- a point\n  that goes on",
        "**Bold:** and *more* `code`",
        "Term\n:   Meaning\n\n    more of it",
        "A 9 - 17 day, and a 5:30 one. Wow!!",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        f'{CARD} "Now:"\n\n    If:\n\n    - a\n\n- b',
        '!!! routine "Tell us: 1"\n    - a',
        "* * *",
        "At {clinic}.",
        "[a](https://nhs.uk)",
    ],
)
def test_what_is_written_right_is_not_mended(read, markdown):
    assert read(markdown)[1] == []


@pytest.mark.parametrize(
    ("markdown", "line", "said"),
    [
        ("A\n\n!!! \n\nB", 3, "!!! is shown"),
        ("> [!WARNING]\n> A", 1, "[!WARNING] is shown"),
        ("::: warning\nA\n:::", 1, "::: is shown"),
        ("It is.[^1]", 1, "[^1] is shown"),
        ("{% include x %}", 1, "{% include x %} is shown"),
        ("A\n\n<<<<<<< HEAD\nB", 3, "<<<<<<< is shown"),
        ("<script>x</script>", 1, "<script> is shown"),
        ("<!-- a", 1, "<!-- is shown"),
        ("**bold without end", 1, "** is shown"),
        ("| a | b |\n| c | d |", 1, "| is shown"),
        ("[TOC]", 1, "[TOC] is shown"),
        ("Caf\u00c3\u00a9", 1, "is shown"),
        (f'{CARD} "Now:"\n\n- a', 1, "this card is empty"),
        (f'{CARD} "Now:"\n    If:\n- a', 1, "stand outside"),
        (f'A\n\n{CARD} "If:"\n    A.\n\n- a', 3, "stand outside"),
        ('!!! emergancy "Now:"\n    - a', 1, "use emergency"),
        ("[Vision](vision.md)", 1, "pages have no links to each other"),
        ("![A](Headaches.svg)", 1, "write headaches.svg"),
    ],
)
def test_what_is_not_plain_is_a_mistake_with_its_line(read, markdown, line, said):
    with pytest.raises((ValueError, ExceptionGroup)) as caught:
        read(markdown)
    errors = errors_of(caught.value)
    assert any(it.line == line and said in str(it) for it in errors), errors


def test_every_mistake_of_a_page_is_told_at_once(read):
    with pytest.raises(ExceptionGroup) as caught:
        read("![](headaches.svg)\n\n[a](www.b.c)\n\n![A](none.svg)")
    assert [it.line for it in errors_of(caught.value)] == [1, 3, 5]


def test_a_single_stray_sign_costs_no_page(read):
    blocks, [slip] = read("Don`t wait")
    assert isinstance(blocks[0], Paragraph)
    assert slip.line == 1


def test_a_heading_may_begin_with_a_number(read):
    blocks, slips = read("## 1. Rest\n\nSleep.")
    assert (blocks[0], slips) == (Heading("1. Rest"), [])
