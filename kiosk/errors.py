"""Every failure the kiosk expects, as one small tree; and the problems of files.

KioskError
├── UsageError         the command line asks for something that does not exist
├── DisplayError       there is no screen, or Qt cannot use it
└── FileError          something in a file is wrong; carries one or more problems
    ├── SettingsError  the settings file cannot be used
    ├── ContentError   a page, a pack of words or the checklist is malformed
    ├── ThemeError     a theme, a style sheet, an icon or a font is malformed
    └── StateError     the settings made on the screen cannot be saved or read back
"""

from enum import Enum
from pathlib import Path
from typing import ClassVar, NamedTuple


class Severity(Enum):
    """Whether the file, or the part of it, is used in spite of the problem."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One thing that is wrong in a file; `str` of it is one line for staff.

    `line` counts from 1 and is 0 where no single line is to blame. `remedy` says what
    to write instead, in the imperative.
    """

    path: Path
    message: str
    remedy: str = ""
    line: int = 0
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        text = "; ".join(filter(None, (self.message, self.remedy)))
        return " ".join(f"{place}: {text}".split())


class EntryError(ValueError):
    """An entry of a file was written wrong: `message` says how, `remedy` what to write.

    `key` is its place in the file, such as `clinic.name`; the reader of the file puts
    the outer part of it before the inner one. `line` counts from 1 where it is known.
    Several of one file travel together in an `ExceptionGroup`.
    """

    def __init__(
        self, message: str, remedy: str = "", *, key: str = "", line: int = 0
    ) -> None:
        super().__init__("; ".join(filter(None, (message, remedy))))
        self.message = message
        self.remedy = remedy
        self.key = key
        self.line = line

    def under(self, key: str) -> "EntryError":
        """Return the same, with its place inside of `key`."""
        dot = "." if key and self.key and not self.key.startswith("[") else ""
        place = f"{key}{dot}{self.key}"
        return EntryError(self.message, self.remedy, key=place, line=self.line)


class KioskError(Exception):
    """A failure that staff can read and act on; its text is one line."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The problems for staff, a line each."""
        return (str(self),)


class UsageError(KioskError):
    """The command line asks for something that does not exist."""

    def __init__(self, first: str, *others: str) -> None:
        super().__init__("; ".join((first, *others)))
        self._lines = (first, *others)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is wrong, a line each."""
        return self._lines


class DisplayError(KioskError):
    """There is no screen, or Qt cannot use it."""


class FileError(KioskError):
    """Something in a file is wrong; its text is that of the first problem.

    `if_absent` is what to do if there is no such file.
    """

    if_absent: ClassVar[str] = ""

    def __init__(self, first: Problem, *others: Problem) -> None:
        more = f" (and {len(others)} more)" if others else ""
        super().__init__(f"{first}{more}")
        self.problems = (first, *others)

    @property
    def path(self) -> Path:
        """The file that the first problem is in."""
        return self.problems[0].path

    @property
    def lines(self) -> tuple[str, ...]:
        """The problems for staff, a line each."""
        return tuple(map(str, self.problems))


class SettingsError(FileError):
    """The settings file cannot be used."""

    if_absent = "give the path of one that is there"


class ContentError(FileError):
    """A page, a pack of words or the checklist is malformed."""

    if_absent = 'put it back; "kiosk new clinic" makes a folder that has one'


class ThemeError(FileError):
    """A theme, a style sheet, an icon or a font is malformed."""

    if_absent = "install kiosk again"


class StateError(FileError):
    """The settings made on the screen cannot be saved or read back."""
