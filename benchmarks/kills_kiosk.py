"""A kiosk that reads its content and writes its state all the time, to be killed.

`python -m benchmarks.kills_kiosk --config clinic.toml`. It prints a line of JSON once
all its content is read, and whenever other content is shown; `saved N` when a state is
kept.
"""

import json
import os
import sys

from PySide6.QtCore import QObject, QTimer

from kiosk import cli
from kiosk.app import content_watch, run
from kiosk.app.content_service import ContentService
from kiosk.domain.device_settings import VOLUMES, DeviceSettings
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.files.paths import state_path

_LOOK_MS = 40
_WRITE_MS = 3


class Churn(QObject):
    """Reads the content again and writes the state, as often as the machine can."""

    def __init__(self, parent: QObject, content: ContentService) -> None:
        super().__init__(parent)
        self._content = content
        self._state = DeviceSettingsFile(state_path())
        self._found = self._state.read()
        self._saved = int(self._found.width_mm)
        self._last = ""
        content.idle.connect(self._tell)
        self._timers = [QTimer(self), QTimer(self)]
        self._timers[0].timeout.connect(content.look_again)
        self._timers[1].timeout.connect(self._save)

    def _tell(self) -> None:
        """Print what is read: the window shows it as soon as it may."""
        self._content.show_latest()
        library = self._content.library
        told = {
            "fingerprint": library.fingerprint,
            "lines": [*self._content.fault, *library.lines],
            "left_out": library.left_out,
            "titles": [it.title for pack in library.ready_packs for it in pack.pages],
            "width_mm": self._found.width_mm,
            "volume": self._found.volume,
        }
        if (line := json.dumps(told)) != self._last:
            _say(line)
        if not self._last:
            self._timers[0].start(_LOOK_MS)
            self._timers[1].start(_WRITE_MS)
        self._last = line

    def _save(self) -> None:
        self._saved += 1
        volume = VOLUMES[self._saved % len(VOLUMES)]
        self._state.write(DeviceSettings(width_mm=self._saved, volume=volume))
        _say(f"saved {self._saved}")


class ProgramToKill(run.Program):
    """The program, with a churn in it."""

    def start(self) -> None:
        """Start, and churn once all content is read."""
        super().start()
        kiosk, _ = self.working()
        if kiosk:
            Churn(self, kiosk.content)


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    content_watch.SETTLE_MS = 0
    run.Program = ProgramToKill  # type: ignore[misc]
    sys.exit(cli.main(sys.argv[1:]))
