"""Any TOML, YAML or JSON file: a table, or a `FileError` for each mistake in it."""

import os
from contextlib import suppress
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import ContentError, EntryError
from kiosk.files.parsing import (
    MOST_TABLE_BYTES,
    Mistakes,
    blaming,
    parse_toml,
    read_json,
    read_table,
)
from kiosk.files.yaml_tables import MOST_FRONT_MATTER_LETTERS, parse_yaml


@dataclass(frozen=True)
class Volume:
    volume: int = 60


def problems(path, read):
    with pytest.raises(ContentError) as error, blaming(path, ContentError):
        read(path)
    assert all("\n" not in line for line in error.value.lines)
    return error.value.problems


@pytest.fixture
def path(tmp_path):
    return tmp_path / "pack.toml"


def test_a_table_is_read(path):
    path.write_text("[clinic]\nname = 'x'")
    assert read_table(path) == {"clinic": {"name": "x"}}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("deep = " + "[" * 5_000, "is nested too deeply", 0),
        ("[" * 100_000, "is no heading", 1),
        ("a\n" * 2 + ".".join("a" * 20_000) + " = 1", "over 100 full stops", 3),
        ("a = " + "9" * 5_000, "limit", 0),
        ("# " + "x" * MOST_TABLE_BYTES, "is longer than 256,000 bytes", 0),
        ('a = "\\ud800"', "cannot be understood", 1),
    ],
    ids=["brackets", "heading", "dots", "digits", "long", "surrogate"],
)
def test_a_hostile_table_is_one_problem(path, text, message, line):
    path.write_text(text)
    [problem] = problems(path, read_table)
    assert (message in problem.message, problem.line) == (True, line)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"volume": ' * 100_000, '{"volume": "\\ud800"}', "\0"]
)
def test_hostile_json_is_one_problem(path, text):
    path.write_text(text)
    assert len(problems(path, lambda path: read_json(path, Volume))) == 1


def test_json_is_read(path):
    path.write_text('{"volume": 80}')
    assert read_json(path, Volume) == Volume(80)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: x\nkind: " + "[" * 5_000, 3),
        ("title: x\nkind: " + "[" * 4_000 + "]" * 4_000, 3),
        ("- " * 2_000, 2),
        ("? " * 2_000, 2),
        ("x" * (MOST_FRONT_MATTER_LETTERS + 1), 2),
        ('title: "\\ud800"', 2),
        ("title: x\nwritten: 2026-13-45", 3),
        ("title: x\n\thint: y", 3),
        ("title: Pain: again", 2),
        ("title: x\nsummary: 'It's sore'", 3),
        ("title: *Pain*", 2),
        ("title: \x01", 2),
        ("title: !!python/object:os.system x", 2),
    ],
)
def test_hostile_front_matter_is_one_line_of_the_page(text, line):
    with pytest.raises(EntryError) as error:
        parse_yaml(text, first_line=2)
    assert error.value.line == line
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text", ["[" * 4_000 + "]" * 4_000, "[" * 9_000, "- " * 7_000, "? " * 7_000]
)
def test_front_matter_nested_deep_never_reaches_a_parser_that_crashes_on_it(text):
    with pytest.raises(EntryError) as error:
        parse_yaml(f"kind:\n  {text}", first_line=2)
    assert (error.value.message, error.value.line) == (
        "this line is nested too deeply",
        3,
    )


def test_a_pipe_in_the_place_of_a_table_is_a_problem_at_once(path):
    os.mkfifo(path)
    [problem] = problems(path, read_table)
    assert str(problem) == f"{path}: is a pipe; put a file in its place"


@given(st.text() | st.text(alphabet="[]{}=\"'.,#\n\\ax1_-: "))
def test_no_text_is_more_than_a_mistake(text):
    for parse in (parse_toml, lambda text: parse_yaml(text, 1)):
        with suppress(EntryError):
            assert isinstance(parse(text), dict)


def test_memory_that_runs_out_is_a_problem_of_the_file(path):
    def read(_):
        raise MemoryError

    assert "more memory" in problems(path, read)[0].message


def test_mistakes_are_collected_with_their_places_in_the_order_of_lines(path):
    path.write_text("[a]\nx = 1\n\n[b]\ny = 2\n")

    def refuse(key):
        raise EntryError("is wrong", "mend it", key=key)

    def read(_):
        mistakes = Mistakes()
        assert mistakes.attempt("b", refuse, "y") is None
        assert mistakes.attempt("b", str.upper, "fine") == "FINE"
        assert mistakes.attempt("a", refuse, "x") is None
        assert mistakes.attempt("a", int, "no number") is None
        mistakes.raise_found()

    lines = [str(problem).removeprefix(str(path)) for problem in problems(path, read)]
    assert lines == [
        ":1: a: invalid literal for int() with base 10: 'no number'",
        ":2: a.x: is wrong; mend it",
        ":5: b.y: is wrong; mend it",
    ]


def test_without_a_mistake_nothing_is_raised():
    Mistakes().raise_found()
