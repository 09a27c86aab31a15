"""Keys are written into front matter, and every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import EntryError
from kiosk.files.front_matter_edit import with_keys

VALUES = {"approved_by": '"Dr Lee"', "approved_on": "2026-11-27"}
PAGE = b"""\xef\xbb\xbf---\r
title: Vision  # as on the tab\r
# by whom?\r
approved_by: ""  # a clinician\r
sources: [S1]\r
---\r
approved_by: not a key\r
\r
\r
 End """


def test_a_key_is_written_where_it_is_and_the_next_one_after_it():
    (was, now) = PAGE.split(b"\r\n"), with_keys(PAGE, VALUES).split(b"\r\n")
    assert now[:3] == was[:3]
    assert now[3:5] == [
        b'approved_by: "Dr Lee"  # a clinician',
        b"approved_on: 2026-11-27",
    ]
    assert now[5:] == was[4:]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_keys_that_are_not_there_come_last_with_the_ends_of_the_other_lines(end):
    page = end.join([b"---", b"title: Vision", b"---", b"Body"])
    written = (
        b'---|title: Vision|approved_by: "Dr Lee"|approved_on: 2026-11-27|---|Body'
    )
    assert with_keys(page, VALUES) == written.replace(b"|", end)


@pytest.mark.parametrize(
    "was",
    [
        b"approved_by:",
        b"approved_by: Dr #1",
        b"approved_by: 'it''s # me'",
        b'approved_by : "a \\" # b"',
        b"approved_by: >\n  Dr\n  Day",
        b"approved_by: |\n\tDr",
    ],
)
def test_whatever_was_there_goes_and_a_comment_stays(was):
    page = b"---\n%b\ntitle: V\n---\nBody" % was
    kept = b" #1" if b"#1" in was else b""
    expected = b'---\napproved_by: "Dr Lee"%b\ntitle: V\n---\nBody' % kept
    assert with_keys(page, {"approved_by": '"Dr Lee"'}) == expected


def test_to_write_the_same_again_changes_nothing():
    once = with_keys(PAGE, VALUES)
    assert with_keys(once, VALUES) == once


@pytest.mark.parametrize("page", [b"", b"Body", b"---\ntitle: V\n", b"\n---\n---\n"])
def test_a_page_without_front_matter_is_refused(page):
    with pytest.raises(EntryError, match="no front matter"):
        with_keys(page, VALUES)


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12)
LINES = st.one_of(
    st.sampled_from(
        [
            "title: Vision",
            "# why?",
            "",
            "  folded",
            "approved_by: x  # who?",
            "approved_on:",
        ]
    ),
    TEXTS.filter(lambda line: line.rstrip() != "---"),
)


@given(
    front=st.lists(LINES, max_size=6),
    body=st.lists(TEXTS, max_size=4),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
)
def test_whatever_is_written_no_other_line_changes(front, body, end, mark):
    page = mark + end.join(["---", *front, "---", *body]).encode()
    written = with_keys(page, VALUES)
    assert with_keys(written, VALUES) == written
    was, now = (others(data, end.encode()) for data in (page, written))
    assert now == was
    for key, value in VALUES.items():
        assert f"{key}: {value}".encode() in written


def others(page, end):
    """Return the lines of a page but for those keys, with what belongs to them."""
    head, fence, body = page.partition(end + b"---")
    kept, is_ours = [], False
    for line in head.split(end):
        if line[:1] not in (b" ", b"\t"):
            is_ours = line.startswith((b"approved_by:", b"approved_on:"))
        if not is_ours:
            kept.append(line)
    return kept, fence, body
