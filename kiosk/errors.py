"""Every failure the kiosk expects, as one small tree.

KioskError
├── UsageError         the command line asks for something that does not exist
├── DisplayError       there is no screen, or Qt cannot use it
└── FileError          something in a file is wrong; says which file and what
    ├── SettingsError  the settings file cannot be used
    ├── ContentError   a page, a pack of words or the checklist is malformed
    ├── ThemeError     a theme, a style sheet, an icon or a font is malformed
    └── StateError     what staff set on the screen cannot be kept or read back
"""

from pathlib import Path


class KioskError(Exception):
    """A failure that staff can read and act on; its text is one line."""


class UsageError(KioskError):
    """The command line asks for something that does not exist."""


class DisplayError(KioskError):
    """There is no screen, or Qt cannot use it."""


class FileError(KioskError):
    """Something in a file is wrong; says which file, what and what to do."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {' '.join(problem.split())}")
        self.path = path


class SettingsError(FileError):
    """The settings file cannot be used."""


class ContentError(FileError):
    """A page, a pack of words or the checklist is malformed."""


class ThemeError(FileError):
    """A theme, a style sheet, an icon or a font is malformed."""


class StateError(FileError):
    """What staff set on the screen cannot be kept or read back."""
