"""One page as a sheet of paper: a tagged PDF, which a screen reader can read too."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from kiosk.content.bidi import bare
from kiosk.content.library import Library
from kiosk.content.packs import Language, Pack
from kiosk.content.pages import Page, PageKind
from kiosk.content.placeholders import fill
from kiosk.domain.clinic import Clinic
from kiosk.publishing.images import Palette
from kiosk.publishing.page_blocks import page_blocks
from kiosk.publishing.review_words import notices_of, page_notes, review_words
from kiosk.publishing.typst_blocks import TypstBlocks, call, joined, literal

_SIZES_PT = (12, 11, 10, 9)
_SIDES = 2
_FAMILIES = ("Atkinson Hyperlegible", "Noto Sans Arabic")


class Paper(Struct, frozen=True):
    """What all sheets have in common: the style, its colours, and folders of fonts."""

    style: str
    palette: Palette
    fonts: tuple[Path, ...]


class Handout(Struct, frozen=True):
    """A page of one language of a library, in the words of its clinic."""

    page: Page
    pack: Pack
    library: Library
    clinic: Clinic
    today: date

    def pdf(self, paper: Paper) -> bytes:
        """Return the sheet in the largest letters with which both sides have room.

        Raises `ModuleNotFoundError` without the extra `handout`.
        """
        from typst import Compiler

        fonts = [str(folder) for folder in paper.fonts]
        typst = Compiler(font_paths=fonts, ignore_system_fonts=True)
        for size in _SIZES_PT:
            source = self.source(paper, size).encode()
            if len(_sides(typst.compile(source, format="svg"))) <= _SIDES:
                break
        made = typst.compile(source, format="pdf", pdf_standards="ua-1")
        assert isinstance(made, bytes)
        return made

    def source(self, paper: Paper, size_pt: int) -> str:
        """Return the sheet as Typst's source."""
        blocks = page_blocks(self.page, self.pack, self.library)
        body = TypstBlocks(paper.palette).sheet(blocks)
        parts = (*self._names(size_pt), paper.style, *self._head(), body, self._foot())
        return "\n".join(parts)

    def _names(self, size_pt: int) -> Iterator[str]:
        language = self._language
        families = ", ".join(map(literal, _FAMILIES))
        yield f"#let clinic = {literal(bare(self.clinic.name))}"
        yield f"#let title = {literal(bare(self.page.title))}"
        yield f"#let lang = {literal(language.code.partition('-')[0])}"
        yield f"#let dir = {'rtl' if language.rtl else 'ltr'}"
        yield f"#let size = {size_pt}pt"
        yield f"#let fonts = ({families},)"

    @property
    def _language(self) -> Language:
        known = (it for it in self.library.languages if it.code == self.page.language)
        return next(known, Language(self.page.language, self.page.language))

    def _head(self) -> Iterator[str]:
        strings, phone = self.pack.strings, self.clinic.phone
        called = fill(strings.call_us, {"phone": self.pack.apart(phone)})
        told = literal(called if phone else "")
        yield f"#{call('top', literal(self.clinic.name), told)}"
        yield f"#{call('red-flag', literal(strings.red_flag))}"
        for _, notice in notices_of(self.pack, self.today):
            yield f"#{call('red-flag', literal(notice))}"
        yield f"#{call('heading', literal(self.page.title), level='1')}"
        if self.page.language != self.pack.language:
            name = self.pack.apart(self._language.name)
            original = fill(strings.original_shown, {"language": name})
            yield f"#{call('par', literal(original))}"
        if self.page.kind is not PageKind.CHECKLIST:
            yield f"#{call('par', literal(self.page.summary))}"

    def _foot(self) -> str:
        strings = self.pack.strings
        state = " · ".join(review_words(self.page, self.pack, self.today))
        cited = "; ".join(it.citation for it in self.page.sources)
        sources = [f"{strings.sources}: {cited}."] if cited else []
        notes = page_notes(self.page, self.pack)
        lines = [strings.disclaimer, state, *notes, *sources]
        return f"#{call('foot', joined(call('par', literal(it)) for it in lines))}"


def _sides(made: "bytes | list[bytes] | None") -> Sequence[object]:
    return made if isinstance(made, list) else (made,)
