"""Keep the last good settings, for a file that a power cut or a slip has emptied.

Without them the kiosk would show a stranger's name, and no number to call.
"""

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.errors import Problem, Severity
from kiosk.files.paths import resources, settings_paths
from kiosk.files.settings import Settings, load_settings, settings_in_text
from kiosk.files.text_files import read_text, write_whole

NAME = "clinic.kept.toml"
_HEAD = "# The last good settings in "


class KeptSettings(Struct, frozen=True):
    """The copy of the last good settings in `folder`; None where there is no place."""

    folder: Path | None

    def load(self, chosen: Path | None = None) -> Settings:
        """Return the settings of the file, or the kept ones if none of it can be read.

        The copy counts for its own file alone, also if that is gone from a place where
        settings are looked for.
        """
        settings = load_settings(chosen)
        may_be_gone = not chosen and _is_shipped(settings)
        if not may_be_gone and not settings.is_blank:
            return settings
        path, text = self._kept()
        is_gone = may_be_gone and path in settings_paths()
        if not text or not (is_gone or settings.path == path):
            return settings
        message = f"holds no setting, so those of {self._day:%Y-%m-%d} are used"
        remedy = f"put the file back; for the default settings delete {self._copy}"
        told = Problem(path, message=message, remedy=remedy)
        before = settings_in_text(path, text)
        return replace(before, problems=(told, *settings.problems))

    def keep(self, settings: Settings) -> None:
        """Keep a copy of the file of these settings, unless there is an error in it."""
        errors = any(it.severity is Severity.ERROR for it in settings.problems)
        is_own = not (settings.is_blank or _is_shipped(settings))
        if not self.folder or errors or not is_own:
            return
        with suppress(OSError, ValueError):  # on a full disk the copy before is kept
            text = f"{_HEAD}{settings.path}\n{read_text(settings.path)}"
            if text != self._read():
                self.folder.mkdir(parents=True, exist_ok=True)
                self._copy.touch(0o600)  # it has the PIN's hash
                write_whole(self._copy, text.encode())

    @property
    def _copy(self) -> Path:
        return (self.folder or Path()) / NAME

    @property
    def _day(self) -> date:
        return datetime.fromtimestamp(self._copy.stat().st_mtime, tz=UTC).date()

    def _kept(self) -> tuple[Path, str]:
        """Return whose copy it is, and its text; both are empty where there is none."""
        head, _, text = self._read().partition("\n")
        return Path(head.removeprefix(_HEAD)), text

    def _read(self) -> str:
        with suppress(OSError, ValueError):
            return read_text(self._copy) if self.folder else ""
        return ""


def _is_shipped(settings: Settings) -> bool:
    return settings.path.is_relative_to(resources())
