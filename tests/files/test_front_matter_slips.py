"""Words without the quotation marks they need are read as they stand, and told."""

import pytest
import yaml

from kiosk.files.front_matter_slips import mended_fields

FIELDS = ("title", "summary", "written", "icon")


def mended(line, below=""):
    text, slips = mended_fields(f"{line}\n{below}icon: x", FIELDS, FIELDS[:2], 2)
    return yaml.safe_load(text), slips


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Pain: what to do", "Pain: what to do"),
        ("title: Pain #1 cause", "Pain #1 cause"),
        ("title: # Pain", "Pain"),
        ("title: *Pain*", "Pain"),
        ("title: 'It's sore'", "It's sore"),
        ('title: "Pain', "Pain"),
        ('title: The "worst": pain', 'The "worst": pain'),
        ("title: - a", "- a"),
        ("title: [a", "[a"),
        ("title: 3", "3"),
        ("title: No", "No"),
        ("title: 2026-11-22", "2026-11-22"),
        ("\ttitle: Pain", "Pain"),
        ("  title: Pain", "Pain"),
        ("title:Pain", "Pain"),
    ],
)
def test_words_are_read_as_they_stand(line, title):
    table, [slip] = mended(line)
    assert table == {"title": title, "icon": "x"}
    assert (slip.line, slip.message.startswith("title")) == (2, True)


@pytest.mark.parametrize(
    "line",
    [
        "title: Pain",
        'title: "Pain: #1"  # checked',
        "title: 'It''s sore'",
        "title: It's sore",
        "written: 2026-11-22  # by hand",
        "title: >",
        "title:",
    ],
)
def test_what_is_written_right_stays(line):
    text, slips = mended_fields(line, FIELDS, FIELDS[:2], 2)
    assert (text, slips) == (line, [])


def test_words_that_go_on_below_stay():
    table, slips = mended('title: "Pain', '  and more: see"\n')
    assert (table["title"], slips) == ("Pain and more: see", [])
