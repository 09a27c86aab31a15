"""What changes the hash of a page or a table, and what does not."""

import pytest

from kiosk.files.text_hashes import page_hash, table_hash

PAGE = """---
title: Vision
review_by: 2027-01-02
approved_by: ""
---
A *body*.

- One
"""


@pytest.mark.parametrize(
    "change",
    [
        ("title: Vision", "title: Sight"),
        ("2027", "2028"),
        ("- One", "- Two"),
        ("A *body*.\n", "A *body*."),
        ("- One", "approved_by: nobody"),
    ],
    ids=["title", "review", "point", "no blank line", "words like a key"],
)
def test_whatever_is_read_on_the_page_is_approved(change):
    old, new = change
    assert page_hash(PAGE.replace(old, new, 1)) != page_hash(PAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('approved_by: ""', "approved_by: Dr Day\napproved_on: 2026-02-03"),
        ('approved_by: ""', "approved_by: >\n  Dr\n  Day\napproved_hash: 1a"),
        ("title:", "draft: true\nsource_hash: 1a\ntitle:"),
        ("\n", "\r\n"),
        ("\n- One", "\n\n\n- One  "),
        ("- One\n", "- One"),
    ],
    ids=["approved", "folded", "draft", "line ends", "blank lines", "end"],
)
def test_approvals_line_ends_and_blank_lines_are_not(old, new):
    assert page_hash(PAGE.replace(old, new)) == page_hash(PAGE)


def test_a_table_is_the_same_in_another_order_and_not_with_another_value():
    table = {"a": "1", "b": {"c": ["1", "2"], "d": 2}}
    assert table_hash(dict(reversed(table.items()))) == table_hash(table)
    assert table_hash({**table, "staff": {}}, but=["staff"]) == table_hash(table)
    others = ({"a": 1}, {"b": {"c": ["2", "1"], "d": 2}}, {"b": {"c": ["12"], "d": 2}})
    assert table_hash(table) not in {table_hash({**table, **it}) for it in others}
