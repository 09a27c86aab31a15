"""What the rules look at: the files of one clinic, and the library made of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from kiosk.content.blocks import Block
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.pages import Page
from kiosk.errors import EntryError, Problem, Severity
from kiosk.files.key_lines import line_of, lines_of_keys
from kiosk.files.settings import Settings
from kiosk.files.snapshot import Snapshot


class CheckedPage(Struct, frozen=True):
    """A page in a language that has its own words for it, and its file."""

    path: Path
    page: Page
    blocks: tuple[Block, ...]


class Subject(Struct, frozen=True):
    """One clinic's files as they were at one moment.

    `library` is None where nothing can be shown of them; `problems` are those found so
    far.
    """

    files: Snapshot
    settings: Settings
    library: Library | None = None
    problems: tuple[Problem, ...] = ()
    today: date = date.min

    @property
    def has_errors(self) -> bool:
        """Whether something is not shown as it was written."""
        return any(it.severity is Severity.ERROR for it in self.problems)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs that can be used, in the order of their languages."""
        return self.library.ready_packs if self.library else ()

    @property
    def pages(self) -> Iterator[CheckedPage]:
        """Yield each page of each language that has words of its own for it."""
        for pack in self.packs:
            yield from self.pages_of(pack)

    def pages_of(self, pack: Pack) -> Iterator[CheckedPage]:
        """Yield each page of a pack in its own language."""
        for page in pack.pages:
            path = self.path_of(page)
            if page.language == pack.language and path in self.files:
                yield CheckedPage(path, page, pack.blocks(page))

    @property
    def first_written(self) -> Pack | None:
        """The pack that the others translate, if it can be used."""
        languages = self.library.languages if self.library else ()
        first = [it.code for it in languages if it.is_original]
        return next((it for it in self.packs if it.language in first), None)

    def path_of(self, page: Page) -> Path:
        """Return the file of a page."""
        return self.files.folder / page.language / f"{page.id}.md"

    def text_of(self, path: Path) -> str:
        """Return a file's text, or nothing if it cannot be read, which is told."""
        try:
            return self.files.text(path)
        except (OSError, EntryError):
            return ""

    def line_of_key(self, path: Path, key: str) -> int:
        """Return the line of a key of a file, such as `review_by`, or else 0."""
        return line_of(key, lines_of_keys(path, self.text_of))

    def line_of_text(self, path: Path, near: str) -> int:
        """Return the first line of a file with some letters in it, or else 0."""
        lines = enumerate(self.text_of(path).splitlines(), 1)
        return next((number for number, line in lines if near in line), 0)


def doubt(path: Path, line: int, message: str, remedy: str) -> Problem:
    """Return a warning: what is shown may not be what is meant."""
    warning = Severity.WARNING
    return Problem(path, line=line, severity=warning, message=message, remedy=remedy)


def mistake(path: Path, line: int, message: str, remedy: str) -> Problem:
    """Return an error: what is shown is not safe, or claims what is not so."""
    return Problem(path, line=line, message=message, remedy=remedy)
