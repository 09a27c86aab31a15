"""Find the passage behind words on the screen, or around a line that is wrong."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.passage_search import Match, find, terms_of
from kiosk.authoring.passages import Passage, passage_at, passages_of
from kiosk.content.pages import Page
from kiosk.domain.clinic import Clinic
from kiosk.errors import ContentError, Problem
from kiosk.files.parsing import blaming, read_table
from kiosk.files.text_files import read_text

_PACK = "pack.toml"
_SURE = 0.9


class PassageFinder(Struct, frozen=True):
    """Reads the files of a content `folder` as they are now."""

    folder: Path
    clinic: Clinic

    def find(self, shown: str, language: str, page: Page) -> Passage | None:
        """Return the passage of words on a page, or in a visit's language, if any is.

        That of the page, or else of the pack, but for one that is surely meant.
        """
        best: Match | None = None
        for path in self._paths(language, page):
            terms = self._terms(path.parent.name)
            match = find(shown, passages_of(path, _text(path)), terms)
            if match and (not best or match.fit > max(best.fit, _SURE)):
                best = match
            if best and best.fit == 1.0:
                break
        return best.passage if best else None

    def around(self, problem: Problem) -> Passage | None:
        """Return the lines around a problem, if it is in a file of the content."""
        path = problem.path
        is_text = path.suffix in (".md", ".toml")
        if not is_text or not path.is_relative_to(self.folder) or not path.is_file():
            return None
        text, line = _text(path), problem.line
        entries = passages_of(path, text) if path.suffix == ".toml" else ()
        own = (it for it in entries if it.first <= line <= it.last)
        return next(own, None) or passage_at(path, text, line)

    def _paths(self, language: str, page: Page) -> Iterator[Path]:
        own = self.folder / page.language / f"{page.id}.md"
        folders = (self.folder / it for it in dict.fromkeys((language, page.language)))
        others = (
            path
            for folder in folders
            for path in (folder / _PACK, *sorted(folder.glob("*.md")))
        )
        yield from filter(Path.is_file, dict.fromkeys((own, *others)))

    def _terms(self, language: str) -> dict[str, str]:
        path = self.folder / language / _PACK
        try:
            with blaming(path, ContentError):
                return terms_of(read_table(path), self.clinic)
        except ContentError:
            return {}


def _text(path: Path) -> str:
    """Return a file's text; empty if it cannot be read."""
    try:
        with blaming(path, ContentError):
            return read_text(path)
    except ContentError:
        return ""
