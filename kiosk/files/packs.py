"""Read everything the kiosk says in one language.

A bad page among good ones is reported and left out; a pack whose own words are
incomplete cannot be used at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.domain.clinic import Clinic
from kiosk.domain.content import Advice, Block, Kind, Pack, Page, Source, Strings
from kiosk.domain.hours import DAYS
from kiosk.domain.staff import StaffWords
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import ContentError
from kiosk.files.pages import PageError, PageReader
from kiosk.files.sources import load_sources
from kiosk.files.tables import blaming, read_table, read_text, typed, typed_rows
from kiosk.files.terms import complete, filled, help_words, terms_of, words_of

_FENCE = "---"
_RANK = {kind: rank for rank, kind in enumerate(Kind)}


class _FrontMatter(Struct, forbid_unknown_fields=True, kw_only=True):
    title: str
    icon: str
    kind: Kind
    summary: str
    written: date
    review_by: date
    tab: str = ""
    tile: str = ""
    hint: str = ""
    fact: str = ""
    sources: tuple[str, ...] = ()
    approved_by: str = ""
    approved_on: date | None = None


class _Advice(Struct, forbid_unknown_fields=True):
    heading: str
    lines: tuple[str, ...]


class _File(Struct, forbid_unknown_fields=True):
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
class PackReader:
    """Read packs from the folder `content`.

    `icons` are the names a page may choose from; `report` is told of every page
    that is left out.
    """

    content: Path
    checklist: Checklist
    clinic: Clinic
    icons: frozenset[str]
    report: Callable[[ContentError], None]

    def read(self, language: str, *, staffed: bool = True) -> Pack:
        """Return the pack of `language`; raises `ContentError` if it cannot be used.

        With nobody at the clinic (not `staffed`) its advice names the way to help
        out of hours first.
        """
        manifest = self.content / language / "pack.toml"
        with blaming(manifest, ContentError):
            file = typed(read_table(manifest), _File)
            terms = terms_of(self.clinic, file.strings)
            terms |= help_words(file.help, terms)["open" if staffed else "closed"]
            return Pack(
                language=file.language,
                strings=words_of(Strings, "strings", file.strings, terms),
                staff=words_of(StaffWords, "staff", file.staff, terms),
                answers=complete(file.answers, self.checklist.answers, "answers"),
                groups=complete(file.groups, self.checklist.groups, "groups"),
                topics=complete(file.topics, self.checklist.topics, "topics"),
                days=complete(file.days, DAYS, "days"),
                advice=_advice(file, terms),
                pages=self._pages(manifest.parent, file.pages, terms),
                read=_BodyReader(
                    manifest.parent, PageReader(self.content / "illustrations", terms)
                ).blocks,
            )

    def _pages(
        self, folder: Path, order: tuple[str, ...], terms: Mapping[str, str]
    ) -> tuple[Page, ...]:
        sources = load_sources(self.content / "sources.toml")
        pages = []
        for name in _in_order(folder, order):
            path = folder / f"{name}.md"
            try:
                with blaming(path, ContentError):
                    front = _front_matter(read_text(path))
                    _choose(front.icon, self.icons, "icon")
                    pages.append(_page(name, front, terms, sources))
            except ContentError as problem:
                self.report(problem)
        if not pages:
            raise ValueError("there is no page beside it that can be shown")
        return tuple(sorted(pages, key=lambda page: _RANK[page.kind]))


@dataclass(frozen=True, slots=True)
class _BodyReader:
    """Open a page's body when it is asked for."""

    folder: Path
    reader: PageReader

    def blocks(self, page: Page) -> tuple[Block, ...]:
        path = self.folder / f"{page.id}.md"
        with blaming(path, ContentError):
            text = read_text(path)
            try:
                return self.reader.blocks(_split(text)[1])
            except PageError as fault:
                line = _line_of(fault.near, text)
                raise ValueError(f"line {line}: {fault}") from fault


def _line_of(near: str, text: str) -> int:
    """Return the number of the body's line that `near` is, or else stands in."""
    lines = text.splitlines()
    body = list(enumerate(lines, 1))[lines.index(_FENCE, 1) + 1 :]
    exact = (number for number, line in body if line.strip() == near)
    within = (number for number, line in body if near in line)
    return next(exact, next(within, 1))


def load_answers(manifest: Path, checklist: Checklist) -> dict[str, str]:
    """Return the words for every answer in `manifest`; raises `ContentError`."""
    with blaming(manifest, ContentError):
        file = typed(read_table(manifest), _File)
        return complete(file.answers, checklist.answers, "answers")


def _advice(file: _File, terms: Mapping[str, str]) -> dict[Level, Advice]:
    said = typed_rows(file.advice, _Advice, "advice.")
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


def _choose(name: str, known: Iterable[str], what: str) -> None:
    if name not in known:
        near = ", ".join(get_close_matches(name, known)) or ", ".join(sorted(known))
        raise ValueError(f"{what}: there is no {name!r}; use {near}")


def _split(text: str) -> tuple[str, str]:
    lines = text.splitlines()
    if not lines or lines[0].strip() != _FENCE or _FENCE not in lines[1:]:
        raise ValueError('line 1: begin with front matter between two lines of "---"')
    end = lines.index(_FENCE, 1)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


def _front_matter(text: str) -> _FrontMatter:
    import yaml

    front, _ = _split(text)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        table = yaml.load(front, loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ValueError(f"line {line}: {error.problem}") from error
    except yaml.YAMLError as error:
        raise ValueError(f"line 1: {error}") from error
    except ValueError as error:
        raise ValueError(
            f"written, review_by or approved_on is no date: {error}"
        ) from error
    return typed(table, _FrontMatter)


def _page(
    name: str,
    front: _FrontMatter,
    terms: Mapping[str, str],
    sources: Mapping[str, Source],
) -> Page:
    for field in ("title", "summary"):
        if not getattr(front, field).strip():
            raise ValueError(f"{field}: this is empty; write it")
    for source in front.sources:
        _choose(source, sources, "sources")
    return Page(
        id=name,
        title=filled(front.title, terms),
        tab=filled(front.tab or front.title, terms),
        tile=filled(front.tile or front.title, terms),
        hint=filled(front.hint, terms),
        icon=front.icon,
        kind=front.kind,
        summary=filled(front.summary, terms),
        fact=filled(front.fact, terms),
        sources=tuple(sources[source] for source in front.sources),
        written=front.written,
        review_by=front.review_by,
        approved_by=front.approved_by,
        approved_on=front.approved_on,
    )
