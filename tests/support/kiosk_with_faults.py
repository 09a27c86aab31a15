"""The kiosk, in which something goes wrong when a test says so. A program of its own.

    PYTHONPATH=. python tests/support/kiosk_with_faults.py FOLDER [--config FILE]

A file in FOLDER by the name of a fault makes it happen, once:

    block    the window's thread waits for ever, in Python
    blank    the whole window is of one colour
    trouble  a bug on the way to each first page
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from kiosk import cli
from kiosk.app import run

_LOOK_MS = 50


class Faults:
    """Look for the name of a fault, and let it happen."""

    def __init__(self, shell, folder):
        self._shell = shell
        self._folder = folder
        self._timer = QTimer(shell)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def _look(self):
        for name in ("block", "blank", "trouble"):
            path = self._folder / name
            if path.exists():
                path.unlink()
                getattr(self, f"_{name}")()

    def _block(self):
        while True:
            time.sleep(1)

    def _blank(self):
        cover = QWidget(self._shell)
        cover.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        cover.setStyleSheet("background: #888888")
        cover.setGeometry(self._shell.rect())
        cover.show()
        cover.raise_()

    def _trouble(self):
        def fail():
            raise RuntimeError

        self._shell.build_session = fail
        self._shell.finish = fail
        fail()


class ProgramWithFaults(run.Program):
    def start(self):
        super().start()
        self._faults = Faults(self.shell, Path(sys.argv[1]))


if __name__ == "__main__":
    run.Program = ProgramWithFaults
    sys.exit(cli.main(sys.argv[2:]))
