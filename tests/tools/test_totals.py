"""`kiosk totals`, as somebody at a terminal runs it."""

import csv
import io

import pytest

from kiosk.cli import main
from kiosk.tools import totals

COUNTED = '{"2026-11-27": {"home": 31, "vision": 12}, "2026-11-28": {"home": 18}}'


@pytest.fixture
def state(tmp_path, monkeypatch):
    """The state of this account's kiosk, beside which nothing is."""
    monkeypatch.setattr(totals, "state_path", lambda: tmp_path / "state.json")
    monkeypatch.setattr(totals, "_UNIT", tmp_path / "unit")
    return tmp_path


def test_as_csv_there_is_a_row_for_each_day_and_page(state, capsys):
    (state / "totals.json").write_text(COUNTED)
    assert main(["totals", "--csv"]) == 0
    rows = [*csv.reader(io.StringIO(capsys.readouterr().out))]
    assert rows == [
        ["day", "page", "visits"],
        ["2026-11-27", "home", "31"],
        ["2026-11-27", "vision", "12"],
        ["2026-11-28", "home", "18"],
    ]


def test_for_a_reader_the_rows_are_aligned(state, capsys):
    (state / "totals.json").write_text(COUNTED)
    assert main(["totals"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2026-11-27  home        31"
    assert lines[-1] == "Numbers under 10 are not kept."


def test_that_of_the_unit_is_found_and_one_that_is_named(state, capsys):
    (state / "unit").mkdir()
    (state / "unit" / "totals.json").write_text(COUNTED)
    assert main(["totals", "--csv"]) == 0
    other = state / "copied.json"
    other.write_text('{"2026-11-01": {"book": 10}}')
    capsys.readouterr()
    assert main(["totals", "--csv", str(other)]) == 0
    assert "2026-11-01,book,10" in capsys.readouterr().out


def test_where_nothing_was_counted_one_line_says_how_to(state, capsys):
    assert main(["totals"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "[totals] count_visits = true" in line


def test_a_damaged_file_is_one_line(state, capsys):
    (state / "totals.json").write_text("[1]")
    assert main(["totals"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "totals.json" in line
