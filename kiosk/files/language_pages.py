"""Parse the pages of one language, and compare translations with their source.

A bad page of the source language is left out; a bad translation of a page gives way to
the page it translates. `language_packs` reads the words beside them.
"""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.blocks import Block
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, PageKind, Source
from kiosk.errors import ContentError, EntryError, Problem, Severity
from kiosk.files.body_memory import BodyMemory
from kiosk.files.content_file import CONTENT_FILE, ContentFile
from kiosk.files.front_matter import (
    FrontMatter,
    TranslatedFrontMatter,
    body_line,
    fingerprint,
    is_draft,
    parse_front_matter,
    source_hash,
    source_page,
    split,
    translated_page,
    with_approval,
)
from kiosk.files.front_matter_slips import Slips
from kiosk.files.markdown_pictures import pictures_alone
from kiosk.files.pack_words import check_placeholders
from kiosk.files.page_comparison import compare_blocks
from kiosk.files.parsing import problems_in
from kiosk.files.snapshot import Snapshot

if TYPE_CHECKING:
    from kiosk.files.markdown_pages import PageParser

_F = TypeVar("_F", FrontMatter, TranslatedFrontMatter)
_ABSENT = "there is no such file"
_PUT = f"put it there, or take it out of the pages in {CONTENT_FILE}"
_PLAIN_ICON = "information"
_NOTES = "readme"
_RANK = {kind: rank for rank, kind in enumerate(PageKind)}


class PageLoader(Struct, frozen=True, kw_only=True, dict=True):
    """Read the pages in the folder of `language`, with `terms` filled in.

    A translation is one of the pack `source`. `icons` and `sources` are those a page
    may name; `report` is called with each page that is left out or gives way, `tell`
    with what is wrong in one that is shown. With `drafts` pages that are not finished
    are shown too.
    """

    files: Snapshot
    language: str
    terms: Mapping[str, str]
    icons: frozenset[str]
    sources: Mapping[str, Source]
    report: Callable[[ContentError], None]
    tell: Callable[[ContentError], None]
    source: Pack | None = None
    drafts: bool = False
    memory: BodyMemory | None = None

    def pages(self, outline: ContentFile) -> tuple[Page, ...]:
        """Return the pages in the order of `outline`.

        A translation keeps the order of what it translates.
        """
        if self.source:
            return tuple(map(self._translated, self.source.pages))
        if outline.lists_all:
            return tuple(filter(None, map(self._first_written, outline.pages)))
        names = self._with_unlisted(outline.pages)
        pages = filter(None, map(self._first_written, names))
        return tuple(sorted(pages, key=lambda page: _RANK[page.kind]))

    def body(self, page: str) -> tuple[Block, ...]:
        """Return a page's body; raises `ContentError`. Slips in it are reported."""
        path = self._path(page)
        slips: list[EntryError] = []
        try:
            with self.files.blaming(path):
                text = self.files.text(path)
                blocks = self._parsed(text, slips.append)
                if self.source:
                    compare_blocks(blocks, self.source.bodies[page], text)
                return blocks
        finally:
            self._tell(path, slips, Severity.WARNING)

    def _parsed(
        self, text: str, doubt: Callable[[EntryError], None]
    ) -> tuple[Block, ...]:
        """Return the body of a page's text; pictures alone need none of the rest."""
        if pictures_alone(body := split(text)[1]):
            return self._parser.blocks(body)
        from kiosk.files.page_bodies import body_blocks

        parse = partial(body_blocks, self._parser, body, body_line(text))
        if not self.memory:
            return parse(doubt)
        key = text, tuple(self.terms.items()), self.files.pictures_fingerprint
        return self.memory.blocks(key, parse, doubt)

    def with_body(self, page: Page) -> tuple[Page, tuple[Block, ...]] | None:
        """Return the page to show for `page`, and its body; None for none."""
        if page.language == self.language:
            try:
                return page, self.body(page.id)
            except ContentError as problem:
                self.report(problem)
        if not self.source:
            return None
        return self.source.page(page.id), self.source.bodies[page.id]

    @cached_property
    def _parser(self) -> "PageParser":
        from kiosk.files.markdown_pages import PageParser

        return PageParser(self.files, self.terms)

    @property
    def _folder(self) -> Path:
        return self.files.folder / self.language

    def _path(self, page: str) -> Path:
        return self._folder / f"{page}.md"

    def _with_unlisted(self, order: tuple[str, ...]) -> list[str]:
        """Return the pages in `order`, then any others in the folder."""
        paths = self.files.paths("*.md")
        there = [path.stem for path in paths if path.parent == self._folder]
        others = (it for it in there if it not in order and it.lower() != _NOTES)
        return [*order, *others]

    def _first_written(self, name: str) -> Page | None:
        path = self._path(name)
        if path not in self.files:
            self.report(ContentError(Problem(path, message=_ABSENT, remedy=_PUT)))
            return None
        try:
            with self.files.blaming(path):
                text = self.files.text(path)
                if self._hides(text):
                    return None
                known = {"icon": self.icons, "sources": self.sources.keys()}
                front = self._front(path, text, FrontMatter, known)
                page = source_page(name, front, self.language, self.terms, self.sources)
                icon = page.icon if page.icon in self.icons else _PLAIN_ICON
                return with_approval(replace(page, icon=icon), front, text)
        except ContentError as problem:
            self.report(problem)
            return None

    def _translated(self, page: Page) -> Page:
        """Return the translation of a page, or else the page."""
        path = self._path(page.id)
        if path not in self.files:
            self.tell(_not_yet(path, page))
            return page
        try:
            with self.files.blaming(path):
                text = self.files.text(path)
                if self._hides(text):
                    return page
                front = self._front(path, text, TranslatedFrontMatter)
                self._compare_text(text, page)
                ours = translated_page(page, front, self.language, self.terms)
                return with_approval(ours, front, text)
        except ContentError as problem:
            self.report(problem)
            return page

    def _hides(self, text: str) -> bool:
        return is_draft(text) and not self.drafts

    def _front(
        self,
        path: Path,
        text: str,
        kind: type[_F],
        known: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> _F:
        """Return a page's front matter; a field that means nothing is reported."""
        slips = Slips()
        try:
            return parse_front_matter(text, kind, self.terms, slips, known)
        finally:
            self._tell(path, slips.errors, Severity.ERROR)
            self._tell(path, slips.warnings, Severity.WARNING)

    def _tell(self, path: Path, slips: list[EntryError], severity: Severity) -> None:
        if slips:
            self.tell(
                ContentError(*problems_in(path, slips, severity, self.files.text))
            )

    def _compare_text(self, text: str, page: Page) -> None:
        """Check that a page translates its source as it is now; raises `ValueError`."""
        name = f"{page.language}/{page.id}.md"
        source = self.files.text(self.files.folder / name)
        was, now = source_hash(text), fingerprint(source)
        if was != now:
            message = f"{name} says something else by now"
            if not was:
                message = f"this page does not say which text of {name} it translates"
            raise EntryError(message, self._remedy(page, now), key="source_hash")
        check_placeholders(page.id, {"body": text}, {"body": source})

    def _remedy(self, page: Page, now: str) -> str:
        marks = f"kiosk small-change {page.id} --language {self.language}"
        return (
            "bring this page up to date, if the meaning is another; then run "
            f'{marks}, or write source_hash: "{now}"'
        )


def _not_yet(path: Path, page: Page) -> ContentError:
    message = f"this page is not translated; it is shown as {page.language}/{path.name}"
    warning = Severity.WARNING
    remedy = "translate it"
    return ContentError(Problem(path, severity=warning, message=message, remedy=remedy))
