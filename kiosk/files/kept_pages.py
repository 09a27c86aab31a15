"""Keep the last good version of each page and of the checklist, for what is wrong now.

A page that never was good is the one of its name that came with the program.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.content.library import Library
from kiosk.domain.triage import Checklist
from kiosk.errors import Severity
from kiosk.files.checklist import FILE as CHECKLIST
from kiosk.files.library import LibraryLoader
from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_files import read_bytes

_PAGES = "*/*.md"


class KeptPages(Struct, frozen=True):
    """The last good text of each page, by its place in the folder, and checklist."""

    texts: Mapping[Path, bytes] = field(default_factory=dict)
    checklist: Checklist | None = None

    def load(
        self, loader: LibraryLoader, files: Snapshot, *, is_open: bool
    ) -> "tuple[Library, KeptPages]":
        """Return the library of `files`, with what to keep of them for the next.

        Each page that is left out is there as it was before, and still told. Raises
        `KioskError` if nothing can be shown.
        """
        loader = replace(loader, before=self.checklist)
        library = loader.load(files, is_open=is_open)
        wrong = _left_out(library)
        earlier = {path: text for path in wrong if (text := self._earlier(path, files))}
        if earlier:
            mended = replace(files, files={**files.files, **earlier})
            shown = loader.load(mended, is_open=is_open)
            still_out = _left_out(shown)
            library = replace(
                shown,
                problems=library.problems,
                left_out=tuple(dict.fromkeys((*library.left_out, *shown.left_out))),
                earlier=tuple(map(_name, sorted(earlier.keys() - still_out))),
            )
        return library, self._with(files, wrong, library)

    def _earlier(self, path: Path, files: Snapshot) -> bytes:
        """Return the last good text of a page, or else the shipped one."""
        place = path.relative_to(files.folder)
        text = self.texts.get(place) or _shipped(place)
        return text if text != files.files.get(path) else b""

    def _with(
        self, files: Snapshot, wrong: Iterable[Path], library: Library
    ) -> "KeptPages":
        good = {path for path in files.paths(_PAGES) if path in files.files}
        texts = {path: files.files[path] for path in good - {*wrong}}
        places = {path.relative_to(files.folder): texts[path] for path in texts}
        is_right = all(it.path.name != CHECKLIST for it in library.problems)
        checklist = library.checklist if is_right else self.checklist
        return KeptPages({**self.texts, **places}, checklist)


def _shipped(place: Path) -> bytes:
    path = resources() / "content" / place
    return read_bytes(path) if path.is_file() else b""


def _left_out(library: Library) -> set[Path]:
    """Return the pages that cannot be shown as they are."""
    errors = (it for it in library.problems if it.severity is Severity.ERROR)
    pages = {it.path for it in errors if it.path.match(_PAGES)}
    return {path for path in pages if _name(path) in library.left_out}


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"
