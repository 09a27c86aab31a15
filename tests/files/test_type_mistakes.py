"""Every wrong key of a table is found at once, and named with what to write."""

from datetime import date
from enum import Enum
from typing import Annotated, Literal

import pytest
from msgspec import Meta, Struct

from kiosk.files.parsing import check_known, typed, typed_rows


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Row(Struct, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...] = ()


class Table(Struct, forbid_unknown_fields=True):
    name: str = ""
    size: Annotated[float, Meta(ge=10, le=20)] = 10.0
    digits: Annotated[str, Meta(min_length=10)] = "0123456789"
    shuffle: bool = False
    colour: Colour = Colour.RED
    direction: Literal["ltr", "rtl"] = "ltr"
    written: date | None = None
    rows: tuple[Row, ...] = ()
    texts: dict[str, str] = {}


def mistakes(value):
    with pytest.raises(ExceptionGroup) as error:
        typed(value, Table)
    return [f"{it.key}: {it}" for it in error.value.exceptions]


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"nam": ""}, "nam: there is no such key; use name, or"),
        ({"Name": ""}, "Name: there is no such key; use name, or"),
        ({"zzz": ""}, "zzz: there is no such key; use one of colour, digits"),
        ({"name": 999}, 'name: expected words; put it in double quotes: "..."'),
        ({"size": "15"}, "size: expected a number; write it like 476, without"),
        ({"size": 9.9}, "size: out of range; write at least 10"),
        ({"size": 20.1}, "size: out of range; write at most 20"),
        ({"size": float("nan")}, "size: out of range"),
        ({"digits": "012"}, "digits: wrong length; write at least 10 letters"),
        ({"shuffle": "no"}, "shuffle: expected true or false"),
        ({"colour": "green"}, "colour: unknown word; write one of red, blue"),
        ({"direction": "up"}, "direction: unknown word; write one of ltr, rtl"),
        ({"written": "22-11-2026"}, "written: expected a date; write it like 2026-"),
        ({"name": None}, "name: empty; put it in double quotes"),
        ({"rows": [{"id": "a"}, {}]}, "rows[1].id: this key is missing; add it"),
        ({"rows": [{"id": "a", "words": "b"}]}, "rows[0].words: expected a list"),
        ({"rows": [{"id": "a", "words": ["b", 1]}]}, "rows[0].words[1]: expected wo"),
        ({"rows": 3}, "rows: expected a list"),
        ({"texts": {"a": "b", "c": 3}}, "texts.c: expected words"),
        ({"texts": []}, "texts: expected a heading"),
        ([], ": expected a heading"),
    ],
)
def test_a_wrong_entry_is_named_by_its_place(table, named):
    [told] = mistakes(table)
    assert told.startswith(named)


def test_all_of_them_are_told_at_once():
    table = {
        "nam": "",
        "size": "x",
        "rows": [{"words": 3}, {"id": 4}],
        "texts": {"a": 5},
    }
    assert [told.split(":")[0] for told in mistakes(table)] == [
        *("nam", "size", "rows[0].id", "rows[0].words", "rows[1].id", "texts.a")
    ]


def test_rows_are_told_all_at_once_after_their_place():
    with pytest.raises(ExceptionGroup) as error:
        typed_rows({"a": {}, "b": {"id": "x"}, "c": {"id": 3}}, Row, "rows.")
    assert [it.key for it in error.value.exceptions] == ["rows.a.id", "rows.c.id"]


def test_a_name_that_is_not_known_is_answered_with_the_nearest_first():
    with pytest.raises(ValueError, match=r"'visoin'; use vision$"):
        check_known("visoin", ("home", "vision", "book"), "icon")


def test_where_none_is_near_all_of_them_are_told():
    with pytest.raises(ValueError, match="'x'; use one of book, home, vision"):
        check_known("x", ("home", "vision", "book"), "icon")
