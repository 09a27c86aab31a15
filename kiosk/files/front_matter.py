"""Read what stands above a page's body: its front matter.

A translation has words of its own alone. What the page is for, its icon and its
sources are those of the page it translates, and so cannot come to differ.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from msgspec import Struct

from kiosk.content.pages import Page, PageKind, Source
from kiosk.errors import EntryError
from kiosk.files.pack_words import filled
from kiosk.files.parsing import parse_front_matter, typed
from kiosk.files.type_mistakes import check_known

FENCE = "---"
_WORDS = ("title", "tab", "tile", "hint", "summary", "fact")


class _Words(Struct, forbid_unknown_fields=True, kw_only=True):
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


class FrontMatter(_Words, forbid_unknown_fields=True, kw_only=True):
    """The front matter of a page in the language it was first written in."""

    icon: str
    kind: PageKind
    sources: tuple[str, ...] = ()


class TranslatedFrontMatter(_Words, forbid_unknown_fields=True, kw_only=True):
    """The front matter of a translation; `source_hash` tells of which text it is."""

    source_hash: str = ""


_F = TypeVar("_F", FrontMatter, TranslatedFrontMatter)


def split(text: str) -> tuple[str, str]:
    """Return a page's front matter and its body; raises `ValueError`."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != FENCE or FENCE not in lines[1:]:
        message = "there is no front matter"
        raise EntryError(message, 'begin with it between two lines of "---"', line=1)
    end = lines.index(FENCE, 1)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


def front_of(text: str, kind: type[_F]) -> _F:
    """Return the front matter of a page's text; raises `ValueError`."""
    front = typed(_table(text), kind)
    for field in ("title", "summary"):
        if not getattr(front, field).strip():
            raise EntryError("this is empty", "write it", key=field)
    return front


def fingerprint(text: str) -> str:
    """Return what tells one text of a page from another: the words a reader sees.

    Dates and approvals are left out: to approve a page makes no translation stale.
    A checksum will do, for nobody gains by deceiving it; `hashlib` would bring 3.4 MiB
    of OpenSSL into the memory of every kiosk.
    """
    from zlib import crc32

    table = _table(text)
    words = [str(table.get(name, "")) for name in _WORDS]
    return f"{crc32(chr(0).join([*words, split(text)[1]]).encode()):08x}"


def page_of(
    name: str,
    front: FrontMatter,
    language: str,
    terms: Mapping[str, str],
    sources: Mapping[str, Source],
) -> Page:
    """Return the page `name`; raises `ValueError` for a source that is not there."""
    for source in front.sources:
        check_known(source, sources, "sources")
    return Page(
        id=name,
        language=language,
        **_said(front, terms),
        icon=front.icon,
        kind=front.kind,
        sources=tuple(sources[source] for source in front.sources),
        written=front.written,
        review_by=front.review_by,
        approved_by=front.approved_by,
        approved_on=front.approved_on,
    )


def translated_page(
    original: Page,
    front: TranslatedFrontMatter,
    language: str,
    terms: Mapping[str, str],
) -> Page:
    """Return a page in another language."""
    said = _said(front, terms)
    return replace(
        original,
        language=language,
        title=said["title"],
        tab=said["tab"],
        tile=said["tile"],
        hint=said["hint"],
        summary=said["summary"],
        fact=said["fact"],
        written=front.written,
        review_by=front.review_by,
        approved_by=front.approved_by,
        approved_on=front.approved_on,
    )


def _said(front: _Words, terms: Mapping[str, str]) -> dict[str, str]:
    words = {name: filled(getattr(front, name), terms) for name in _WORDS}
    for short in ("tab", "tile"):
        words[short] = words[short] or words["title"]
    return words


def _table(text: str) -> dict[str, object]:
    return parse_front_matter(split(text)[0], first_line=2)
