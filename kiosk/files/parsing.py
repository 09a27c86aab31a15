"""Parse TOML and JSON into typed tables, and collect every mistake in them.

Every exception that an unfit file causes becomes a `FileError` in `blaming`. Files are
opened in `text_files`; mistakes are worded in `syntax_mistakes` and `type_mistakes`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from kiosk.errors import EntryError, FileError, Problem, Severity
from kiosk.files.parsed_texts import Markup, parsed_texts
from kiosk.files.text_files import read_text

MOST_TABLE_BYTES = 256_000  # the longest pack that came along has 16,000
_MOST_DOTS = 100  # in one line of TOML: reading `a.a.a` takes their number squared

_T = TypeVar("_T")
_P = ParamSpec("_P")


def read_table(path: Path) -> dict[str, Any]:
    """Return the TOML in `path`; raises `EntryError`."""
    return parse_toml(read_text(path, MOST_TABLE_BYTES))


def parse_toml(text: str) -> dict[str, Any]:
    """Return a TOML text as a table; raises `EntryError` naming the line."""
    return parsed_texts.table(Markup.TOML, text, _parse_toml)


def _parse_toml(text: str) -> dict[str, Any]:
    import tomllib

    for number, line in enumerate(text.splitlines(), 1):
        if line.count(".") > _MOST_DOTS:
            message = f"has over {_MOST_DOTS} full stops in a line"
            raise EntryError(
                message, "write each value on a line of its own", line=number
            )
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from kiosk.files.syntax_mistakes import toml_mistake

        raise toml_mistake(error, text) from error
    except RecursionError as deep:
        message, remedy = "is nested too deeply", "close the brackets it opens"
        raise EntryError(message, remedy) from deep


def usable_toml(text: str) -> tuple[dict[str, Any], list[EntryError]]:
    """Return what can be read of a TOML text, and a mistake for each entry that cannot.

    The `key` of a mistake is the entry that is missing, or is there twice.
    """
    try:
        return parse_toml(text), []
    except EntryError as first:
        from kiosk.files.toml_recovery import recovered_toml

        table, mistakes = recovered_toml(text)
        return table, mistakes or [first]


def read_json(path: Path, kind: type[_T]) -> _T:
    """Return the JSON in `path` as a `kind`; raises `EntryError`."""
    import msgspec

    text = read_text(path, MOST_TABLE_BYTES)
    try:
        return typed(msgspec.json.decode(text), kind)
    except msgspec.DecodeError as error:
        raise EntryError(f"is no JSON: {error}", "delete the file") from error


def typed(table: object, kind: type[_T]) -> _T:
    """Return `table` as a `kind`; raises for every wrong key at once."""
    import msgspec

    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        from kiosk.files.type_mistakes import type_mistakes

        raise ExceptionGroup("mistakes", list(type_mistakes(table, kind))) from error


def typed_rows(table: Mapping[str, object], kind: type[_T], at: str) -> dict[str, _T]:
    """Return every row of `table` as a `kind`; a mistake names its key, after `at`."""
    mistakes = Mistakes()
    rows = {
        key: mistakes.attempt(f"{at}{key}", typed, row, kind)
        for key, row in table.items()
    }
    mistakes.raise_found()
    return {key: row for key, row in rows.items() if row is not None}


def check_known(name: str, known: Collection[str], key: str) -> None:
    """Check that `name` is one of those known; raises `EntryError` with the nearest."""
    if name not in known:
        from kiosk.files.type_mistakes import similar

        raise EntryError(f"there is no {name!r}", similar(name, known), key=key)


class Mistakes:
    """The mistakes found so far in one file: a reader goes on after each of them."""

    def __init__(self, *found: EntryError) -> None:
        self._found: list[EntryError] = [*found]

    @property
    def found(self) -> tuple[EntryError, ...]:
        """Each mistake so far."""
        return tuple(self._found)

    def attempt(
        self, key: str, read: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T | None:
        """Return what `read` returns, or None after it finds mistakes at `key`."""
        try:
            return read(*args, **kwargs)
        except (ValueError, ExceptionGroup) as error:
            self._found += (each.under(key) for each in _entry_errors(error))
            return None

    def add(self, error: EntryError) -> None:
        """Collect a mistake that the reader found itself."""
        self._found.append(error)

    def checked(self, value: _T | None) -> _T:
        """Return what `attempt` did, if it found no mistake, nor any other attempt."""
        self.raise_found()
        if value is None:
            raise TypeError("no attempt was made of this")
        return value

    def raise_found(self) -> None:
        """Raise an `ExceptionGroup` of the mistakes, if there are any."""
        if self._found:
            raise ExceptionGroup("mistakes", self._found)


@contextmanager
def blaming(
    path: Path, error: type[FileError], read: Callable[[Path], str] = read_text
) -> Iterator[None]:
    """Turn every exception of reading `path` into `error`, naming the file.

    `read` returns its text again, to find the lines that are wrong.
    """
    try:
        yield
    except FileNotFoundError as absent:
        message, remedy = "there is no such file", error.if_absent
        raise error(Problem(path, message=message, remedy=remedy)) from absent
    except OSError as failed:
        message = f"cannot be used: {failed.strerror}"
        raise error(Problem(path, message=message)) from failed
    except RecursionError as deep:
        message, remedy = "is nested too deeply", "close the brackets it opens"
        raise error(Problem(path, message=message, remedy=remedy)) from deep
    except MemoryError as large:
        message = "needs more memory than there is"
        raise error(Problem(path, message=message, remedy="shorten it")) from large
    except (ValueError, ExceptionGroup) as wrong:
        raise error(*problems_in(path, _entry_errors(wrong), read=read)) from wrong


def problems_in(
    path: Path,
    errors: Iterable[EntryError],
    severity: Severity = Severity.ERROR,
    read: Callable[[Path], str] = read_text,
) -> list[Problem]:
    """Return entries of `path` that were written wrong, in the order of its lines."""
    errors = tuple(errors)
    if not errors:
        return []
    from kiosk.files.key_lines import line_of, lines_of_keys

    lines = lines_of_keys(path, read) if any(each.key for each in errors) else {}
    problems = [
        Problem(
            path,
            line=each.line or line_of(each.key, lines),
            severity=severity,
            message=f"{each.key}: {each.message}" if each.key else each.message,
            remedy=each.remedy,
        )
        for each in errors
    ]
    return sorted(problems, key=lambda problem: problem.line)


def _entry_errors(error: Exception) -> list[EntryError]:
    """Return what `error` is about, entry by entry; another group is a bug."""
    if isinstance(error, ExceptionGroup):
        return [each for inner in error.exceptions for each in _entry_errors(inner)]
    if not isinstance(error, ValueError):
        raise error
    return [error if isinstance(error, EntryError) else EntryError(str(error))]
