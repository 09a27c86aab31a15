"""Read the words of each language; `language_pages` reads the pages beside them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.content.blocks import Block
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, Source
from kiosk.content.words import Advice, StaffWords, Strings
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import DAYS
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import ContentError, EntryError, Problem
from kiosk.files.content_file import ContentFile
from kiosk.files.language_pages import PageLoader
from kiosk.files.on_demand import OnDemand
from kiosk.files.pack_file import AdviceRow, PackFile, advice_rows, compare
from kiosk.files.pack_fonts import pack_fonts
from kiosk.files.pack_words import (
    Way,
    clinic_terms,
    complete,
    filled,
    filled_words,
    help_words,
)
from kiosk.files.parsing import Mistakes, typed
from kiosk.files.snapshot import Snapshot
from kiosk.files.urgent_notices import NoticeFile


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLoader:
    """Read packs of one clinic from the content `files`.

    `outline` has the order of the pages. `way_to_help` is that of a reader in the
    clinic, open or closed, or away from it. `own_language` is that of what it sets for
    no language. `icons` and `sources` are those a page may name; `report` is called
    with each page that is left out, or shown in the source language. `notices` are the
    urgent ones. With `drafts` pages that are not finished are shown too.
    """

    files: Snapshot
    outline: ContentFile
    checklist: Checklist
    sources: Mapping[str, Source]
    clinic: Clinic
    own_language: str
    icons: frozenset[str]
    report: Callable[[ContentError], None]
    notices: NoticeFile
    way_to_help: Way = Way.OPEN
    drafts: bool = False

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
            _check_language(file, language)
            rtl = file.direction == "rtl"
            clinic = self.clinic.in_language(language, own=self.own_language)
            terms = clinic_terms(clinic, file.strings, rtl=rtl)
            terms |= help_words(file.help, terms)[self.way_to_help]
            if source:
                compare(file, self._file(source.language))
            loader = self._page_loader(language, terms, source)
            pages = loader.pages(self.outline)
            if not pages:
                raise ValueError("there is no page beside it that can be shown")
            pack = self._pack(file, terms, pages)
            return self.notices.on(pack, terms, source), loader

    def _path(self, language: str) -> Path:
        return self.files.folder / language / "pack.toml"

    def _file(self, language: str) -> PackFile:
        path = self._path(language)
        with self.files.blaming(path):
            return typed(self.files.table(path), PackFile)

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
            drafts=self.drafts,
        )

    def _pack(
        self, file: PackFile, terms: Mapping[str, str], pages: tuple[Page, ...]
    ) -> Pack:
        """Return a pack without bodies; raises for every text that is wrong at once."""
        mistakes = Mistakes()
        attempt = mistakes.attempt
        strings = attempt("", filled_words, Strings, "strings", file.strings, terms)
        staff = attempt("", filled_words, StaffWords, "staff", file.staff, terms)
        tables = {
            name: attempt("", complete, getattr(file, name), known, name)
            for name, known in self._keys.items()
        }
        advice = attempt("", _advice, file, terms)
        return Pack(
            language=file.language,
            name=file.name,
            rtl=file.direction == "rtl",
            digits=file.digits,
            strings=mistakes.checked(strings),
            staff=mistakes.checked(staff),
            advice=mistakes.checked(advice),
            pages=pages,
            bodies={},
            fonts=pack_fonts(file.fonts, self.files.folder),
            speech=file.speech,
            notices=(),
            **{name: mistakes.checked(table) for name, table in tables.items()},
        )

    @property
    def _keys(self) -> Mapping[str, Iterable[str]]:
        """The keys that each of a pack's plain tables must have."""
        checklist = self.checklist
        return {
            "answers": checklist.answers,
            "groups": checklist.groups,
            "areas": checklist.groups,
            "topics": checklist.topics,
            "questions": checklist.asked,
            "days": DAYS,
        }


def _check_language(file: PackFile, folder: str) -> None:
    if file.language != folder:
        remedy = f'write "{folder}", as its folder says'
        raise EntryError(f"this is {file.language!r}", remedy, key="language")


def _advice(file: PackFile, terms: Mapping[str, str]) -> dict[Level, Advice]:
    rows = advice_rows(file)
    mistakes = Mistakes()
    advice = {
        level: mistakes.attempt(
            f"advice.{level.key}", _filled_advice, rows.get(level.key), terms
        )
        for level in Level
    }
    return {level: mistakes.checked(each) for level, each in advice.items()}


def _filled_advice(row: AdviceRow | None, terms: Mapping[str, str]) -> Advice:
    if row is None:
        raise EntryError("this table is missing", "add it")
    mistakes = Mistakes()
    heading = mistakes.attempt("heading", filled, row.heading, terms)
    short = mistakes.attempt("short", filled, row.short, terms)
    lines = [mistakes.attempt("lines", filled, line, terms) for line in row.lines]
    heading, short = mistakes.checked(heading), mistakes.checked(short)
    return Advice(heading, short, tuple(map(mistakes.checked, lines)))
