"""What the rules look at: the files of one clinic, and the library made of them."""

from dataclasses import dataclass

from kiosk.content.library import Library
from kiosk.errors import Problem, Severity
from kiosk.files.settings import Settings
from kiosk.files.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Subject:
    """One clinic's files as they were at one moment.

    `library` is None where nothing can be shown of them; `problems` are those found so
    far.
    """

    files: Snapshot
    settings: Settings
    library: Library | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether something is not shown as it was written."""
        return any(it.severity is Severity.ERROR for it in self.problems)
