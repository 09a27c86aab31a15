"""Read `content.toml`: the source language, the order of the pages, and the format.

Content made for an older version has no such file: there the source language is the
one whose pack lists its pages. What is wrong in the file is told; the rest of it is
used.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from msgspec import Struct

from kiosk.errors import ContentError, EntryError, Problem, Severity
from kiosk.files.parsing import (
    MOST_TABLE_BYTES,
    Mistakes,
    problems_in,
    typed,
    usable_toml,
)
from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_files import read_text

FORMAT = 1
"""The version of the format that this program writes."""

CONTENT_FILE = "content.toml"
_KEYS: Mapping[str, Any] = {
    "format": int,
    "source_language": str,
    "pages": tuple[str, ...],
}
_DAMAGED = "damaged"
_LANGUAGE = re.compile(r"^\s*source_language\s*=\W*([\w-]+)", re.MULTILINE)
_PAGES = re.compile(r"^\s*pages\s*=([^\]=]*)", re.MULTILINE)
_REMARK = re.compile(r"#.*")
_NAME = re.compile(r"[\w-]+")
_REMEDY = 'write format = 1, source_language = "{0}" and pages = [...] into it'


class ContentFile(Struct, frozen=True):
    """The language that all others translate, and its pages in the order of the tabs.

    Without `lists_all`, as in content made for an older version, the pages are in the
    order of their kinds, and those that are not named come after their kind.
    """

    source_language: str
    pages: tuple[str, ...]
    lists_all: bool = True


def load_content_file(
    files: Snapshot, report: Callable[[ContentError], None]
) -> ContentFile:
    """Return what the content says of itself; raises `ContentError` without a source.

    Each mistake is reported, and the rest of the file is used.
    """
    path = files.folder / CONTENT_FILE
    table = _table(files, path, report) if path in files else {}
    source = table.get("source_language", "")
    if source and files.paths(f"{source}/*"):
        pages = _meant(files, source, table, report)
        return ContentFile(source, pages, lists_all=bool(pages))
    found = _inferred(files)
    report(ContentError(_absent(path, source, found)))
    listed = table.get("pages") or _head(files, found).get("pages", ())
    return ContentFile(found, tuple(listed), lists_all=bool(table.get("pages")))


def _meant(
    files: Snapshot,
    source: str,
    table: Mapping[str, Any],
    report: Callable[[ContentError], None],
) -> tuple[str, ...]:
    """Return the pages with those that are meant by names of none; each is reported.

    Pages that are not named come last if a name means none, or the list is cut off.
    """
    pages = table.get("pages", ())
    found = files.paths(f"{source}/*.md")
    there = [it.stem for it in found if it.parent == files.folder / source]
    unnamed = [it for it in there if it not in pages]
    is_whole = set(pages) <= set(there) and not table.get(_DAMAGED)
    if not pages or is_whole:
        return tuple(pages)
    from difflib import get_close_matches

    names: list[str] = []
    mistakes = Mistakes()
    for name in pages:
        near = [] if name in there else get_close_matches(name, unnamed, 1)
        for page in near:
            unnamed.remove(page)
            message, remedy = f"there is no page {name!r}", f'write "{page}"'
            mistakes.add(EntryError(message, remedy, key="pages"))
        names += near or [name]
    _tell(files, files.folder / CONTENT_FILE, mistakes.found, Severity.ERROR, report)
    return (*names, *unnamed)


def pack_head(files: Snapshot, manifest: Path) -> dict[str, Any]:
    """Return what can be read of a pack's keys above its first table."""
    try:
        lines = files.text(manifest, MOST_TABLE_BYTES).splitlines()
    except (OSError, EntryError):
        return {}
    return _head_of(lines)


def shipped_head(language: str) -> dict[str, Any]:
    """Return the same of the pack that came with the program, if there is one."""
    path = resources() / "content" / language / "pack.toml"
    return _head_of(read_text(path).splitlines()) if path.is_file() else {}


def _head_of(lines: Iterable[str]) -> dict[str, Any]:
    above = takewhile(lambda line: not line.startswith("["), lines)
    return usable_toml("\n".join(above))[0]


def _table(
    files: Snapshot, path: Path, report: Callable[[ContentError], None]
) -> dict[str, Any]:
    """Return the keys that can be used; the others are reported."""
    try:
        with files.blaming(path):
            table = files.table(path)
    except ContentError as error:
        report(error)
        return _legible(files, path) | {_DAMAGED: True}
    errors, warnings = Mistakes(), _warnings(table)
    for key in _KEYS.keys() & table.keys():
        errors.attempt(key, typed, table[key], _KEYS[key])
    _tell(files, path, errors.found, Severity.ERROR, report)
    _tell(files, path, warnings, Severity.WARNING, report)
    return {key: it for key in _KEYS if (it := _usable(key, table.get(key)))}


def _warnings(table: Mapping[str, Any]) -> list[EntryError]:
    found = []
    for key in table.keys() - _KEYS.keys():
        from kiosk.files.type_mistakes import similar

        remedy = f"{similar(key, _KEYS)}, or delete it"
        found.append(EntryError("there is no such key", remedy, key=key))
    version = table.get("format")
    if isinstance(version, int) and version > FORMAT:
        message = f"this content was made for a newer version, {version}"
        remedy = "install that version; what this one knows is shown"
        found.append(EntryError(message, remedy, key="format"))
    return found + _doubts_of_order(table.get("pages"))


def _doubts_of_order(pages: object) -> list[EntryError]:
    """Return a warning for each page that is named twice, and for a list of none."""
    if pages == []:
        message = "no page is named, so all are shown in the order of their kinds"
        remedy = "name them in the order of their tabs, or delete the key"
        return [EntryError(message, remedy, key="pages")]
    names = pages if isinstance(pages, list) else []
    twice = dict.fromkeys(it for it in names if names.count(it) > 1)
    return [
        EntryError(
            f"{name!r} is named more than once", "delete one of them", key="pages"
        )
        for name in twice
        if isinstance(name, str)
    ]


def _tell(
    files: Snapshot,
    path: Path,
    errors: Sequence[EntryError],
    severity: Severity,
    report: Callable[[ContentError], None],
) -> None:
    if errors:
        report(ContentError(*problems_in(path, errors, severity, files.text)))


def _usable(key: str, value: object) -> object:
    """Return what of a key's value is of its kind; an empty value for none of it."""
    if key == "pages" and isinstance(value, list):
        return tuple(dict.fromkeys(it for it in value if isinstance(it, str)))
    return value if isinstance(value, str | int) else None


def _legible(files: Snapshot, path: Path) -> dict[str, Any]:
    """Return what can be made out in a file that is written wrong."""
    try:
        text = files.text(path, MOST_TABLE_BYTES)
    except (OSError, EntryError):
        return {}
    table: dict[str, Any] = {}
    if language := _LANGUAGE.search(text):
        table["source_language"] = language[1]
    if pages := _PAGES.search(_REMARK.sub("", text)):
        names = dict.fromkeys(_NAME.findall(pages[1]))
        table["pages"] = tuple(it for it in names if files.paths(f"*/{it}.md"))
    return table


def _inferred(files: Snapshot) -> str:
    """Return the language that the others seem to translate; raises `ContentError`.

    A pack that lists pages is one of it, as it was in older versions. Otherwise no
    page of it has a `source_hash`, as each translation must have.
    """
    folders = [path.parent for path in files.paths("*/pack.toml")]
    likely = [it for it in folders if _head(files, it.name).get("pages")]
    likely = likely or [it for it in folders if _is_source(files, it)]
    likely.sort(key=lambda it: _head(files, it.name).get("language") != it.name)
    if not likely:
        wrong = "no language in it is the one that the others translate"
        remedy = f"put a {CONTENT_FILE} with its source_language there"
        raise ContentError(Problem(files.folder, message=wrong, remedy=remedy))
    return likely[0].name


def _is_source(files: Snapshot, folder: Path) -> bool:
    pages = [path for path in files.paths("*.md") if path.parent == folder]
    texts = (files.files.get(path, b"") for path in pages)
    return bool(pages) and not any(b"\nsource_hash:" in text for text in texts)


def _head(files: Snapshot, language: str) -> dict[str, Any]:
    return pack_head(files, files.folder / language / "pack.toml")


def _absent(path: Path, source: str, found: str) -> Problem:
    """Return what to write where no source language is named, or one that is absent."""
    remedy = _REMEDY.format(found)
    if not source:
        message = "which language do the others translate? It is not said here"
        return Problem(path, severity=Severity.WARNING, message=message, remedy=remedy)
    message = f"source_language: there is no folder {source!r} with pages"
    return Problem(path, message=message, remedy=f'write "{found}"')
