"""A slip in a TOML file costs the entry that it is in, and is told with its line."""

from time import process_time

import pytest

from kiosk.files.parsing import usable_toml

GOOD = """name = "a"
# a remark
[clinic]
phone = "1"
desk = "door"
[clinic.hours]
monday = "closed"
[[rows]]
id = "one"
level = "high"
[[rows]]
id = "two"
needs = [
    { answers = ["a"] },
]
level = "low"
[last]
key = 1
"""
ROWS = [
    {"id": "one", "level": "high"},
    {"id": "two", "needs": [{"answers": ["a"]}], "level": "low"},
]
TABLE = {
    "name": "a",
    "clinic": {"phone": "1", "desk": "door", "hours": {"monday": "closed"}},
    "rows": ROWS,
    "last": {"key": 1},
}


def told(mistakes):
    return [(it.line, it.key) for it in mistakes]


def test_a_text_without_mistakes_is_read_as_it_is():
    assert usable_toml(GOOD) == (TABLE, [])


def test_the_same_is_read_beside_a_mistake():
    table, mistakes = usable_toml(f"{GOOD}wrong = x\n")
    assert table == TABLE
    assert told(mistakes) == [(19, "last.wrong")]


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('phone = "1"', 'phone = "1', 4, "clinic.phone"),
        ('phone = "1"', "phone = “1”", 4, "clinic.phone"),
        ('phone = "1"', "phone = 1 2", 4, "clinic.phone"),
        ('phone = "1"', "phone =", 4, "clinic.phone"),
        ('phone = "1"', "phone = 007", 4, "clinic.phone"),
        ('phone = "1"', "phone = [", 4, "clinic.phone"),
        ('phone = "1"', 'phone = """', 4, "clinic.phone"),
        ('phone = "1"', 'phone = "C:\\Users"', 4, "clinic.phone"),
        ('level = "high"', "level = high", 10, "rows[0].level"),
        ('["a"] }', '["a" }', 14, "rows[1].needs"),
        ('["a"] },\n]', '["a"] },', 14, "rows[1].needs"),
    ],
)
def test_an_entry_that_cannot_be_read_costs_itself_alone(old, new, line, key):
    table, mistakes = usable_toml(GOOD.replace(old, new, 1))
    assert told(mistakes) == [(line, key)]
    outer = {"c": table["clinic"], "r": table["rows"][int("[1]" in key)]}[key[0]]
    del_name = key.rpartition(".")[2]
    assert del_name not in outer
    outer[del_name] = {"phone": "1", "level": "high", "needs": [{"answers": ["a"]}]}[
        del_name
    ]
    assert table == TABLE


@pytest.mark.parametrize(
    ("old", "new", "line", "written"),
    [
        ("[clinic]", "[clinic", 3, "write [clinic]"),
        ("[clinic.hours]", "[clinic.hours", 6, "write [clinic.hours]"),
        ("[[rows]]", "[[rows]", 8, "write [[rows]]"),
        ("[[rows]]", "[rows]", 8, "write [[rows]]"),
        ("[last]", "[last # the end", 17, "write [last]"),
        ("[last]", "[last] x", 17, "write [last]"),
    ],
)
def test_a_heading_without_a_bracket_is_still_a_heading(old, new, line, written):
    table, [mistake] = usable_toml(GOOD.replace(old, new, 1))
    assert table == TABLE
    assert (mistake.line, mistake.remedy) == (line, written)


def test_words_that_are_no_entry_cost_nothing():
    table, mistakes = usable_toml(GOOD.replace("desk", "nonsense\n<<<<<<< HEAD\ndesk"))
    assert table == TABLE
    assert told(mistakes) == [(5, "clinic.nonsense"), (6, "clinic")]


def test_of_a_key_that_is_there_twice_the_first_stays():
    table, mistakes = usable_toml(GOOD.replace("desk", 'phone = "2"\ndesk'))
    assert table == TABLE
    assert told(mistakes) == [(5, "clinic.phone")]


def test_a_table_that_is_there_twice_is_one():
    table, mistakes = usable_toml(f"{GOOD}[clinic]\nmore = 2\nphone = 3\nwrong = x")
    assert table == TABLE | {"clinic": TABLE["clinic"] | {"more": 2}}
    assert told(mistakes) == [(21, "clinic.phone"), (22, "clinic.wrong")]


def test_that_it_is_there_twice_is_told():
    table, [mistake] = usable_toml(f"{GOOD}[clinic]\nmore = 2")
    assert table == TABLE | {"clinic": TABLE["clinic"] | {"more": 2}}
    assert (mistake.line, mistake.message) == (19, "this line is there twice")


def test_brackets_without_end_are_told():
    table, [mistake] = usable_toml(f"{GOOD}deep = {'[' * 5000}")
    assert table == TABLE
    assert "nested" in mistake.message


def test_a_row_without_its_heading_is_a_row():
    without = GOOD.replace('[[rows]]\nid = "two"', 'id = "two"')
    table, [mistake] = usable_toml(without)
    assert table == TABLE
    assert (mistake.line, mistake.remedy) == (11, "write [[rows]] above it")


def test_every_mistake_is_told_at_once():
    text = GOOD.replace("[last]", "[last").replace('"1"', '"1').replace('"low"', "low")
    table, mistakes = usable_toml(text)
    assert told(mistakes) == [(4, "clinic.phone"), (16, "rows[1].level"), (17, "")]
    assert table["last"] == {"key": 1}


def test_thousands_of_lines_that_mean_nothing_take_no_time_and_cost_no_entry():
    stray = "nothing here\n" * 8_000
    start = process_time()
    table, mistakes = usable_toml(f'a = 1\n{stray}b = """\n{stray}c = 3\n{stray}')
    assert process_time() - start < 5
    assert mistakes
    assert table.get("a") == 1
    assert table.get("c") == 3
