"""Pages: their kinds in the order of the tabs, their front matter and sources."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kiosk.content.approval import Approval


class PageKind(StrEnum):
    """The kinds of pages, in the order of their tabs."""

    HOME = "home"
    COMPLICATION = "complication"
    CHECKLIST = "checklist"
    ARTICLE = "article"
    QUESTIONS = "questions"
    BOOKING = "booking"


class Source(Struct, frozen=True):
    """A publication that a page takes facts from; `address` may be empty."""

    id: str
    publisher: str
    title: str
    year: str = ""
    address: str = ""

    @property
    def citation(self) -> str:
        """The source in one line, as a reader would cite it."""
        return ", ".join(filter(None, (f"{self.publisher}: {self.title}", self.year)))


class Page(Struct, frozen=True, kw_only=True):
    """The front matter of one page, in the language that it is shown in.

    `funding` says who pays for it, `changed` what is new since the version before.
    """

    id: str
    language: str
    title: str
    tab: str
    tile: str
    hint: str
    icon: str
    kind: PageKind
    summary: str
    fact: str
    sources: tuple[Source, ...]
    written: date
    review_by: date
    approval: Approval
    funding: str = ""
    changed: str = ""
