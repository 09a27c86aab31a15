"""A page's front matter, and the sources it names."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PageKind(StrEnum):
    """The kinds of pages, in the order of their tabs."""

    HOME = "home"
    COMPLICATION = "complication"
    ARTICLE = "article"
    QUESTIONS = "questions"
    CHECKLIST = "checklist"
    BOOKING = "booking"

    @property
    def has_body(self) -> bool:
        """Whether the text below the front matter is shown."""
        return self not in (PageKind.HOME, PageKind.CHECKLIST)


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that a page's facts were read in; `address` may be empty."""

    id: str
    publisher: str
    title: str
    year: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        """The source in one line, as a reader would cite it."""
        return ", ".join(filter(None, (f"{self.publisher}: {self.title}", self.year)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page's front matter: all that is known of it before it is opened."""

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
    approved_by: str
    approved_on: date | None
