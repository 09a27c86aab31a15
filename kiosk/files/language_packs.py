"""Read everything the kiosk says in one language.

A bad page among good ones is reported and left out; a pack whose own words are
incomplete cannot be used at all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.content.blocks import Block
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, PageKind
from kiosk.content.plain_text import outline
from kiosk.content.words import Advice, StaffWords, Strings
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import DAYS
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import ContentError, EntryError
from kiosk.files.front_matter import (
    FENCE,
    FrontMatter,
    TranslatedFrontMatter,
    fingerprint,
    front_of,
    page_of,
    split,
    translated_page,
)
from kiosk.files.markdown_pages import PageError, PageParser
from kiosk.files.pack_words import (
    complete,
    filled,
    help_words,
    same_holes,
    terms_of,
    words_of,
)
from kiosk.files.parsing import blaming, read_table, typed, typed_rows
from kiosk.files.sources import load_sources
from kiosk.files.text_files import read_text
from kiosk.files.type_mistakes import check_known

_RANK = {kind: rank for rank, kind in enumerate(PageKind)}


class _Advice(Struct, forbid_unknown_fields=True):
    heading: str
    lines: tuple[str, ...]


class _PackFile(Struct, forbid_unknown_fields=True):
    language: str
    name: str
    direction: Literal["ltr", "rtl"]
    digits: Annotated[str, Meta(min_length=10, max_length=10)]
    strings: dict[str, str]
    staff: dict[str, str]
    answers: dict[str, str]
    groups: dict[str, str]
    topics: dict[str, str]
    days: dict[str, str]
    advice: dict[str, object]
    help: dict[str, dict[str, str]]
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLoader:
    """Read packs from the folder `content`.

    `icons` are the names a page may choose from; `report` is told of every page that
    is left out or shown in the language it was first written in. `without` are pages
    known to be bad, each as its language and its name.
    """

    content: Path
    checklist: Checklist
    clinic: Clinic
    icons: frozenset[str]
    report: Callable[[ContentError], None]
    without: frozenset[tuple[str, str]] = frozenset()

    def read(
        self, language: str, original: Pack | None = None, *, staffed: bool = True
    ) -> Pack:
        """Return the pack of `language`; raises `ContentError` if it cannot be used.

        A translation is one of `original`. With nobody at the clinic (not `staffed`)
        its advice names the way to help out of hours first.
        """
        manifest = self.content / language / "pack.toml"
        with blaming(manifest, ContentError):
            file = typed(read_table(manifest), _PackFile)
            if file.language != language:
                raise ValueError(f'language: write "{language}", as its folder says')
            rtl = file.direction == "rtl"
            terms = terms_of(self.clinic, file.strings, rtl=rtl)
            terms |= help_words(file.help, terms)["open" if staffed else "closed"]
            if original:
                self._compare(file, original.language)
            pages = self._pages(manifest.parent, file, terms, original)
            return Pack(
                language=language,
                name=file.name,
                rtl=rtl,
                digits=file.digits,
                strings=words_of(Strings, "strings", file.strings, terms),
                staff=words_of(StaffWords, "staff", file.staff, terms),
                answers=complete(file.answers, self.checklist.answers, "answers"),
                groups=complete(file.groups, self.checklist.groups, "groups"),
                topics=complete(file.topics, self.checklist.topics, "topics"),
                days=complete(file.days, DAYS, "days"),
                advice=_advice(file, terms),
                pages=tuple(pages),
                read=BodyReader(
                    manifest.parent,
                    PageParser(self.content / "illustrations", terms),
                    original,
                ).blocks,
            )

    def _compare(self, file: _PackFile, original: str) -> None:
        """See that a translation says nothing less; raises `ValueError`."""
        path = self.content / original / "pack.toml"
        with blaming(path, ContentError):
            theirs = typed(read_table(path), _PackFile)
        for table in ("strings", "staff"):
            same_holes(table, getattr(file, table), getattr(theirs, table))
        for way, words in theirs.help.items():
            same_holes(f"help.{way}", file.help.get(way, {}), words)
        ours, said = _advice_rows(file), _advice_rows(theirs)
        for level, row in said.items():
            if level not in ours:
                continue
            if len(ours[level].lines) != len(row.lines):
                raise ValueError(f"advice.{level}: write {len(row.lines)} lines")
            same_holes(f"advice.{level}", _numbered(ours[level]), _numbered(row))

    def _pages(
        self,
        folder: Path,
        file: _PackFile,
        terms: Mapping[str, str],
        original: Pack | None,
    ) -> Iterable[Page]:
        if original:
            return self._translated(folder, terms, original)
        pages = self._first_written(folder, file.pages, terms)
        if not pages:
            raise ValueError("there is no page beside it that can be shown")
        return sorted(pages, key=lambda page: _RANK[page.kind])

    def _first_written(
        self, folder: Path, order: tuple[str, ...], terms: Mapping[str, str]
    ) -> list[Page]:
        sources = load_sources(self.content / "sources.toml")
        pages = []
        for name in _in_order(folder, order):
            path = folder / f"{name}.md"
            if (folder.name, name) in self.without:
                continue
            try:
                with blaming(path, ContentError):
                    front = front_of(read_text(path), FrontMatter)
                    check_known(front.icon, self.icons, "icon")
                    pages.append(page_of(name, front, folder.name, terms, sources))
            except ContentError as problem:
                self.report(problem)
        return pages

    def _translated(
        self, folder: Path, terms: Mapping[str, str], original: Pack
    ) -> Iterator[Page]:
        """Yield every page: the translation, or what it should be one of."""
        for page in original.pages:
            if (folder.name, page.id) in self.without:
                yield page
                continue
            path = folder / f"{page.id}.md"
            try:
                with blaming(path, ContentError):
                    text = read_text(path)
                    front = front_of(text, TranslatedFrontMatter)
                    self._compare_page(text, front.source_hash, page)
                    yield translated_page(page, front, folder.name, terms)
            except ContentError as problem:
                self.report(problem)
                yield page

    def _compare_page(self, text: str, said: str, page: Page) -> None:
        """See that a page translates what is said now; raises `ValueError`."""
        original = read_text(self.content / page.language / f"{page.id}.md")
        now = fingerprint(original)
        if said != now:
            raise ValueError(
                f"source_hash: {page.language}/{page.id}.md says something else by now;"
                f' bring this page up to date, then write source_hash: "{now}"'
            )
        same_holes(page.id, {"body": text}, {"body": original})


@dataclass(frozen=True, slots=True)
class BodyReader:
    """Open a page's body when it is asked for; of a translation, see that it is one."""

    folder: Path
    reader: PageParser
    original: Pack | None = None

    def blocks(self, page: Page) -> tuple[Block, ...]:
        """Return a page's body; raises `ContentError`."""
        if self.original and page.language == self.original.language:
            return self.original.read(page)
        path = self.folder / f"{page.id}.md"
        with blaming(path, ContentError):
            text = read_text(path)
            try:
                blocks = self.reader.blocks(split(text)[1])
            except PageError as fault:
                line = _line_of(fault.near, text)
                raise EntryError(str(fault), line=line) from fault
            if self.original:
                _compare_blocks(blocks, self.original.read(page), page.id)
        return blocks


def _compare_blocks(
    ours: tuple[Block, ...], theirs: tuple[Block, ...], name: str
) -> None:
    """See that a translation has as many points as what it translates."""
    for place, (our, their) in enumerate(zip_longest(ours, theirs), 1):
        if not our or not their or outline(our) != outline(their):
            raise ValueError(
                f"part {place} is not made like part {place} of the page it translates;"
                f" give it the same headings, cards, paragraphs, points, rows and cells"
            )


def _line_of(near: str, text: str) -> int:
    """Return the number of the body's line that `near` is, or else stands in."""
    lines = text.splitlines()
    body = list(enumerate(lines, 1))[lines.index(FENCE, 1) + 1 :]
    exact = (number for number, line in body if line.strip() == near)
    within = (number for number, line in body if near in line)
    return next(exact, next(within, 1))


def load_answers(manifest: Path, checklist: Checklist) -> dict[str, str]:
    """Return the words for every answer in `manifest`; raises `ContentError`."""
    with blaming(manifest, ContentError):
        file = typed(read_table(manifest), _PackFile)
        return complete(file.answers, checklist.answers, "answers")


def _advice_rows(file: _PackFile) -> dict[str, _Advice]:
    return typed_rows(file.advice, _Advice, "advice.")


def _numbered(row: _Advice) -> dict[str, str]:
    """Return the words of one level's advice by where they stand."""
    lines = {f"lines[{place}]": line for place, line in enumerate(row.lines)}
    return {"heading": row.heading, **lines}


def _advice(file: _PackFile, terms: Mapping[str, str]) -> dict[Level, Advice]:
    said = _advice_rows(file)
    advice = {}
    for level in Level:
        if level.key not in said:
            raise ValueError(f"advice.{level.key}: this table is missing; add it")
        row = said[level.key]
        lines = tuple(filled(line, terms) for line in row.lines)
        advice[level] = Advice(filled(row.heading, terms), lines)
    return advice


def _in_order(folder: Path, order: tuple[str, ...]) -> list[str]:
    """Return the pages the pack lists, then any others beside it."""
    there = sorted(path.stem for path in folder.glob("*.md"))
    return [*order, *(name for name in there if name not in order)]
