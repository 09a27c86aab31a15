"""Word the mistakes in a table: unknown and missing keys, wrong types and names.

This is read only once something is wrong. No value is repeated: it may be a staff PIN.
"""

import re
from collections.abc import Iterable, Iterator
from enum import EnumMeta
from textwrap import shorten
from typing import get_args, get_origin

from msgspec import Struct, ValidationError, convert
from msgspec.structs import fields

from kiosk.errors import EntryError

_PATH = re.compile(r" - at `\$(?P<path>.*?)`$")
_EXPECTED = re.compile(r"Expected `(?P<kind>\w+)[^`]*`(?:, got `(?P<found>\w+)`)?")
_LIMIT = re.compile(r"Expected `\w+` (?:of length )?(?P<side>[<>])=? (?P<limit>\S+)")
_KINDS = {
    "str": ("expected words", 'put it in double quotes: "..."'),
    "float": ("expected a number", "write it like 476, without quotation marks"),
    "int": ("expected a whole number", "write it like 47, without quotation marks"),
    "bool": ("expected true or false", "write it without quotation marks"),
    "array": ("expected a list", 'put it in brackets: ["..."]'),
    "object": (
        "expected a heading",
        "write it in brackets, such as [clinic]",
    ),
    "date": ("expected a date", "write it like 2026-11-22, without quotation marks"),
}
_LONGEST_LIST = 500
_SURELY_MEANT = 0.8
"""How like a name another is that is surely meant, as `difflib` counts."""


def type_mistakes(value: object, kind: object, at: str = "") -> Iterator[EntryError]:
    """Yield every reason why `value` is no `kind`, a type that msgspec converts to."""
    if isinstance(value, dict) and isinstance(kind, type) and issubclass(kind, Struct):
        yield from _key_mistakes(value, kind, at)
        return
    inner = list(_inside(value, kind, at))
    for item, its_kind, place in inner:
        yield from type_mistakes(item, its_kind, place)
    if not inner:
        try:
            convert(value, kind)
        except ValidationError as error:
            yield _mistake(str(error), kind, at)


def _inside(
    value: object, kind: object, at: str
) -> Iterator[tuple[object, object, str]]:
    """Yield each item of a list or a table of one kind, with its kind and place."""
    if isinstance(value, list) and get_args(kind)[1:] == (...,):
        for place, item in enumerate(value):
            yield item, get_args(kind)[0], f"{at}[{place}]"
    elif isinstance(value, dict) and (table := _table_kind(kind)):
        for key, item in value.items():
            yield item, get_args(table)[1], _joined(at, key)


def _table_kind(kind: object) -> object:
    """Return a table that a value may be, alone or among others."""
    kinds = (kind, *get_args(kind))
    return next((it for it in kinds if get_origin(it) is dict), None)


def similar(name: str, known: Iterable[str]) -> str:
    """Return what to write in place of `name`: what is surely meant, or else all."""
    from difflib import get_close_matches

    names = {each.lower(): each for each in sorted(known)}
    wanted = name.lower()
    if near := get_close_matches(wanted, names, n=1, cutoff=_SURELY_MEANT):
        return f"use {names[near[0]]}"
    near = [names[each] for each in get_close_matches(wanted, names)]
    others = ", ".join(each for each in names.values() if each not in near)
    rest = f"one of {shorten(others, _LONGEST_LIST)}" if others else ""
    return f"use {' or '.join(filter(None, (*near, rest)))}"


def similar_term(name: str, known: Iterable[str]) -> str:
    """Return what to write in place of a term that is none, each in its braces."""
    return similar(f"{{{name}}}", (f"{{{each}}}" for each in known))


def _key_mistakes(
    table: dict[str, object], kind: type[Struct], at: str
) -> Iterator[EntryError]:
    known = {field.encode_name: field for field in fields(kind)}
    for key in table:
        if key not in known:
            remedy = f"{similar(key, known)}, or delete it"
            yield EntryError("there is no such key", remedy, key=_joined(at, key))
    for key, field in known.items():
        if key in table:
            yield from type_mistakes(table[key], field.type, _joined(at, key))
        elif field.required:
            yield EntryError("this key is missing", "add it", key=_joined(at, key))


def _joined(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _mistake(said: str, kind: object, at: str) -> EntryError:
    if path := _PATH.search(said):
        at += path["path"]
    message, remedy = (
        _limit_words(said) or _choice_words(said, kind) or _kind_words(said)
    )
    return EntryError(message, remedy, key=at)


def _limit_words(said: str) -> tuple[str, str] | None:
    found = _LIMIT.match(said)
    if not found:
        return None
    side = "at least" if found["side"] == ">" else "at most"
    limit = f"write {side} {float(found['limit']):g}"
    if "length" in said:
        return "wrong length", f"{limit} letters"
    return "out of range", limit


def _choice_words(said: str, kind: object) -> tuple[str, str] | None:
    if not said.startswith("Invalid enum value"):
        return None
    values = list(kind) if isinstance(kind, EnumMeta) else get_args(kind)
    names = [str(getattr(value, "value", value)) for value in values]
    return "unknown word", f"write one of {', '.join(names)}"


def _kind_words(said: str) -> tuple[str, str]:
    found = _EXPECTED.match(said)
    if not found:  # msgspec says of a bad date only that it is one
        return _KINDS["date"]
    message, remedy = _KINDS.get(found["kind"], (said, ""))
    if found["found"] == "null":
        return "empty", f"{remedy}; all after a # is a remark"
    return message, remedy
