"""Read the pack of each language: the words of the interface, and its pages.

A pack whose own words are incomplete cannot be used at all. `language_pages` reads the
pages, and leaves out the bad ones among good ones.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.content.blocks import Block
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, Source
from kiosk.content.words import Advice, StaffWords, Strings
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import DAYS
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import ContentError, Problem
from kiosk.files.language_pages import PageLoader
from kiosk.files.on_demand import OnDemand
from kiosk.files.pack_words import (
    complete,
    filled,
    help_words,
    same_holes,
    terms_of,
    words_of,
)
from kiosk.files.parsing import typed, typed_rows
from kiosk.files.snapshot import Snapshot


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
    """Read packs of one clinic from the content `files`.

    While the clinic is closed (not `is_open`) its advice names the way to help out of
    hours first. `icons` and `sources` are those a page may name; `report` is called
    with each page that is left out, or shown in the source language instead.
    """

    files: Snapshot
    checklist: Checklist
    sources: Mapping[str, Source]
    clinic: Clinic
    icons: frozenset[str]
    report: Callable[[ContentError], None]
    is_open: bool = True

    def load(self, language: str, source: Pack | None = None) -> Pack:
        """Return the whole pack of `language`; raises `ContentError` if it is unusable.

        A translation is one of the whole pack `source`.
        """
        pack, loader = self._load(language, source)
        shown = [*filter(None, map(loader.with_body, pack.pages))]
        if not shown:
            wrong = "there is no page beside it that can be shown"
            raise ContentError(Problem(self._path(language), message=wrong))
        pages = tuple(page for page, _ in shown)
        return replace(pack, pages=pages, bodies={p.id: body for p, body in shown})

    def open(self, language: str, source: Pack | None = None) -> Pack:
        """Return a pack that reads each body when it is first asked for.

        A body that cannot be read is empty there; `load` leaves its page out.
        """
        pack, loader = self._load(language, source)

        def body(name: str) -> tuple[Block, ...]:
            shown = loader.with_body(pack.page(name))
            return shown[1] if shown else ()

        return replace(pack, bodies=OnDemand(body))

    def _load(self, language: str, source: Pack | None) -> tuple[Pack, PageLoader]:
        """Return a pack without bodies, and what can read them."""
        path = self._path(language)
        with self.files.blaming(path):
            file = self._file(language)
            if file.language != language:
                raise ValueError(f'language: write "{language}", as its folder says')
            terms = terms_of(self.clinic, file.strings, rtl=file.direction == "rtl")
            terms |= help_words(file.help, terms)["open" if self.is_open else "closed"]
            if source:
                _compare(file, self._file(source.language))
            loader = self._page_loader(language, terms, source)
            pages = loader.pages(file.pages)
            if not pages:
                raise ValueError("there is no page beside it that can be shown")
            return self._pack(file, terms, pages), loader

    def _path(self, language: str) -> Path:
        return self.files.folder / language / "pack.toml"

    def _file(self, language: str) -> _PackFile:
        path = self._path(language)
        with self.files.blaming(path):
            return typed(self.files.table(path), _PackFile)

    def _page_loader(
        self, language: str, terms: Mapping[str, str], source: Pack | None
    ) -> PageLoader:
        return PageLoader(
            files=self.files,
            language=language,
            terms=terms,
            icons=self.icons,
            sources=self.sources,
            report=self.report,
            source=source,
        )

    def _pack(
        self, file: _PackFile, terms: Mapping[str, str], pages: tuple[Page, ...]
    ) -> Pack:
        return Pack(
            language=file.language,
            name=file.name,
            rtl=file.direction == "rtl",
            digits=file.digits,
            strings=words_of(Strings, "strings", file.strings, terms),
            staff=words_of(StaffWords, "staff", file.staff, terms),
            answers=complete(file.answers, self.checklist.answers, "answers"),
            groups=complete(file.groups, self.checklist.groups, "groups"),
            topics=complete(file.topics, self.checklist.topics, "topics"),
            days=complete(file.days, DAYS, "days"),
            advice=_advice(file, terms),
            pages=pages,
            bodies={},
        )


def load_answers(
    files: Snapshot, language: str, checklist: Checklist
) -> dict[str, str]:
    """Return a language's words for every answer; raises `ContentError`."""
    path = files.folder / language / "pack.toml"
    with files.blaming(path):
        file = typed(files.table(path), _PackFile)
        return complete(file.answers, checklist.answers, "answers")


def _compare(ours: _PackFile, theirs: _PackFile) -> None:
    """Check that a translation lacks no `{term}` or line; raises `ValueError`."""
    for table in ("strings", "staff"):
        same_holes(table, getattr(ours, table), getattr(theirs, table))
    for way, words in theirs.help.items():
        same_holes(f"help.{way}", ours.help.get(way, {}), words)
    our_advice, their_advice = _advice_rows(ours), _advice_rows(theirs)
    for level, row in their_advice.items():
        if level not in our_advice:
            continue
        if len(our_advice[level].lines) != len(row.lines):
            raise ValueError(f"advice.{level}: write {len(row.lines)} lines")
        same_holes(f"advice.{level}", _numbered(our_advice[level]), _numbered(row))


def _advice_rows(file: _PackFile) -> dict[str, _Advice]:
    return typed_rows(file.advice, _Advice, "advice.")


def _numbered(row: _Advice) -> dict[str, str]:
    """Return the words of one level's advice by their keys in the file."""
    lines = {f"lines[{index}]": line for index, line in enumerate(row.lines)}
    return {"heading": row.heading, **lines}


def _advice(file: _PackFile, terms: Mapping[str, str]) -> dict[Level, Advice]:
    rows = _advice_rows(file)
    advice = {}
    for level in Level:
        if level.key not in rows:
            raise ValueError(f"advice.{level.key}: this table is missing; add it")
        row = rows[level.key]
        lines = tuple(filled(line, terms) for line in row.lines)
        advice[level] = Advice(filled(row.heading, terms), lines)
    return advice
