"""Parse the front matter of a page: the fields above its body.

A translation has texts and dates alone. Its kind, icon and sources are those of the
page it translates, and so cannot differ.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.approval import Approval
from kiosk.content.pages import Page, PageKind, Source
from kiosk.errors import EntryError
from kiosk.files.front_matter_slips import Slips, check_marks, mended_fields
from kiosk.files.pack_words import filled
from kiosk.files.parsing import Mistakes, check_known, typed
from kiosk.files.text_hashes import page_hash, text_hash, without_blank_runs
from kiosk.files.yaml_tables import parse_yaml

FENCE = "---"
_TEXTS = ("title", "tab", "tile", "hint", "summary", "fact")
_NOTES = ("funding", "changed")
_NEVER_EMPTY = ("title", "summary")


_DRAFT = re.compile(r"^draft:\W*(true|yes|on)\b", re.IGNORECASE | re.MULTILINE)
_SOURCE_HASH = re.compile(r"^source_hash:\W*(\w+)", re.MULTILINE)
_ONLY_SOURCE = "is that of the page this one translates"


class _Texts(Struct, forbid_unknown_fields=True, kw_only=True):
    title: str
    summary: str
    written: date
    review_by: date
    tab: str = ""
    tile: str = ""
    hint: str = ""
    fact: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    approved_hash: str = ""
    draft: bool = False
    funding: str = ""
    changed: str = ""


class FrontMatter(_Texts, forbid_unknown_fields=True, kw_only=True):
    """The front matter of a page in the language it was first written in."""

    icon: str
    kind: PageKind
    sources: tuple[str, ...] = ()


class TranslatedFrontMatter(_Texts, forbid_unknown_fields=True, kw_only=True):
    """The front matter of a translation, and the fingerprint of its source."""

    source_hash: str | int = ""


_F = TypeVar("_F", FrontMatter, TranslatedFrontMatter)


def is_draft(text: str) -> bool:
    """Return whether a page says that it is not finished, however wrong it is."""
    return bool(_DRAFT.search(text.split(f"\n{FENCE}", 1)[0]))


def source_hash(text: str) -> str:
    """Return the hash that a translation names; it may be a number without quotes."""
    found = _SOURCE_HASH.search(split(text)[0])
    return found[1] if found else ""


def split(text: str) -> tuple[str, str]:
    """Return a page's front matter and its body; raises `EntryError`."""
    lines = text.splitlines()
    end = _end(lines)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


def _end(lines: Sequence[str]) -> int:
    """Return which line ends the front matter, counted from 0; raises `EntryError`."""
    fences = (at for at, line in enumerate(lines) if line.strip() == FENCE)
    if next(fences, -1) != 0:
        message = "there is no front matter"
        raise EntryError(message, 'begin with it between two lines of "---"', line=1)
    if not (end := next(fences, 0)):
        message = "the front matter does not end"
        raise EntryError(message, 'write a line of "---" below its last field', line=1)
    return end


def body_line(text: str) -> int:
    """Return the line that the body of a page begins on, counted from 1."""
    return _end(text.splitlines()) + 2


def parse_front_matter(
    text: str,
    kind: type[_F],
    terms: Mapping[str, str],
    slips: Slips,
    known: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> _F:
    """Return the front matter of a page's text; raises for every wrong field at once.

    `terms` are those its texts may have in braces; `known` has the names there are for
    each field that holds names. `slips` are added to; a name that is not known is one.
    """
    table, mended = _table(text)
    mistakes, doubts = Mistakes(), Mistakes()
    slips.warnings.extend(mended)
    for field in table.keys() - set(_fields_of(kind)):
        slips.warnings.append(_unknown(field, kind))
        del table[field]
    mistakes.attempt("", typed, table, kind)
    for field in (*_TEXTS, *_NOTES):
        mistakes.attempt(field, _check_text, field, table.get(field), terms)
    for field, names in known.items():
        for name in _names(table.get(field)):
            doubts.attempt("", check_known, name, names, field)
    slips.errors.extend(doubts.found)
    mistakes.raise_found()
    return typed(table, kind)


def _fields_of(kind: type[Struct]) -> tuple[str, ...]:
    return kind.__struct_fields__


def _unknown(field: str, kind: type[Struct]) -> EntryError:
    if field in _fields_of(FrontMatter):
        return EntryError(_ONLY_SOURCE, "delete it here", key=field)
    from kiosk.files.type_mistakes import similar

    remedy = f"{similar(field, _fields_of(kind))}, or delete it"
    return EntryError("there is no such key", remedy, key=field)


def _check_text(field: str, text: object, terms: Mapping[str, str]) -> None:
    """Check a text; whether it is one is seen elsewhere."""
    if isinstance(text, str):
        filled(text, terms)
        check_marks(text)
        if field in _NEVER_EMPTY and not text.strip():
            raise EntryError("this is empty", "write it")


def _names(value: object) -> list[str]:
    names = value if isinstance(value, list) else [value]
    return [name for name in names if isinstance(name, str)]


def fingerprint(text: str) -> str:
    """Return a hash that changes with every text of a page that visitors read.

    It does not change with dates and approvals, nor with blank lines: to approve a page
    makes no translation out of date.
    """
    table, _ = _table(text)
    fields = (table.get(name) for name in _TEXTS)
    texts = [text if isinstance(text, str) else "" for text in fields]
    body = "\n".join(without_blank_runs(split(text)[1].splitlines()))
    return text_hash(chr(0).join([*texts, body]))


def source_page(
    name: str,
    front: FrontMatter,
    language: str,
    terms: Mapping[str, str],
    sources: Mapping[str, Source],
) -> Page:
    """Return the page `name` in the language it was first written in."""
    return Page(
        id=name,
        language=language,
        **_filled_texts(front, terms),
        icon=front.icon,
        kind=front.kind,
        sources=tuple(sources[it] for it in front.sources if it in sources),
        written=front.written,
        review_by=front.review_by,
        approval=Approval(),
        **_filled_notes(front, terms),
    )


def translated_page(
    source: Page,
    front: TranslatedFrontMatter,
    language: str,
    terms: Mapping[str, str],
) -> Page:
    """Return the page `source` in another language."""
    texts, notes = _filled_texts(front, terms), _filled_notes(front, terms)
    return replace(
        source,
        language=language,
        title=texts["title"],
        tab=texts["tab"],
        tile=texts["tile"],
        hint=texts["hint"],
        summary=texts["summary"],
        fact=texts["fact"],
        written=front.written,
        review_by=front.review_by,
        funding=notes["funding"] or source.funding,
        changed=notes["changed"] or source.changed,
    )


def with_approval(
    page: Page, front: FrontMatter | TranslatedFrontMatter, text: str
) -> Page:
    """Return a page with the approval in its front matter, which may be of old text."""
    approval = Approval(
        front.approved_by, front.approved_on, front.approved_hash, page_hash(text)
    )
    return replace(page, approval=approval)


def _filled_texts(front: _Texts, terms: Mapping[str, str]) -> dict[str, str]:
    texts = {name: filled(getattr(front, name), terms) for name in _TEXTS}
    for short in ("tab", "tile"):
        texts[short] = texts[short] or texts["title"]
    return texts


def _filled_notes(front: _Texts, terms: Mapping[str, str]) -> dict[str, str]:
    """Return what is no part of the text: a translation is not out of date for it."""
    return {name: filled(getattr(front, name), terms) for name in _NOTES}


def _table(text: str) -> tuple[dict[str, object], list[EntryError]]:
    """Return the fields of a page, and the slips in them that were mended."""
    fields = (*_fields_of(FrontMatter), *_fields_of(TranslatedFrontMatter))
    words = (*_TEXTS, *_NOTES)
    front, slips = mended_fields(split(text)[0], fields, words, first_line=2)
    return parse_yaml(front, first_line=2), slips
