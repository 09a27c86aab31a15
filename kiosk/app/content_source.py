"""Choose the content to show: the clinic's, the last good one, or what came along.

No clock, thread or window is in it: see `content_service`.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from kiosk.content.library import Library
from kiosk.content.withholding import ShowPolicy
from kiosk.errors import KioskError
from kiosk.files.kept_pages import KeptPages
from kiosk.files.library import LibraryLoader
from kiosk.files.paths import resources
from kiosk.files.settings import Settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.themes import icon_names

_SHIPPED = "the content that came with the program is shown instead"
_LAST_GOOD = "the content as it was read before is still shown"
_AGAIN = "this folder is read again within a minute"
_SETTLED_S = 60.0


@dataclass(frozen=True, slots=True)
class Edition:
    """A library with the files that it was made from.

    `fault` says, a line each, why the library is not that of the clinic's folder. In
    the place of a page that is wrong the library has the one that was `kept`.
    """

    library: Library
    files: Snapshot
    fault: tuple[str, ...] = ()
    kept: KeptPages = field(default_factory=KeptPages)

    @property
    def lines(self) -> tuple[str, ...]:
        """The problems for staff, a line each."""
        return (*self.fault, *self.library.lines)

    def may_change(self, now: float) -> bool:
        """Return whether its folder should be read again, at `now` seconds since 1970.

        It should if something is wrong with it, and if a file changed shortly before it
        was read: it may have been read in the middle of being copied.
        """
        is_settled = self.files.last_change + _SETTLED_S < now
        return bool(self.lines) or not is_settled


@dataclass(frozen=True, slots=True)
class ContentSource:
    """The clinic's content in `folder`, or the shipped content in its place."""

    folder: Path
    loader: LibraryLoader

    @classmethod
    def of(
        cls, settings: Settings, content: Path | None = None, first: str = ""
    ) -> Self:
        """Return the folder `content`, or the clinic's, or the shipped one.

        `first` is the language to begin in, empty where the settings decide.
        """
        loader = LibraryLoader(
            clinic=settings.clinic,
            icons=icon_names(resources()),
            languages=settings.languages,
            first=first,
            policy=ShowPolicy(
                settings.show_unapproved, settings.hide_overdue_after_days
            ),
        )
        return cls(content or settings.content or _shipped(), loader)

    @property
    def depends_on_day(self) -> bool:
        """Whether other pages may be shown tomorrow, of the same files."""
        return not self.loader.policy.shows_all

    def load(self, *, is_open: bool = True) -> Library:
        """Return the whole library of the folder, or raise `KioskError`."""
        return self.loader.load(Snapshot.take(self.folder), is_open=is_open)

    def open(self, *, is_open: bool) -> Edition:
        """Return the first page's content; raises `KioskError` if there is none."""
        try:
            files = Snapshot.take(self.folder)
            return Edition(self.loader.open(files, is_open=is_open), files)
        except KioskError as error:
            files = Snapshot.take(_shipped())
            library = self._lenient.open(files, is_open=is_open)
            return Edition(library, files, _fault(error, _SHIPPED))

    def complete(self, edition: Edition, *, is_open: bool) -> Edition:
        """Return the whole library of the same files, or else of the shipped ones.

        No file of the folder is read.
        """
        loader = self._lenient if self._is_shipped(edition) else self.loader
        try:
            load = edition.kept.load
            library, kept = load(loader, edition.files, is_open=is_open)
            library = self._with_lowered_advice(library, edition.files)
        except KioskError as error:
            return self._shipped_for(edition, error, is_open=is_open)
        return replace(edition, library=library, kept=kept)

    def read_again(self, edition: Edition, *, is_open: bool) -> Edition:
        """Return the folder as it is now; if it is unusable, the edition before."""
        try:
            files = Snapshot.take(self.folder)
            if _is_same(files, edition.files) and not edition.fault:
                return replace(edition, files=files)
            library, kept = edition.kept.load(self.loader, files, is_open=is_open)
            library = self._with_lowered_advice(library, files)
            return Edition(library, files, kept=kept)
        except KioskError as error:
            stays = _SHIPPED if self._is_shipped(edition) else _LAST_GOOD
            return replace(edition, fault=_fault(error, stays))

    def _with_lowered_advice(self, library: Library, files: Snapshot) -> Library:
        """Add to a library's problems each card and level that became less urgent.

        The shipped content is not checked: others are compared with it.
        """
        if files.folder == _shipped():
            return library
        from kiosk.authoring.check.gate import lowered_advice

        loader = self.loader
        lowered = lowered_advice(files, library, loader.clinic, loader.today())
        new = (it for it in lowered if it not in library.problems)
        return replace(library, problems=(*library.problems, *new))

    def _shipped_for(
        self, edition: Edition, error: KioskError, *, is_open: bool
    ) -> Edition:
        """Return the shipped content whole; `edition` where even that is unusable."""
        fault = _fault(error, _SHIPPED)
        try:
            files = Snapshot.take(_shipped())
            library = self._lenient.load(files, is_open=is_open)
        except KioskError:
            return replace(edition, fault=fault)
        return Edition(library, files, fault)

    def _is_shipped(self, edition: Edition) -> bool:
        """Return whether an edition is the shipped content, in place of another."""
        return edition.files.folder != self.folder

    @property
    def _lenient(self) -> LibraryLoader:
        """A loader for which no language has to be there."""
        return replace(self.loader, languages=(), first="")


def _shipped() -> Path:
    return resources() / "content"


def _is_same(one: Snapshot, other: Snapshot) -> bool:
    return (one.folder, one.fingerprint) == (other.folder, other.fingerprint)


def _fault(error: KioskError, shown: str) -> tuple[str, ...]:
    first, *others = error.lines
    return (f"{first}; {shown}, and {_AGAIN}", *others)
