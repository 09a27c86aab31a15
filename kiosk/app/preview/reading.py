"""Read a clinic's files for its author: what can be shown, and everything wrong.

Of a file with a mistake that keeps it off the screen the last good version is shown;
drafts are shown, too.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.app.missing_letters import letters_without_font
from kiosk.app.undrawn_pictures import without_undrawn
from kiosk.authoring.check.gate import with_rules
from kiosk.authoring.check.subject import Subject
from kiosk.content.library import Library
from kiosk.errors import ContentError, FileError, Problem, Severity
from kiosk.files.body_memory import BodyMemory
from kiosk.files.front_matter import is_draft
from kiosk.files.library import LibraryLoader
from kiosk.files.paths import resources
from kiosk.files.settings import Settings, load_settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.themes import icon_names


class Edition(Struct, frozen=True):
    """What one reading brought: a library to show, and the problems of the files.

    `kept` are the files of which an earlier version is shown.
    `saved` is when a file last changed, in seconds since 1970.
    """

    settings: Settings
    library: Library
    problems: tuple[Problem, ...] = ()
    kept: frozenset[Path] = frozenset()
    saved: float = 0.0

    def shows_as(self, other: "Edition") -> bool:
        """Check whether the same is on the screen."""
        same = self.library.shows_as(other.library)
        return same and self.settings == other.settings


class PreviewReader:
    """Reads the content in `folder` again and again, and the settings in `config`."""

    def __init__(self, folder: Path, config: Path | None) -> None:
        """Read both; raises `ContentError` if there is no such folder.

        Where nothing can be shown of it, that is the content that came along.
        """
        Snapshot.take(folder)
        self._folder = folder
        self._config = config
        self._good: dict[Path, bytes] = {}
        self._memory = BodyMemory()
        self._subject = self._loaded()
        self._keep_good()
        self._last = self._edition(self._subject.library or self._shipped())

    @property
    def last(self) -> Edition:
        """The edition read last."""
        return self._last

    def read(self) -> Edition:
        """Return the files as they are now; of what is unusable, as it was before."""
        self._subject = self._loaded()
        self._keep_good()
        library, kept = self._mended()
        self._last = self._edition(library or self._last.library, kept)
        return self._last

    def check(self) -> Edition:
        """Return the same edition, with everything that is wrong: this takes longer."""
        last, checked = self._last, with_rules(self._subject).problems
        found = (*last.problems, *checked, *letters_without_font(last.library))
        return replace(last, problems=tuple(dict.fromkeys(found)))

    def _shipped(self) -> Library:
        files = Snapshot.take(resources() / "content")
        library, problems = self._library(files, self._subject.settings)
        if not library:
            raise ContentError(*problems)
        return library

    def _loaded(self) -> Subject:
        """Return what is in the files, as far as it can be read."""
        settings = load_settings(self._config)
        wrong, files = settings.problems, Snapshot(folder=self._folder, files={})
        try:
            files = Snapshot.take(self._folder)
        except ContentError as error:
            return Subject(files, settings, problems=(*wrong, *error.problems))
        library, problems = self._library(files, settings)
        return Subject(files, settings, library, (*wrong, *problems))

    def _library(
        self, files: Snapshot, settings: Settings
    ) -> tuple[Library | None, tuple[Problem, ...]]:
        """Return the library of these files, if one can be made, and the problems."""
        loader = LibraryLoader(
            clinic=settings.clinic,
            icons=icon_names(resources()),
            drafts=True,
            memory=self._memory,
        )
        try:
            library = loader.load(files)
        except FileError as error:
            return None, error.problems
        return library, library.problems

    def _keep_good(self) -> None:
        """Keep the files that are shown as they are written."""
        files, wrong = self._subject.files.files, _in_error(self._subject.problems)
        for path in files.keys() - wrong if self._subject.library else ():
            self._good[path] = files[path]

    def _mended(self) -> tuple[Library | None, frozenset[Path]]:
        """Return the library with the last good version of each file that has one.

        A file that is mended may let another one be seen that is wrong.
        """
        library, files = self._subject.library, dict(self._subject.files.files)
        problems, kept = self._subject.problems, set[Path]()
        while broken := self._broken(problems, files):
            kept |= broken
            files |= {path: self._good[path] for path in broken}
            mended = replace(self._subject.files, files=files)
            library, problems = self._library(mended, self._subject.settings)
        return library, frozenset(kept)

    def _broken(
        self, problems: Iterable[Problem], files: Mapping[Path, bytes]
    ) -> set[Path]:
        """Return the files with an error of which there is a better version."""
        known = _in_error(problems) & self._good.keys()
        return {path for path in known if files.get(path) != self._good[path]}

    def _edition(
        self, library: Library, kept: frozenset[Path] = frozenset()
    ) -> Edition:
        drawn = without_undrawn(library)
        undrawn = drawn.problems[len(library.problems) :]
        drafts = _drafts(self._subject.files)
        problems: Iterable[Problem] = (*self._subject.problems, *undrawn, *drafts)
        return Edition(
            settings=self._subject.settings,
            library=drawn,
            problems=tuple(dict.fromkeys(problems)),
            kept=kept,
            saved=self._subject.files.last_change,
        )


def _in_error(problems: Iterable[Problem]) -> set[Path]:
    """Return the files that are not shown as they are written."""
    return {it.path for it in problems if it.severity is Severity.ERROR}


def _drafts(files: Snapshot) -> Iterator[Problem]:
    """Yield a warning for each page that is in the preview alone."""
    for path in files.paths("*/*.md"):
        if path in files.files and is_draft(
            files.files[path].decode("utf-8", "replace")
        ):
            yield Problem(
                path,
                severity=Severity.WARNING,
                message="is a draft, so it is not on the wall",
                remedy='delete the line "draft" when it is done',
            )
