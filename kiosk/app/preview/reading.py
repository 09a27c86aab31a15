"""Read a clinic's files for its author: what can be shown, and everything wrong.

Of a file with a mistake that keeps it off the screen the last good version is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.app.undrawn_pictures import without_undrawn
from kiosk.authoring.check.gate import check_files
from kiosk.authoring.check.subject import Subject
from kiosk.content.library import Library
from kiosk.errors import ContentError, KioskError, Problem, Severity
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
        self._settings = load_settings(config)
        self._good: dict[Path, bytes] = {}
        self._last: Edition | None = None
        files = Snapshot.take(folder)
        subject = check_files(files, self._settings)
        if not subject.library:
            raise ContentError(*subject.problems)
        self._last = self._edition(subject, subject.library, self._settings.problems)

    @property
    def last(self) -> Edition:
        """The edition read last."""
        assert self._last
        return self._last

    def read(self) -> Edition:
        """Return the files as they are now; of what is unusable, as it was before."""
        self._settings = load_settings(self._config)
        wrong = self._settings.problems
        try:
            files = Snapshot.take(self._folder)
        except ContentError as error:
            return self._still((*wrong, *error.problems))
        subject = check_files(files, self._settings)
        library = self._mended(subject)
        if not library:
            return self._still((*wrong, *subject.problems))
        self._last = self._edition(subject, library, wrong)
        return self._last

    def _still(self, problems: Iterable[Problem]) -> Edition:
        self._last = replace(self.last, problems=tuple(problems))
        return self._last

    def _mended(self, subject: Subject) -> Library | None:
        """Return the library with the last good version of each file that has none."""
        library, files = subject.library, subject.files
        if not (broken := self._broken(subject)):
            return library
        good = {path: self._good[path] for path in broken}
        try:
            return self._loader.load(replace(files, files={**files.files, **good}))
        except KioskError:
            return library

    def _broken(self, subject: Subject) -> set[Path]:
        """Return the files that were good before and have an error now."""
        files, good = subject.files.files, self._good
        wrong = _in_error(subject)
        for path in files.keys() - wrong if subject.library else ():
            good[path] = files[path]
        return {it for it in wrong & good.keys() if files.get(it) != good[it]}

    @property
    def _loader(self) -> LibraryLoader:
        return LibraryLoader(
            clinic=self._settings.clinic, icons=icon_names(resources())
        )

    def _edition(
        self, subject: Subject, library: Library, wrong: Iterable[Problem]
    ) -> Edition:
        self._broken(subject)
        drawn = without_undrawn(library)
        undrawn = drawn.problems[len(library.problems) :]
        problems = dict.fromkeys((*wrong, *subject.problems, *undrawn))
        saved = subject.files.last_change
        return Edition(subject.settings, drawn, tuple(problems), saved)


def _in_error(subject: Subject) -> set[Path]:
    """Return the files that are not shown as they are written."""
    problems = subject.library.problems if subject.library else subject.problems
    return {it.path for it in problems if it.severity is Severity.ERROR}
