"""Keys are written into front matter, and every other byte stays."""

import pytest

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
