"""A page or a pack falls into passages, and each can be replaced alone."""

from pathlib import Path

import pytest

from kiosk.authoring.passage_search import find, terms_of
from kiosk.authoring.passages import passage_at, passages_of
from kiosk.domain.clinic import Clinic
from tests.support.shipped import CONTENT, SHIPPED

PAGE = Path("en/vision.md")
PACK = Path("en/pack.toml")
TEXT = """---
title: Vision problems
sources:
  - label
  - cdc
---
![a face](vision.svg)

## What to do

!!! emergency "{get_help_now} if you have:"
    - ![](signs/double.svg) seeing **double**
    - ![](signs/loss.svg) sudden loss
      of sight

    Do not drive.
    Call [us](https://a.example/b).

| a | b |
| --- | --- |
| c | d |

!!! timeline
    - **The first part**: and the second
"""


def texts(path, text):
    return [passage.text for passage in passages_of(path, text)]


def test_a_page_falls_into_entries_paragraphs_points_and_tables():
    assert texts(PAGE, TEXT) == [
        "title: Vision problems",
        "sources:\n  - label\n  - cdc",
        "![a face](vision.svg)",
        "## What to do",
        '!!! emergency "{get_help_now} if you have:"',
        "- ![](signs/double.svg) seeing **double**",
        "- ![](signs/loss.svg) sudden loss\n  of sight",
        "Do not drive.\nCall [us](https://a.example/b).",
        "| a | b |\n| --- | --- |\n| c | d |",
        "!!! timeline",
        "- **The first part**: and the second",
    ]


def test_a_pack_falls_into_entries():
    text = '[strings]\na = "one"\n# y\nb = [\n    "two",\n    "three",\n]\n[x]\nc = 1\n'
    assert texts(PACK, text)[0] == 'a = "one"'
    assert texts(PACK, text)[1:] == ['b = [\n    "two",\n    "three",\n]', "c = 1"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_passage_put_back_as_it_was_leaves_every_byte(end):
    for path, data in SHIPPED.files.items():
        if path.suffix in (".md", ".toml"):
            text = data.decode().replace("\n", end)
            for passage in passages_of(path, text):
                assert passage.replaced_in(text, passage.text) == text


def test_the_last_line_of_a_file_needs_no_end():
    [*_, last] = passages_of(PAGE, "One.\n\nTwo.")
    assert last.replaced_in("One.\n\nTwo.", "Three.\nFour.") == "One.\n\nThree.\nFour."


def test_what_is_written_in_a_card_stays_in_it():
    passage = next(it for it in passages_of(PAGE, TEXT) if it.text.startswith("Do not"))
    new = passage.replaced_in(TEXT, "Do not drive.\n\nNor ride.")
    assert "\n    Do not drive.\n\n    Nor ride.\n\n| a" in new


def test_a_wrong_line_is_shown_with_the_lines_around_it_as_they_are():
    passage = passage_at(PAGE, TEXT, 13)
    assert passage.text.startswith("!!! emergency")
    assert passage.text.endswith("      of sight")
    assert passage_at(PAGE, TEXT, 99).last == len(TEXT.splitlines())
    assert passage_at(PAGE, "", 1).text == ""


@pytest.mark.parametrize(
    ("shown", "start"),
    [
        ("Vision problems", "title"),
        ("Tell staff now if you have:", "!!! emergency"),
        ("seeing double", "- ![](signs/double"),
        ("Sudden loss of sight", "- ![](signs/loss"),
        ("Do not drive. Call us.", "Do not drive"),
        ("any other", None),
        ("the first part", "- **The first part**"),
        ("and the second", "- **The first part**"),
        ("Do not drive. Call us. Nothing is kept.", "Do not drive"),
        ("", None),
    ],
)
def test_words_on_the_screen_lead_to_their_passage(shown, start):
    found = find(shown, passages_of(PAGE, TEXT), {"get_help_now": "Tell staff now"})
    text = found and found.passage.text
    assert text is None if start is None else text.startswith(start)


def test_a_term_that_is_not_known_may_be_any_words():
    found = find("Call 112 now if you have:", passages_of(PAGE, TEXT), {})
    assert found.passage.text.startswith("!!! emergency")


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_each_card_is_told_from_the_others(language):
    folder = CONTENT / language
    table = SHIPPED.table(folder / "pack.toml")
    terms = terms_of(table, Clinic(name="?", emergency_number="112"))
    page = folder / "vision.md"
    passages = passages_of(page, SHIPPED.text(page))
    heads = [it for it in passages if it.text.startswith(("!!! em", "!!! sa"))]
    for head, term in zip(heads, ("get_help_now", "be_seen_today"), strict=True):
        shown = head.text.split('"')[1].replace(f"{{{term}}}", terms[term])
        assert find(shown, passages, terms).passage == head
