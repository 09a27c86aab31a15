"""Tables that were parsed once are there at the next start, and never wrong ones."""

from datetime import UTC, date, datetime, time

import pytest

from kiosk.files.parsed_texts import NAME, Markup, ParsedTexts
from kiosk.files.parsing import parse_toml
from kiosk.files.yaml_tables import parse_yaml

TOML = """
day = 2026-11-28
moment = 2026-11-28T06:30:00Z
clock = 06:30:00
number = 7
share = 0.5
[levels]
names = ["emergency", "same-day"]
"""
DAY = date(2026, 11, 28)
TABLE = {
    "day": DAY,
    "moment": datetime(2026, 11, 28, 6, 30, tzinfo=UTC),
    "clock": time(6, 30),
    "number": 7,
    "share": 0.5,
    "levels": {"names": ["emergency", "same-day"]},
}


class Parser:
    """Parses TOML, and counts how often."""

    def __init__(self):
        self.times = 0

    def __call__(self, text):
        self.times += 1
        return parse_toml(text)


@pytest.fixture
def start(tmp_path):
    """Return a start of the program, which is told what to parse."""

    def start(*texts, markup=Markup.TOML):
        parser, kept = Parser(), ParsedTexts()
        kept.begin(tmp_path)
        tables = [kept.table(markup, text, parser) for text in texts]
        kept.end()
        return tables, parser.times

    return start


def test_the_next_start_parses_nothing(start):
    assert start(TOML) == ([TABLE], 1)
    assert start(TOML) == ([TABLE], 0)
    assert start(TOML) == ([TABLE], 0)


def test_a_text_in_which_a_letter_is_another_is_parsed(start):
    start(TOML)
    other = TOML.replace("same-day", "same-dax")
    [table], times = start(other)
    assert (table["levels"]["names"][1], times) == ("same-dax", 1)


def test_a_table_is_that_of_its_markup(start):
    start(TOML)
    assert start(TOML, markup=Markup.YAML) == ([TABLE], 1)


def test_who_changes_a_table_changes_no_other(start):
    start(TOML)
    (one, other), _ = start(TOML, TOML)
    del one["levels"]["names"]
    assert other == TABLE


def test_what_a_start_does_not_use_is_dropped(start, tmp_path):
    start(TOML, "a = 1")
    size = (tmp_path / NAME).stat().st_size
    start(TOML)
    assert (tmp_path / NAME).stat().st_size < size
    assert start("a = 1")[1] == 1


def test_an_equal_start_writes_nothing(start, tmp_path):
    start(TOML)
    before = (tmp_path / NAME).stat()
    start(TOML)
    assert (tmp_path / NAME).stat().st_ino == before.st_ino


def test_a_damaged_file_is_not_used(start, tmp_path):
    start(TOML)
    whole = (tmp_path / NAME).read_bytes()
    damaged = [whole[:at] for at in range(0, len(whole), 7)]
    damaged += [
        whole[:at] + bytes([byte ^ 1]) + whole[at + 1 :]
        for at, byte in enumerate(whole)
    ]
    for data in damaged:
        (tmp_path / NAME).write_bytes(data)
        assert start(TOML) == ([TABLE], 1)


def test_a_file_of_another_python_is_not_used(start, monkeypatch):
    monkeypatch.setattr("kiosk.files.parsed_texts.version", "3.10")
    start(TOML)
    monkeypatch.undo()
    assert start(TOML)[1] == 1


def test_others_cannot_read_it(start, tmp_path):
    start(TOML)
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path):
    (tmp_path / "file").touch()
    for _ in range(2):
        kept, parser = ParsedTexts(), Parser()
        kept.begin(tmp_path / "file" / "state")
        assert kept.table(Markup.TOML, TOML, parser) == TABLE
        kept.end()
        assert parser.times == 1


def test_after_the_start_every_text_is_parsed(tmp_path):
    parser, kept = Parser(), ParsedTexts()
    kept.begin(tmp_path)
    kept.end()
    for _ in range(2):
        kept.table(Markup.TOML, TOML, parser)
    assert parser.times == 2


@pytest.mark.parametrize("value", [{1, 2}, (1, 2), b"1", 1 << 70, object()])
def test_a_value_that_would_come_back_as_another_is_parsed_each_time(tmp_path, value):
    texts = []

    def parse(text):
        texts.append(text)
        return {"a": value}

    for _ in range(2):
        kept = ParsedTexts()
        kept.begin(tmp_path)
        assert kept.table(Markup.YAML, "a", parse) == {"a": value}
        kept.end()
    assert texts == ["a", "a"]


def test_both_parsers_keep_their_tables(tmp_path, monkeypatch):
    kept = ParsedTexts()
    monkeypatch.setattr("kiosk.files.parsing.parsed_texts", kept)
    monkeypatch.setattr("kiosk.files.yaml_tables.parsed_texts", kept)
    for _ in range(2):
        kept.begin(tmp_path)
        assert parse_toml(TOML) == TABLE
        assert parse_yaml("review_by: 2026-11-28", 2) == {"review_by": DAY}
        kept.end()
        for parser in ("kiosk.files.parsing._parse_toml", "yaml.load"):
            monkeypatch.setattr(parser, None)
