"""Print pages to take home through CUPS, and leave no job behind when a visit ends."""

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment
from shiboken6 import isValid

from kiosk.files.settings import Settings

MOST_SHEETS = 4
"""Of one visit: nobody empties the tray."""

_COMMAND = "from kiosk.cli import main; raise SystemExit(main())"
_JOB = re.compile(r"request id is (\S+)")
_HOW = "write the name that `lpstat -e` prints as handout.print in the settings"


class Printing(QObject):
    """Makes each sheet in a process of its own and hands it to `lp`, through no file.

    `lp` and `cancel` are those of CUPS; a test has others. What goes wrong is reported,
    without the page's name.
    """

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        report: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._queue = settings.printer
        self._places = ["--config", str(settings.path), "--content", str(folder)]
        self._report = report
        self._running: list[QProcess] = []
        self._jobs: list[str] = []
        self._sheets = 0

    @property
    def print_page(self) -> Callable[[str, str], bool] | None:
        """What prints the page of a language; None where nothing is printed."""
        return self._print_page if self._queue else None

    def clear(self) -> None:
        """Stop what is being made, and take this visit's jobs out of the queue."""
        for process in self._running[:]:
            process.kill()
        self._running.clear()
        self._sheets = 0
        if self._jobs:
            cancel = self._process("cancel", [*self._jobs])
            cancel.finished.connect(cancel.deleteLater)
            self._jobs.clear()
            cancel.start()

    def _print_page(self, page: str, language: str) -> bool:
        """Send a page to the printer; return whether there was still paper for it."""
        if self._sheets == MOST_SHEETS:
            return False
        self._sheets += 1
        options = ["-o", "sides=two-sided-long-edge", "-t", "kiosk", "-"]
        send = self._process("lp", ["-d", self._queue, *options])
        what = ["handout", page, "--language", language, "-o", "-", *self._places]
        make = self._process(sys.executable, ["-c", _COMMAND, *what])
        make.setStandardOutputProcess(send)
        make.finished.connect(partial(self._made, make))
        send.finished.connect(partial(self._sent, send))
        self._running += [make, send]
        send.start()
        make.start()
        return True

    def _process(self, program: str, arguments: list[str]) -> QProcess:
        process = QProcess(self)
        plain = QProcessEnvironment.systemEnvironment()
        plain.insert("LC_ALL", "C.UTF-8")  # what `lp` answers is read
        process.setProcessEnvironment(plain)
        process.setProgram(program)
        process.setArguments(arguments)
        process.errorOccurred.connect(partial(self._not_started, process))
        return process

    def _made(self, make: QProcess, status: int, _: object) -> None:
        if not isValid(make):  # Qt ends it with the program
            return
        if make in self._running:
            self._running.remove(make)
            if status:
                said = bytes(make.readAllStandardError().data()).decode(
                    "utf-8", "replace"
                )
                self._report(
                    f"a page was not printed: {said.strip().rpartition(chr(10))[2]}"
                )
        make.deleteLater()

    def _sent(self, send: QProcess, status: int, _: object) -> None:
        """Remember the job; one that was sent when the visit was over is not kept."""
        if not isValid(send):
            return
        said = bytes(send.readAllStandardOutput().data()).decode("utf-8", "replace")
        if found := _JOB.search(said):
            self._jobs.append(found[1])
        if send not in self._running:
            self.clear()
        else:
            self._running.remove(send)
            if status:
                self._report(f"a page was not printed on {self._queue!r}; {_HOW}")
        send.deleteLater()

    def _not_started(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            name = process.program()
            self._report(
                f"{name} cannot be started; install cups-client, or set no printer"
            )
