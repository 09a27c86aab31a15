"""Read a clinic's files for its author: what can be shown, and everything wrong.

Of a file with a mistake that keeps it off the screen the last good version is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.app.undrawn_pictures import without_undrawn
from kiosk.authoring.check.gate import with_rules
from kiosk.authoring.check.subject import Subject
from kiosk.content.library import Library
from kiosk.errors import ContentError, FileError, KioskError, Problem, Severity
from kiosk.files.library import LibraryLoader
from kiosk.files.paths import resources
from kiosk.files.settings import Settings, load_settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.themes import icon_names


@dataclass(frozen=True, slots=True)
class Edition:
    """What one reading brought: a library to show, and the problems of the files.

    `saved` is when a file last changed, in seconds since 1970.
    """

    settings: Settings
    library: Library
    problems: tuple[Problem, ...] = ()
    saved: float = 0.0

    def shows_as(self, other: "Edition") -> bool:
        """Check whether the same is on the screen."""
        same = self.library.shows_as(other.library)
        return same and self.settings == other.settings


class PreviewReader:
    """Reads the content in `folder` again and again, and the settings in `config`."""

    def __init__(self, folder: Path, config: Path | None) -> None:
        """Read both; raises `KioskError` where nothing can be shown of them."""
        self._folder = folder
        self._config = config
        self._good: dict[Path, bytes] = {}
        self._subject = self._loaded()
        if not self._subject.library:
            raise ContentError(*self._subject.problems)
        self._keep_good()
        self._last = self._edition(self._subject.library)

    @property
    def last(self) -> Edition:
        """The edition read last."""
        return self._last

    def read(self) -> Edition:
        """Return the files as they are now; of what is unusable, as it was before."""
        self._subject = self._loaded()
        self._keep_good()
        library = self._mended() or self._last.library
        self._last = self._edition(library)
        return self._last

    def check(self) -> Edition:
        """Return the same edition, with everything that is wrong: this takes longer."""
        last, checked = self._last, with_rules(self._subject).problems
        return replace(last, problems=tuple(dict.fromkeys((*last.problems, *checked))))

    def _loaded(self) -> Subject:
        """Return what is in the files, as far as it can be read."""
        settings = load_settings(self._config)
        wrong, files = settings.problems, Snapshot(folder=self._folder, files={})
        try:
            files = Snapshot.take(self._folder)
            library = _loader(settings).load(files)
        except FileError as error:
            return Subject(files, settings, problems=(*wrong, *error.problems))
        return Subject(files, settings, library, (*wrong, *library.problems))

    def _keep_good(self) -> None:
        """Keep the files that are shown as they are written."""
        files = self._subject.files.files
        for path in files.keys() - self._in_error if self._subject.library else ():
            self._good[path] = files[path]

    def _mended(self) -> Library | None:
        """Return the library with the last good version of each file that has one."""
        files, settings = self._subject.files, self._subject.settings
        known = self._in_error & self._good.keys()
        broken = {it for it in known if files.files.get(it) != self._good[it]}
        if not broken:
            return self._subject.library
        good = {path: self._good[path] for path in broken}
        try:
            return _loader(settings).load(replace(files, files={**files.files, **good}))
        except KioskError:
            return self._subject.library

    @property
    def _in_error(self) -> set[Path]:
        """The files that are not shown as they are written."""
        problems = self._subject.problems
        return {it.path for it in problems if it.severity is Severity.ERROR}

    def _edition(self, library: Library) -> Edition:
        drawn = without_undrawn(library)
        undrawn = drawn.problems[len(library.problems) :]
        problems: Iterable[Problem] = (*self._subject.problems, *undrawn)
        return Edition(
            settings=self._subject.settings,
            library=drawn,
            problems=tuple(dict.fromkeys(problems)),
            saved=self._subject.files.last_change,
        )


def _loader(settings: Settings) -> LibraryLoader:
    return LibraryLoader(clinic=settings.clinic, icons=icon_names(resources()))
