"""Mend the slips of front matter whose meaning is plain, and say each of them.

Words with a colon, a number sign or an apostrophe need quotation marks; a person who
forgets them means the words as they stand.
"""

import re
from collections.abc import Collection, Iterable

from msgspec import Struct, field

from kiosk.errors import EntryError

_FIELD = re.compile(
    r"(?P<in>[\s\u00a0]*)(?P<key>[\w-]+)[ \t]*:(?P<gap>[ \t]*)(?P<value>.*)"
)
_HOLE = re.compile(r"\{\w+\}")
_KEY = re.compile(r"([\w-]+)[ \t]*:(?:\s|$)")
_NEAR = 0.75  # of the letters
_QUOTED = (
    re.compile(r'"(?:[^"\\]|\\.)*"\s*(?:#.*)?'),
    re.compile(r"'(?:[^']|'')*'\s*(?:#.*)?"),
)
_UNQUOTED_TROUBLE = re.compile(r":(?:\s|$)|\s#|^[#*&!%@`?>|{\[\]}-](?!$)|^[,:]")
_NO_WORDS = re.compile(
    r"[-+.\d][\d_.,:e+-]*|true|false|yes|no|on|off|null|~|[yn]", re.I
)
_REMARK = re.compile(r"\s#")
_SPECIAL = ("|", ">")  # words on the lines below


class Slips(Struct, frozen=True):
    """What is wrong in a page's front matter and costs no page."""

    errors: list[EntryError] = field(default_factory=list)
    warnings: list[EntryError] = field(default_factory=list)


def mended_fields(
    text: str, fields: Iterable[str], words: Iterable[str], first_line: int
) -> tuple[str, list[EntryError]]:
    """Return front matter with its plain slips mended, and each of them.

    `fields` are all there are, `words` those whose values are words. It begins on
    `first_line` of its file.
    """
    known, of_words = frozenset(fields), frozenset(words)
    lines, slips = _with_known_keys(text.split("\n"), known, first_line)
    for at, line in enumerate(lines):
        field = _FIELD.fullmatch(line)
        if not field or field["key"] not in known:
            continue
        slip = _slip_of_key(field)
        lines[at] = f"{field['key']}: {field['value']}" if slip else line
        if field["key"] in of_words and not _goes_on(lines[at + 1 :]):
            quoted, unquoted = _quoted(field)
            lines[at], slip = quoted or lines[at], unquoted or slip
        if slip:
            slips.append(EntryError(*slip, line=first_line + at))
    return "\n".join(lines), slips


def _with_known_keys(
    lines: list[str], known: Collection[str], first_line: int
) -> tuple[list[str], list[EntryError]]:
    """Return lines with the names of keys that are nearly those of missing ones."""
    keys = ((at, _KEY.match(line)) for at, line in enumerate(lines))
    found = {at: match[1] for at, match in keys if match}
    missing = {it.lower(): it for it in known if it not in found.values()}
    slips: list[EntryError] = []
    for at, key in found.items():
        for name in [] if key in known else _nearest(key, missing):
            right = missing.pop(name)
            lines[at] = lines[at].replace(key, right, 1)
            message = f"{key}: there is no such key"
            slips.append(EntryError(message, f"write {right}", line=first_line + at))
    return lines, slips


def _nearest(key: str, missing: Collection[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(key.lower(), missing, 1, _NEAR)


def _slip_of_key(field: re.Match[str]) -> tuple[str, str] | None:
    """Return a slip in the blanks around a key, and what to write."""
    key = field["key"]
    if field["in"]:
        blank = "a tab" if "\t" in field["in"] else "blanks"
        return f"{key}: {blank} before it", f"begin the line with {key}"
    if field["value"] and not field["gap"]:
        return f"{key}: no space after the colon", f"write {key}: and a space"
    return None


def _quoted(field: re.Match[str]) -> tuple[str, tuple[str, str] | None]:
    """Return the line with its words in quotation marks, if it needs them."""
    value = field["value"].strip()
    if not _is_trouble(value):
        return "", None
    import json  # now: most pages have no slip

    line = f"{field['key']}: {json.dumps(_plain(value), ensure_ascii=False)}"
    remark = " (all after a # is a remark)" if _REMARK.search(f" {value}") else ""
    message = f"{field['key']}: these words need quotation marks{remark}"
    return line, (message, f"put them in double quotes: {line}")


def _goes_on(below: list[str]) -> bool:
    """Check whether a value goes on below, on a line that is moved in."""
    line = next(iter(below), "")
    return line[:1].isspace() and bool(line.strip()) and not _FIELD.fullmatch(line)


def _is_trouble(value: str) -> bool:
    """Check whether the words of a value are not read as they are written."""
    if not value or value.startswith(_SPECIAL):
        return False
    if value[0] in "\"'":
        return not any(pattern.fullmatch(value) for pattern in _QUOTED)
    return bool(_UNQUOTED_TROUBLE.search(value) or _NO_WORDS.fullmatch(value))


def _plain(value: str) -> str:
    """Return the words of a value without marks that are no part of them."""
    if value[0] in "\"'":
        quote = value[0]
        value = value[1:]
        return value.removesuffix(quote)
    return value.removeprefix("# ").strip("* ")


def check_marks(text: str) -> None:
    """Check that no mark of a page's body is among the words."""
    from kiosk.content.leftovers import leftovers

    for left in leftovers(_HOLE.sub("", text)):
        raise EntryError(left.message, left.remedy)
