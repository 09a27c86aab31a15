"""What stands above a page, and what tells one text of it from another."""

import pytest

from kiosk.files.front_matter import fingerprint
from tests.support.shipped import CONTENT

PAGE = """---
title: Vision
tab: Eyes
tile: Eyes or sight
hint: Double
summary: You may see double.
fact: Do not drive.
icon: vision
kind: complication
sources: [S1]
written: 2026-01-02
review_by: 2027-01-02
approved_by: ""
---
A *body*.

- One
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Vision", "title: Sight"),
        ("tab: Eyes", "tab: Eye"),
        ("tile: Eyes or sight", "tile: Eyes"),
        ("hint: Double", "hint: Sore"),
        ("see double", "see little"),
        ("fact: Do not drive.", ""),
        ("A *body*.", "A body."),
        ("- One", "- One\n- Two"),
    ],
)
def test_another_word_is_another_text(old, new):
    assert old in PAGE
    assert fingerprint(PAGE.replace(old, new, 1)) != fingerprint(PAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("written: 2026-01-02", "written: 2026-11-22"),
        ("review_by: 2027-01-02", "review_by: 2030-01-01"),
        ('approved_by: ""', "approved_by: Dr Day\napproved_on: 2026-02-03"),
        ("icon: vision", "icon: info"),
        ("sources: [S1]", "sources: [S1, S8]"),
        ("title: Vision", 'title: "Vision"'),
        ("\n", "\r\n"),
        ("\n\n- One", "\n\n\n- One  "),
    ],
    ids=[
        *("written", "due", "approved", "icon", "sources", "quotes", "line ends"),
        "blank lines",
    ],
)
def test_dates_approvals_and_what_no_reader_sees_are_no_other_text(old, new):
    assert fingerprint(PAGE.replace(old, new)) == fingerprint(PAGE)


def test_words_that_only_moved_are_another_text():
    moved = PAGE.replace("hint: Double", "hint: ").replace("tab: Eyes", "tab: Double")
    swapped = PAGE.replace("hint: Double", "hint: Eyes").replace("tab: E", "tab: D")
    assert len({fingerprint(page) for page in (PAGE, moved, swapped)}) == 3


def test_no_two_shipped_pages_have_the_same():
    pages = [path.read_text("utf-8") for path in CONTENT.glob("*/*.md")]
    assert len({fingerprint(page) for page in pages}) == len(pages)


def test_who_pays_and_what_changed_are_read(spoil, read):
    spoil("en/vision.md", "written:", "funding: the clinic\nchanged: New.\nwritten:")
    page = read().page("vision")
    assert (page.funding, page.changed) == ("the clinic", "New.")


def test_a_translation_without_them_has_those_of_its_source(spoil, read):
    spoil("en/vision.md", "written:", "funding: the clinic\nchanged: New.\nwritten:")
    spoil("es/vision.md", "written:", "changed: Nuevo.\nwritten:")
    page = read(language="es").page("vision")
    assert page.language == "es"  # it is not out of date for it
    assert (page.funding, page.changed) == ("the clinic", "Nuevo.")
