"""Read what can be read of a language's `pack.toml`: a slip costs its own word.

What is missing in it, and which words take its place, `pack_layers` knows.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from kiosk.errors import ContentError, EntryError, Problem, Severity
from kiosk.files.parsing import (
    MOST_TABLE_BYTES,
    Mistakes,
    problems_in,
    typed,
    usable_toml,
)
from kiosk.files.snapshot import Snapshot

TABLES = (
    *("strings", "staff", "answers", "groups", "areas", "topics", "questions"),
    "days",
)
NESTED = ("help", "advice")
LINES = "lines"
_HEAD: Mapping[str, Any] = {
    "language": str,
    "name": str,
    "direction": Literal["ltr", "rtl"],
    "digits": Annotated[str, Meta(min_length=10, max_length=10)],
    "draft": bool,
    "pages": tuple[str, ...],
    "fonts": tuple[str, ...],
    "speech": str,
}
_NEEDED = ("language", "name", "direction", "digits")


class PackFile(Struct, frozen=True, kw_only=True):
    """What a pack says: its `head`, and its words by their table and key.

    Tables in others are called `help.open`; the lines of advice `lines[0]` and so on.
    `lost` are the keys of what cannot be read, which `problems` tell.
    """

    path: Path
    language: str
    head: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The language's own name; its code where the pack has none."""
        return str(self.head.get("name") or self.language)


def read_pack_file(files: Snapshot, language: str) -> PackFile:
    """Return the pack in the folder of a language, as far as it can be read."""
    path = files.folder / language / "pack.toml"
    try:
        with files.blaming(path):
            table, slips = usable_toml(files.text(path, MOST_TABLE_BYTES))
    except ContentError as error:
        return PackFile(path=path, language=language, problems=error.problems)
    mistakes = Mistakes()
    for slip in slips:
        mistakes.add(slip)
    head = _head(table, language, mistakes)
    words = {name: dict(_texts(name, rows, mistakes)) for name, rows in _tables(table)}
    unknown = [*_unknown(table)]
    return PackFile(
        path=path,
        language=language,
        head=head,
        words=words,
        lost=frozenset(each.key for each in mistakes.found),
        problems=(
            *problems_in(path, mistakes.found, read=files.text),
            *problems_in(path, unknown, Severity.WARNING, files.text),
        ),
    )


def _head(
    table: Mapping[str, Any], language: str, mistakes: Mistakes
) -> dict[str, Any]:
    """Return the keys above the tables that are what they have to be."""
    told = {each.key for each in mistakes.found}
    for key in _NEEDED:
        if key not in table and key not in told:
            mistakes.add(EntryError("this key is missing", "add it", key=key))
    said = table.get("language")
    if isinstance(said, str) and said != language:
        remedy = f'write "{language}", as its folder says'
        mistakes.add(EntryError(f"this is {said!r}", remedy, key="language"))
    known = {key: _HEAD[key] for key in _HEAD if key in table}
    read = {key: mistakes.attempt(key, typed, table[key], known[key]) for key in known}
    return {key: value for key, value in read.items() if value is not None}


def _tables(table: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for name in TABLES:
        yield name, table.get(name, {})
    for name in NESTED:
        inner = table.get(name, {})
        rows = inner.items() if isinstance(inner, dict) else ()
        yield from ((f"{name}.{key}", row) for key, row in rows)


def _texts(table: str, rows: object, mistakes: Mistakes) -> Iterator[tuple[str, str]]:
    """Yield the keys and texts of a table; what is no text is a mistake."""
    if not isinstance(rows, dict):
        mistakes.attempt(table, typed, rows, dict[str, str])
        return
    for key, value in rows.items():
        place = f"{table}.{key}"
        if isinstance(value, list) and key == LINES:
            read = mistakes.attempt(place, typed, value, tuple[str, ...]) or ()
            yield from ((f"{key}[{at}]", line) for at, line in enumerate(read))
        elif mistakes.attempt(place, typed, value, str) is not None:
            yield key, value


def _unknown(table: Mapping[str, Any]) -> Iterator[EntryError]:
    known = (*_HEAD, *TABLES, *NESTED)
    for key in table.keys() - set(known):
        from kiosk.files.type_mistakes import similar

        remedy = f"{similar(key, known)}, or delete it"
        yield EntryError("there is no such key", remedy, key=key)
