"""Read the words of each language; `language_pages` reads the pages beside them."""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.blocks import Block
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, Source
from kiosk.content.words import StaffWords, Strings
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import DAYS
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import ContentError, Problem
from kiosk.files.body_memory import BodyMemory
from kiosk.files.content_file import ContentFile
from kiosk.files.language_pages import PageLoader
from kiosk.files.on_demand import OnDemand
from kiosk.files.pack_file import LINES, TABLES
from kiosk.files.pack_fonts import pack_fonts
from kiosk.files.pack_gaps import pack_problems
from kiosk.files.pack_layers import Layer, PackLayers
from kiosk.files.pack_words import Way
from kiosk.files.parsing import Mistakes, problems_in
from kiosk.files.snapshot import Snapshot

if TYPE_CHECKING:
    from kiosk.files.urgent_notices import NoticeFile

_NO_PAGE = "there is no page beside it that can be shown"
_ADVICE = ("heading", "short", f"{LINES}[0]")


class PackLoader(Struct, frozen=True, kw_only=True, dict=True):
    """Read packs of one clinic from the content `files`.

    `outline` has the order of the pages. `way_to_help` is that of a reader in the
    clinic, open or closed, or away from it. `own_language` is that of what it sets for
    no language. `icons` and `sources` are those a page may name; `report` is called
    with each page that is left out, or shown in the source language, and `tell` with
    what is wrong and costs a word alone. `notices` are the urgent ones. With
    `drafts` pages that are not finished are shown too.
    """

    files: Snapshot
    outline: ContentFile
    checklist: Checklist
    sources: Mapping[str, Source]
    clinic: Clinic
    own_language: str
    icons: frozenset[str]
    report: Callable[[ContentError], None]
    tell: Callable[[ContentError], None]
    notices: "NoticeFile | None" = None
    way_to_help: Way = Way.OPEN
    drafts: bool = False
    memory: BodyMemory | None = None

    def load(self, language: str, source: Pack | None = None) -> Pack:
        """Return the whole pack of `language`; raises `ContentError` without a page.

        A translation is one of the whole pack `source`.
        """
        pack, loader = self._load(language, source)
        shown = [*filter(None, map(loader.with_body, pack.pages))]
        if not shown:
            path = self.files.folder / language / "pack.toml"
            raise ContentError(Problem(path, message=_NO_PAGE))
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
        layer = self._layers.of(language)
        if problems := pack_problems(self.files, layer, self._keys(layer)):
            self.tell(ContentError(*problems))
        loader = self._page_loader(language, layer.terms, source)
        pages = loader.pages(self.outline)
        if not pages:
            raise ContentError(Problem(layer.file.path, message=_NO_PAGE))
        pack = self._pack(layer, pages)
        if self.notices:
            pack = self.notices.on(pack, layer.terms, source)
        return pack, loader

    @cached_property
    def _layers(self) -> PackLayers:
        return PackLayers(
            self.files,
            self.outline.source_language,
            self.clinic,
            self.own_language,
            self.way_to_help,
        )

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
            tell=self.tell,
            source=source,
            drafts=self.drafts,
            memory=self.memory,
        )

    def _pack(self, layer: Layer, pages: tuple[Page, ...]) -> Pack:
        """Return a pack without bodies."""
        keys = self._keys(layer)
        words = {
            table: {key: layer.word(table, key)[0] for key in keys[table]}
            for table in TABLES
        }
        strings, staff = words.pop("strings"), words.pop("staff")
        return Pack(
            language=layer.file.language,
            name=layer.name,
            rtl=layer.rtl,
            digits=layer.digits,
            strings=Strings(**strings),
            staff=StaffWords(**staff),
            advice={level: layer.advice(level)[0] for level in Level},
            pages=pages,
            bodies={},
            fonts=self._fonts(layer),
            speech=str(layer.file.head.get("speech", "")),
            notices=(),
            **words,
        )

    def _fonts(self, layer: Layer) -> tuple[Path, ...]:
        """Return the fonts a pack names; one that is not there is told."""
        mistakes = Mistakes()
        found = [
            mistakes.attempt("", pack_fonts, (name,), self.files.folder)
            for name in layer.file.head.get("fonts", ())
        ]
        path, read = layer.file.path, self.files.text
        if problems := problems_in(path, mistakes.found, read=read):
            self.tell(ContentError(*problems))
        return tuple(font for fonts in found for font in fonts or ())

    def _keys(self, layer: Layer) -> Mapping[str, Collection[str]]:
        """Return the keys that each table of a pack must have."""
        checklist = self.checklist
        advice = {f"advice.{it.key}": _ADVICE for it in Level}
        return {
            "strings": Strings.__struct_fields__,
            "staff": StaffWords.__struct_fields__,
            "answers": checklist.answers,
            "groups": checklist.groups,
            "areas": checklist.groups,
            "topics": checklist.topics,
            "questions": checklist.asked,
            "days": DAYS,
            "help.open": layer.help_names,
            "help.closed": layer.help_names,
            **advice,
        }
