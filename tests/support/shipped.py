"""The shipped content: where it is, and its library, read once for all tests."""

from pathlib import Path

from kiosk.content.library import Library
from kiosk.domain.clinic import Clinic
from kiosk.files.library import LibraryLoader
from kiosk.files.snapshot import Snapshot

ROOT = Path(__file__).parent.parent.parent
RESOURCES = ROOT / "resources"
CONTENT = RESOURCES / "content"
ICONS = frozenset(path.stem for path in (RESOURCES / "icons").glob("*.svg"))
SHIPPED = Snapshot.take(CONTENT)
_libraries: dict[str, Library] = {}


def refuse(problem):
    raise problem


def library_of(clinic: Clinic, *, is_open: bool = True) -> Library:
    """Return the shipped content in the words of one clinic; it has no problems."""
    key = f"{clinic} {is_open}"
    if key not in _libraries:
        loader = LibraryLoader(clinic=clinic, icons=ICONS)
        _libraries[key] = loader.load(SHIPPED, is_open=is_open)
        assert not _libraries[key].problems
    return _libraries[key]
