"""Load and save what staff set on the screen; report a file that fails."""

from kiosk.app.problems import Reporter
from kiosk.domain.device_settings import DeviceSettings
from kiosk.errors import StateError
from kiosk.files.device_settings import DeviceSettingsFile


class StoredSettings:
    """The settings of this device; `current` are those that hold now."""

    def __init__(self, file: DeviceSettingsFile, report: Reporter) -> None:
        self._file = file
        self._report = report
        self.current = self._load()

    def save(self, settings: DeviceSettings) -> None:
        """Have these hold, and keep them for the next start."""
        self.current = settings
        try:
            self._file.write(settings)
        except StateError as error:
            self._report(f"{error}; what staff set lasts until the next start")

    def _load(self) -> DeviceSettings:
        try:
            return self._file.read()
        except StateError as error:
            self._report(f"{error}; what staff set on the screen is lost")
            return DeviceSettings()
