"""Keep the status of the window in a file, for the processes of a fleet.

They have a network; the window has none, and is asked for nothing: it writes.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer

from kiosk.app.background import Background
from kiosk.app.problems import Reporter
from kiosk.files.exchange import Exchange, Message
from kiosk.ui.window.shell import Shell

EVERY_MS = 20_000
SOON_MS = 1_000
"""Once something else is in front, how long it is given to be painted."""


class FleetReport(QObject):
    """Write `report()`, as JSON, again and again.

    It is written at once where `subject()` is another: which content is shown, or why
    nothing works. Nothing that a visitor does makes it be written.
    """

    def __init__(
        self,
        fleet: Exchange,
        report: Callable[[], bytes],
        subject: Callable[[], object],
        problems: Reporter,
        shell: Shell,
    ) -> None:
        super().__init__(shell)
        self._fleet = fleet
        self._report = report
        self._subject = subject
        self._problems = problems
        self._written: object = None
        self._problem: object = None
        self._writing = Background(self)
        self._writing.done.connect(self._tell)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._write_what_is_new)
        shell.front_changed.connect(self._soon.start)
        self._again = QTimer(self)
        self._again.timeout.connect(self._write)
        self._again.start(EVERY_MS)
        self._write()

    @property
    def is_writing(self) -> bool:
        """Whether the report is being written."""
        return self._writing.is_working

    def end(self) -> None:
        """Take the report away: there is no window any more to report of."""
        self._soon.stop()
        self._again.stop()
        self._writing.stop()
        _remove(self._fleet)

    def _write_what_is_new(self) -> None:
        if self._subject() != self._written:
            self._write()

    def _write(self) -> None:
        self._written = self._subject()
        if told := self._report():
            self._writing.do(partial(_write, self._fleet, told))

    def _tell(self, problem: object) -> None:
        """Report why it cannot be written, once."""
        if problem and problem != self._problem:
            self._problems(str(problem))
        self._problem = problem


def _write(fleet: Exchange, told: bytes) -> str:
    """Write it; return what failed."""
    try:
        fleet.write_json(Message.REPORT, told)
    except OSError as error:
        path, why = fleet.path(Message.REPORT), error.strerror
        return (
            f"{path}: cannot be written: {why}; the fleet does not hear of this kiosk"
        )
    return ""


def _remove(fleet: Exchange) -> None:
    with suppress(OSError):
        fleet.remove(Message.REPORT)
