"""Keep what staff set on the screen itself.

The file is replaced whole, so that a power cut leaves the old one or the new one.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.device_settings import DeviceSettings
from kiosk.errors import StateError
from kiosk.files.parsing import blaming, read_json


@dataclass(frozen=True, slots=True)
class DeviceSettingsFile:
    """The file at `path`; no such file is as good as an empty one."""

    path: Path

    def read(self) -> DeviceSettings:
        """Return the settings in the file; raises `StateError` if it cannot be read."""
        with blaming(self.path, StateError):
            if not self.path.exists():
                return DeviceSettings()
            return read_json(self.path, DeviceSettings)

    def write(self, kept: DeviceSettings) -> None:
        """Keep this instead; raises `StateError` if it cannot be written."""
        import msgspec

        draft = self.path.with_suffix(".new")
        with blaming(self.path, StateError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                file.write(msgspec.json.encode(kept))
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.path)
