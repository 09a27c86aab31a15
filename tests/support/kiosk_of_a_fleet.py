"""A kiosk that looks at its content every second. A program of its own.

    PYTHONPATH=. python tests/support/kiosk_of_a_fleet.py FOLDER [--config FILE]

Content whose fingerprint is in the file FOLDER/blank leaves its whole window blank.
"""

import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from kiosk import cli
from kiosk.app import content_service, content_watch, run
from kiosk.app.machine import fleet_report

EVERY_MS = 1000
_BLANK_WITHIN_MS = 20


class Cover(QWidget):
    """One colour over the whole window, for as long as it has the content to blank."""

    def __init__(self, shell, path):
        super().__init__(shell)
        self._path = path
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet("background: #888888")
        self.hide()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._follow)
        self._timer.start(_BLANK_WITHIN_MS)

    def _follow(self):
        service = self.window().findChild(content_service.ContentService)
        blank = ""
        with suppress(OSError):
            blank = self._path.read_text()
        self.setGeometry(self.window().rect())
        self.setVisible(bool(service) and service.library.fingerprint == blank)
        self.raise_()


class ProgramOfAFleet(run.Program):
    def start(self):
        super().start()
        self._cover = Cover(self.shell, Path(sys.argv[1]) / "blank")


if __name__ == "__main__":
    content_service.LOOK_AGAIN_MS = EVERY_MS
    content_watch.SETTLE_MS = EVERY_MS
    fleet_report.EVERY_MS = EVERY_MS
    run.Program = ProgramOfAFleet
    sys.exit(cli.main(sys.argv[2:]))
