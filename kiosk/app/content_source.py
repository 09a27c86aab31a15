"""Choose the content to show: the clinic's, the last good one, or what came along.

No clock, thread or window is in it: see `content_service`.
"""

from pathlib import Path
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from kiosk.app.edition import LAST_GOOD, Edition, LastLook
from kiosk.content.library import Library
from kiosk.content.withholding import ShowPolicy
from kiosk.errors import KioskError, Problem
from kiosk.files.library import LibraryLoader
from kiosk.files.paths import resources
from kiosk.files.settings import Settings
from kiosk.files.snapshot import Snapshot, stamp_of
from kiosk.files.themes import icon_names

_SHIPPED = "the content that came with the program is shown instead"
_AGAIN = "this folder is read again within a minute"


class ContentSource(Struct, frozen=True):
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

    def is_own(self, edition: Edition) -> bool:
        """Check whether an edition is of the folder, and not one in its place."""
        return edition.files.folder == self.folder

    def load(self, *, is_open: bool = True) -> Library:
        """Return the whole library of the folder, or raise `KioskError`."""
        return self.loader.load(Snapshot.take(self.folder), is_open=is_open)

    def open(self, *, is_open: bool) -> Edition:
        """Return the first page's content; raises `KioskError` if there is none."""
        try:
            files = Snapshot.take(self.folder)
            library = self.loader.open(files, is_open=is_open)
            return Edition(library, files, last_look=LastLook.of(files))
        except KioskError as error:
            files = Snapshot.take(_shipped())
            library = self._lenient.open(files, is_open=is_open)
            return Edition(library, files, _fault(error, _SHIPPED))

    def complete(self, edition: Edition, *, is_open: bool) -> Edition:
        """Return the whole library of the same files, or else of the shipped ones.

        No file of the folder is read.
        """
        loader = self.loader if self.is_own(edition) else self._lenient
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
        except KioskError as error:
            return self._without(edition, error, LastLook())
        if files.is_same(edition.files) and not edition.fault:
            return replace(edition, files=files, last_look=LastLook.of(files))
        return self._made_of(files, edition, is_open=is_open)

    def read_new(self, edition: Edition, *, is_open: bool) -> Edition:
        """Return the folder as it is now; the edition before if that has new errors.

        While the shipped content is shown in place of the clinic's, the clinic's is
        taken with errors, too: its pages without a mistake are shown.
        """
        try:
            files = Snapshot.take(self.folder)
        except KioskError as error:
            return self._without(edition, error, LastLook())
        if stamp_of(self.folder) != files.stamp:  # it is changing: it is read later
            return edition
        return self._unless_worse(files, edition, is_open=is_open)

    def _unless_worse(
        self, files: Snapshot, edition: Edition, *, is_open: bool
    ) -> Edition:
        """Return the edition of these files, or the one before without their errors."""
        if files.fingerprint == edition.last_look.fingerprint:
            return replace(edition, last_look=LastLook.of(files))
        if errors := self._new_errors(edition, files):
            return edition.instead_of(files, errors)
        return self._made_of(files, edition, is_open=is_open)

    def _new_errors(self, edition: Edition, files: Snapshot) -> tuple[Problem, ...]:
        if not self.is_own(edition):
            return ()
        from kiosk.app.content_gate import new_errors

        return new_errors(edition.files, files, self.loader)

    def _made_of(self, files: Snapshot, edition: Edition, *, is_open: bool) -> Edition:
        """Return the edition of these files; if they are unusable, the one before."""
        last_look = LastLook.of(files)
        try:
            library, kept = edition.kept.load(self.loader, files, is_open=is_open)
        except KioskError as error:
            return self._without(edition, error, last_look)
        library = self._with_lowered_advice(library, files)
        return Edition(library, files, kept=kept, last_look=last_look)

    def _without(
        self, edition: Edition, error: KioskError, last_look: LastLook
    ) -> Edition:
        """Return the edition before, with the error that leaves it in its place."""
        stays = LAST_GOOD if self.is_own(edition) else _SHIPPED
        return replace(edition, fault=_fault(error, stays), last_look=last_look)

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

    @property
    def _lenient(self) -> LibraryLoader:
        """A loader for which no language has to be there."""
        return replace(self.loader, languages=(), first="")


def _shipped() -> Path:
    return resources() / "content"


def _fault(error: KioskError, shown: str) -> tuple[str, ...]:
    first, *others = error.lines
    return (f"{first}; {shown}, and {_AGAIN}", *others)
