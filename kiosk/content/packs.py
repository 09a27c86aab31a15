"""A language pack, once it has been read and checked."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from kiosk.content.bidi import isolated
from kiosk.content.blocks import Block
from kiosk.content.pages import Page
from kiosk.content.urgent_notices import UrgentNotice
from kiosk.content.words import Advice, StaffWords, Strings
from kiosk.domain.triage import Level

_DIGITS = tuple(map(ord, "0123456789"))


class Pack(Struct, frozen=True, kw_only=True):
    """Everything the kiosk says in one language, with the clinic open or closed.

    `pages` are the front matter; `bodies` have the blocks of each by its id. `fonts`
    are the files of those for letters that the kiosk's own do not have; `speech` is the
    code of the voice, where it is not that of the language. `notices` are all urgent
    ones, whatever their days.
    """

    language: str
    name: str
    rtl: bool
    digits: str
    strings: Strings
    staff: StaffWords
    answers: Mapping[str, str]
    groups: Mapping[str, str]
    areas: Mapping[str, str]
    topics: Mapping[str, str]
    questions: Mapping[str, str]
    days: Mapping[str, str]
    advice: Mapping[Level, Advice]
    pages: tuple[Page, ...]
    bodies: Mapping[str, tuple[Block, ...]]
    fonts: tuple[Path, ...] = ()
    speech: str = ""
    notices: tuple[UrgentNotice, ...] = ()

    def page(self, name: str) -> Page:
        """Return the page with this id; the first one where there is none."""
        return next((p for p in self.pages if p.id == name), self.pages[0])

    def blocks(self, page: Page) -> tuple[Block, ...]:
        """Return the body of one of the pages."""
        return self.bodies[page.id]

    def number(self, count: int) -> str:
        """Return a number in the language's own digits."""
        return self.in_digits(str(count))

    def in_digits(self, text: str) -> str:
        """Return `text` with the language's own digits."""
        return text.translate(dict(zip(_DIGITS, self.digits, strict=True)))

    def apart(self, text: str) -> str:
        """Return words of another language, isolated for a sentence of this one."""
        return isolated(text, rtl=self.rtl)


class Language(Struct, frozen=True):
    """A language to choose: its code, its own name, and which way it is written.

    `is_original` is that of the language the pages were first written in; `is_draft`
    that of one which is not finished, and so not offered.
    """

    code: str
    name: str
    rtl: bool = False
    is_original: bool = False
    is_draft: bool = False
