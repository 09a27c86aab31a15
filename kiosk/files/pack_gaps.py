"""Say which words of a pack are wrong or missing, and what is shown in their place."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from kiosk.errors import EntryError, Problem, Severity
from kiosk.files.pack_file import TABLES
from kiosk.files.pack_layers import Layer
from kiosk.files.parsing import problems_in
from kiosk.files.snapshot import Snapshot

_MOST_SINGLE = 5
_AWAY = "help.away"


def pack_problems(
    files: Snapshot, layer: Layer, known: Mapping[str, Collection[str]]
) -> tuple[Problem, ...]:
    """Return every problem of a pack, which must have the `known` keys of its tables.

    A word that is missing is an error where another language takes its place, but in a
    language that is a draft.
    """
    path = layer.file.path
    gaps = [*_gaps(layer, known)]
    is_draft = layer.file.head.get("draft") is True
    missing = [] if is_draft else [*_grouped(gaps, Severity.ERROR)]
    minor = _to_do(gaps) if is_draft else _grouped(gaps, Severity.WARNING)
    found = {
        Severity.ERROR: [*layer.mistakes.values(), *missing],
        Severity.WARNING: [*_unknown(layer, known), *minor],
    }
    return layer.file.problems + tuple(
        problem
        for severity, errors in found.items()
        for problem in problems_in(path, errors, severity, files.text)
    )


_Gap = tuple[Severity, str, str, str]  # its table, its key, and what to say of it


def _gaps(layer: Layer, known: Mapping[str, Collection[str]]) -> Iterator[_Gap]:
    if layer.file.problems and not any(layer.file.words.values()):
        return  # the file is lost, and its own problem says so
    for table, keys in known.items():
        words = layer.file.words.get(table, {})
        for key in keys:
            place = f"{table}.{key}"
            if key not in words and not _is_lost(place, layer.file.lost):
                yield (*_instead(layer, table, key), table, key)


def _is_lost(place: str, lost: Collection[str]) -> bool:
    return any(place == it or place.startswith((f"{it}[", f"{it}.")) for it in lost)


def _instead(layer: Layer, table: str, key: str) -> tuple[Severity, str]:
    """Return how bad it is that a word is missing, and what to do about it."""
    _, other = layer.word(table, key)
    if other and other.file.language == layer.file.language:
        return Severity.WARNING, "add it; until then the program's own is shown"
    shown = other.name if other else "its key"
    return Severity.ERROR, f"add it; until then {shown} is shown"


def _to_do(gaps: Collection[_Gap]) -> Iterator[EntryError]:
    """Yield how much of a draft is left to do."""
    message = f"not on the wall yet; {len(gaps)} words are to be translated"
    yield EntryError(message, "delete this line when it is done", key="draft")


def _grouped(gaps: Iterable[_Gap], severity: Severity) -> Iterator[EntryError]:
    """Yield each missing word; many in one table together."""
    of_table = [gap for gap in gaps if gap[0] is severity]
    for (remedy, table), group in groupby(of_table, lambda gap: gap[1:3]):
        keys = [key for *_, key in group]
        if len(keys) > _MOST_SINGLE:
            named = ", ".join(keys[:_MOST_SINGLE])
            message = f"{len(keys)} words are missing: {named} and others"
            yield EntryError(message, remedy.replace(" it", " them", 1), key=table)
            continue
        for key in keys:
            yield EntryError("this word is missing", remedy, key=f"{table}.{key}")


def _unknown(
    layer: Layer, known: Mapping[str, Collection[str]]
) -> Iterator[EntryError]:
    for table in layer.file.words.keys() - known.keys() - {_AWAY}:
        yield _no_such_key(table, known)
    for table in TABLES:
        for key in layer.file.words.get(table, {}).keys() - {*known[table]}:
            yield _no_such_key(key, known[table], f"{table}.")


def _no_such_key(key: str, known: Iterable[str], at: str = "") -> EntryError:
    from difflib import get_close_matches

    near = get_close_matches(key, sorted(known), 1)
    remedy = f"use {near[0]}, or delete it" if near else "delete it"
    return EntryError("there is no such key", remedy, key=f"{at}{key}")
