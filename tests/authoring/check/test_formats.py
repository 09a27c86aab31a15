"""Problems are written for people, for programs, and as marks beside a change."""

import json
from pathlib import Path

from kiosk.authoring.check.formats import Format, written
from kiosk.errors import Problem, Severity

PROBLEM = Problem(
    Path("en/a,b.md"), line=3, message="84% is\nnot 48%", remedy="write 84%"
)
DOUBT = Problem(Path("x.md"), severity=Severity.WARNING, message="is empty")


def test_a_line_has_file_line_severity_problem_and_remedy():
    lines = written([PROBLEM, DOUBT], Format.TEXT).splitlines()
    assert lines == [
        "en/a,b.md:3: error: 84% is not 48%; write 84%",
        "x.md: warning: is empty",
    ]


def test_json_is_one_list():
    first, second = json.loads(written([PROBLEM, DOUBT], Format.JSON))
    assert (first["file"], first["line"], first["severity"]) == (
        "en/a,b.md",
        3,
        "error",
    )
    assert (second["line"], second["remedy"]) == (0, "")
    assert json.loads(written([], Format.JSON)) == []


def test_a_mark_for_github_is_escaped():
    assert written([PROBLEM, DOUBT], Format.GITHUB).splitlines() == [
        "::error file=en/a%2Cb.md,line=3::84%25 is not 48%25; write 84%25",
        "::warning file=x.md::is empty",
    ]


def test_a_path_below_this_folder_is_named_from_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    problem = Problem(tmp_path / "en" / "x.md", message="wrong")
    assert written([problem], Format.TEXT) == "en/x.md: error: wrong\n"
