"""Keep what staff set on the screen itself.

The file is replaced whole, so that a power cut leaves the old one or the new one.
"""

from pathlib import Path

from msgspec import Struct

from kiosk.domain.device_settings import DeviceSettings
from kiosk.errors import Problem, StateError
from kiosk.files.parsing import blaming, read_json
from kiosk.files.paths import STATE_NAME
from kiosk.files.text_files import write_by_draft


class DeviceSettingsFile(Struct, frozen=True):
    """The file at `path`; no such file is as good as an empty one.

    For an account without a home there is no place for it: `path` is None.
    """

    path: Path | None

    def read(self) -> DeviceSettings:
        """Return the settings in the file; raises `StateError` if it cannot be read."""
        path = self._place()
        with blaming(path, StateError):
            if not path.exists():
                return DeviceSettings()
            return read_json(path, DeviceSettings)

    def write(self, kept: DeviceSettings) -> None:
        """Keep this instead; raises `StateError` if it cannot be written."""
        import msgspec

        path = self._place()
        draft = path.with_suffix(".new")
        with blaming(path, StateError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_by_draft(draft, path, msgspec.json.encode(kept))

    def _place(self) -> Path:
        if self.path:
            return self.path
        message = "there is no home folder to keep it in"
        remedy = "set HOME or XDG_STATE_HOME"
        raise StateError(Problem(Path(STATE_NAME), message=message, remedy=remedy))
