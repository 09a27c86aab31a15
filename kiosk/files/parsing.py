"""Read text, TOML and typed tables, and complain in one voice."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from kiosk.errors import FileError, Problem

_T = TypeVar("_T")
_AT = re.compile(r"(?P<what>.*?) - at `\$(?P<at>.*?)`$", re.DOTALL)
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`")
_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`")


def read_text(path: Path) -> str:
    """Return the text in `path`; raises `ValueError` naming a line that is not UTF-8.

    A byte order mark, which some editors leave, is not part of the text.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line} is not UTF-8; save the file as UTF-8") from error


def read_table(path: Path) -> dict[str, Any]:
    """Return the TOML in `path`."""
    import tomllib

    return tomllib.loads(read_text(path))


def typed(table: object, kind: type[_T]) -> _T:
    """Return `table` as a `kind`; raises `ValueError` naming the key that is wrong."""
    import msgspec

    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise ValueError(_in_plain_words(str(error))) from error


def typed_rows(table: Mapping[str, object], kind: type[_T], at: str) -> dict[str, _T]:
    """Return every row of `table` as a `kind`; an error names its key, after `at`."""
    rows = {}
    for key, row in table.items():
        try:
            rows[key] = typed(row, kind)
        except ValueError as problem:
            raise ValueError(f"{at}{key}.{problem}") from problem
    return rows


@contextmanager
def blaming(path: Path, error: type[FileError]) -> Iterator[None]:
    """Turn whatever reading `path` can raise into `error`, naming the file."""
    try:
        yield
    except FileNotFoundError as problem:
        raise error(Problem(path, message="there is no such file")) from problem
    except OSError as problem:
        message = f"cannot be used: {problem.strerror}"
        raise error(Problem(path, message=message)) from problem
    except KeyError as missing:
        message = f"lacks {missing.args[0]!r}"
        raise error(Problem(path, message=message, remedy="add it")) from missing
    except (TypeError, ValueError) as problem:
        raise error(Problem(path, message=str(problem))) from problem


def _in_plain_words(message: str) -> str:
    found = _AT.match(message)
    what, at = (found["what"], found["at"].lstrip(".")) if found else (message, "")
    if unknown := _UNKNOWN.match(what):
        key = ".".join(filter(None, (at, unknown["key"])))
        return f"{key}: there is no such key; correct its spelling or delete it"
    if missing := _MISSING.match(what):
        key = ".".join(filter(None, (at, missing["key"])))
        return f"{key}: this key is missing; add it"
    return f"{at}: {what[:1].lower()}{what[1:]}" if at else what
