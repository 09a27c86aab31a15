"""Write problems down: for people, for programs, and as marks beside a change."""

import json
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path

from kiosk.errors import Problem


class Format(Enum):
    """How problems are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def written(problems: Iterable[Problem], form: Format) -> str:
    """Return problems in a form, a line each; JSON is one list."""
    if form is Format.JSON:
        rows = [_row(problem) for problem in problems]
        return f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n"
    line: Callable[[Problem], str] = as_line if form is Format.TEXT else _as_mark
    return "".join(f"{line(problem)}\n" for problem in problems)


def as_line(problem: Problem) -> str:
    """Return `file:line: error|warning: what is wrong; what to write`."""
    place = str(_near(problem.path))
    place = f"{place}:{problem.line}" if problem.line else place
    return f"{place}: {problem.severity.value}: {_text(problem)}"


def _text(problem: Problem) -> str:
    text = "; ".join(filter(None, (problem.message, problem.remedy)))
    return " ".join(text.split())


def _row(problem: Problem) -> dict[str, str | int]:
    return {
        "file": str(_near(problem.path)),
        "line": problem.line,
        "severity": problem.severity.value,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def _as_mark(problem: Problem) -> str:
    """Return a line that GitHub shows beside the line of the file."""
    at = f"file={_escaped(str(_near(problem.path)))}"
    at += f",line={problem.line}" if problem.line else ""
    text = _text(problem).replace("%", "%25")
    return f"::{problem.severity.value} {at}::{text}"


def _escaped(name: str) -> str:
    """Return a file's name without the marks that end it."""
    for mark in "%:,":
        name = name.replace(mark, f"%{ord(mark):X}")
    return name


def _near(path: Path) -> Path:
    """Return a path as it is from here, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
