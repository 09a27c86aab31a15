"""Read what can be read of a TOML text with mistakes: a slip costs its own entry.

This is read only once something is wrong. The text is taken apart at its headings and
at its keys, so that a bracket or quotation mark that is missing ends where the next
entry begins.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from kiosk.errors import EntryError
from kiosk.files.parsing import parse_toml

_HEADING = re.compile(
    r"\s*(\[{1,2})\s*([A-Za-z_][\w-]*(?:\s*\.\s*[\w-]+)*)\s*(\]{0,2})\s*([^#]*)"
)
_KEY = re.compile(r"\s*((?:\"[^\"]*\"|'[^']*'|[\w-]+)(?:\s*\.\s*[\w-]+)*)\s*=")
_WORD = re.compile(r"\s*([\w-]+)")
_SAID = re.compile(r"\s*[^\s#]")
_TWICE = EntryError("is there twice", "delete one of the two")
_MOST_STRAYS = 40
_LONG = re.compile(r'"""|\'\'\'')


class _Part(Struct):
    """The lines below a heading; the first of them has the number `first`."""

    path: tuple[str, ...] = ()
    is_row: bool = False
    first: int = 1
    lines: list[str] = field(default_factory=list)


class _Recovery(Struct):
    """All entries so far; `target` is the table at `place` that the next belong to."""

    table: dict[str, Any] = field(default_factory=dict)
    mistakes: list[EntryError] = field(default_factory=list)
    target: dict[str, Any] = field(default_factory=dict)
    place: str = ""

    def blame(self, wrong: EntryError, *, key: str = "", line: int = 0) -> None:
        """Collect a mistake, at `key` and `line` where it does not know them itself."""
        at = line or wrong.line
        self.mistakes.append(EntryError(wrong.message, wrong.remedy, key=key, line=at))


def recovered_toml(text: str) -> tuple[dict[str, Any], list[EntryError]]:
    """Return the entries that can be read, and a mistake for each that cannot.

    The `key` of a mistake is that of the entry that is lost, or of which only the first
    of two is there. A row in which its first key comes again is taken for two.
    """
    recovery = _Recovery()
    for part in _parts(text.splitlines(), recovery):
        _add_part(recovery, part)
    return recovery.table, recovery.mistakes


def _parts(lines: Sequence[str], recovery: _Recovery) -> Iterator[_Part]:
    rows = {it[2] for it in map(_HEADING.match, lines) if it and it[1] == "[["}
    part = _Part()
    for number, line in enumerate(lines, 1):
        heading = _HEADING.match(line)
        if not heading:
            part.lines.append(line)
            continue
        yield part
        opened, name, closed, more = heading.groups()
        is_row = "[[" in opened or "]]" in closed or name in rows
        if more or len(opened) != len(closed) or is_row != (opened == "[["):
            right = f"[[{name}]]" if is_row else f"[{name}]"
            wrong = EntryError("this line is no heading", f"write {right}", line=number)
            recovery.blame(wrong)
        path = tuple(re.split(r"\s*\.\s*", name))
        part = _Part(path, is_row, number + 1)
    yield part


def _add_part(recovery: _Recovery, part: _Part) -> None:
    """Put the entries of a part where its heading says."""
    if _enter(recovery, part):
        for number, lines in _entries(part):
            _add_entry(recovery, part, number, _without_end(lines))


def _enter(recovery: _Recovery, part: _Part) -> bool:
    """Go to the table that a heading names, made if need be; return if it is one."""
    table: Any = recovery.table
    place = ""
    for depth, name in enumerate(part.path):
        place = f"{place}.{name}" if place else name
        is_new_row = part.is_row and depth == len(part.path) - 1
        inner = table.setdefault(name, [] if is_new_row else {})
        if is_new_row and isinstance(inner, list):
            inner.append({})
        if isinstance(inner, list) and inner:
            place = f"{place}[{len(inner) - 1}]"
            inner = inner[-1]
        if not isinstance(inner, dict):
            recovery.blame(_TWICE, key=place, line=part.first - 1)
            return False
        table = inner
    recovery.target, recovery.place = table, place
    return True


def _entries(part: _Part) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line and the lines of each key and its value."""
    entry: list[str] = []
    first = part.first
    for number, line in enumerate(part.lines, part.first):
        if _KEY.match(line) and entry and not _is_in_long_text(entry, part, number):
            yield first, entry
            entry, first = [], number
        entry.append(line)
    yield first, entry


def _is_in_long_text(entry: Sequence[str], part: _Part, number: int) -> bool:
    """Return whether three quotation marks are open, and are closed further on."""
    rest = part.lines[number - part.first :]
    is_open = len(_LONG.findall("\n".join(entry))) % 2 == 1
    return is_open and any(map(_LONG.search, rest))


def _add_entry(recovery: _Recovery, part: _Part, first: int, lines: list[str]) -> None:
    """Add a key and its value; lines below it that are no part of it cost nothing.

    Of many of these only the first are looked at one by one.
    """
    tries = 0
    while lines:
        tries += 1
        value, used = _value_of(recovery, first, lines)
        name = next(iter(value), "")
        if part.is_row and name and name == next(iter(recovery.target), ""):
            remedy = f"write [[{part.path[-1]}]] above it"
            missing = EntryError("is there twice", remedy)
            recovery.blame(missing, key=_joined(recovery.place, name), line=first)
            _enter(recovery, part)
        for each in _merged(recovery.target, value):
            recovery.blame(_TWICE, key=_joined(recovery.place, each), line=first)
        if tries > _MOST_STRAYS:
            used = _next_key(lines, used)
        first, lines = first + used, lines[used:]


def _next_key(lines: Sequence[str], start: int) -> int:
    """Return where the next line with a key is, or how many lines there are."""
    places = range(start, len(lines))
    return next((at for at in places if _KEY.match(lines[at])), len(lines))


def _value_of(
    recovery: _Recovery, first: int, lines: list[str]
) -> tuple[dict[str, Any], int]:
    """Return the entry that lines begin with, and of how many of them it is made."""
    try:
        return parse_toml("\n".join(lines)), len(lines)
    except EntryError as error:
        above = max(error.line - 1, 0)
        if value := _read(lines[:above]):
            return value, above
        key = _KEY.match(lines[0])
        word = key or _WORD.match(lines[0])
        name = re.sub(r"[\s\"']", "", word[1]) if word else ""
        lost = _joined(recovery.place, name)
        recovery.blame(error, key=lost, line=first + above)
        return {}, len(lines) if key else 1


def _joined(place: str, name: str) -> str:
    return ".".join(filter(None, (place, name)))


def _without_end(lines: list[str]) -> list[str]:
    """Return the lines without those at the end that say nothing."""
    said = [place for place, line in enumerate(lines) if _SAID.match(line)]
    return lines[: said[-1] + 1] if said else []


def _read(lines: Sequence[str]) -> dict[str, Any]:
    try:
        return parse_toml("\n".join(lines))
    except EntryError:
        return {}


def _merged(
    table: dict[str, Any], added: dict[str, Any], at: str = ""
) -> Iterator[str]:
    """Add entries to a table; yield those that it has already, which stay."""
    for name, value in added.items():
        place = _joined(at, name)
        if name not in table:
            table[name] = value
        elif isinstance(table[name], dict) and isinstance(value, dict):
            yield from _merged(table[name], value, place)
        else:
            yield place
