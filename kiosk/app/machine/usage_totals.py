"""Count how many visits open each page, if the clinic wants to know.

What one visit has opened is forgotten with it. The file is written at a time that says
nothing of a visitor: once the clinic is closed for the day, when the day is over, or
with the end of the program.
"""

from collections import Counter
from datetime import date

from PySide6.QtCore import QObject, QTimer

from kiosk.app.services import Services
from kiosk.domain.mode import Mode
from kiosk.domain.opening_hours import Hours
from kiosk.errors import StateError
from kiosk.files.usage_totals import TotalsFile
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell

LOOK_MS = 600_000


class UsageTotals(QObject):
    """Count visits, and write a day of them once."""

    def __init__(
        self,
        file: TotalsFile,
        shell: Shell,
        visitor_mode: VisitorMode,
        hours: Hours,
        services: Services,
    ) -> None:
        super().__init__(shell)
        self._file = file
        self._shell = shell
        self._visitor_mode = visitor_mode
        self._hours = hours
        self._now = services.clock.now
        self._report = services.report
        self._opened: set[str] = set()
        self._days: dict[date, Counter[str]] = {}
        self._written: date | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.write_what_is_over)
        self._timer.start(LOOK_MS)
        shell.session_started.connect(self._attach)
        visitor_mode.mode_changed.connect(self._count)
        visitor_mode.visit_ended.connect(self._opened.clear)
        if shell.session:
            self._attach(shell.session)

    def write_what_is_over(self) -> None:
        """Write the days that are over, of which the clinic's present one may be."""
        now = self._now()
        today = now.date()
        for day in [it for it in self._days if it != today]:
            self._write(day)
        if today in self._days and self._hours.is_over(now):
            self._write(today)

    def end(self) -> None:
        """Write all: the program ends."""
        self._timer.stop()
        for day in [*self._days]:
            self._write(day)

    def _attach(self, session: Session) -> None:
        session.changed.connect(self._count)

    def _count(self) -> None:
        """Count the open page, if this visit has not opened it before."""
        session = self._shell.session
        if not session or self._visitor_mode.mode is not Mode.VISIT:
            return
        page, today = session.visit.page, self._now().date()
        if page not in self._opened and today != self._written:
            self._opened.add(page)
            self._days.setdefault(today, Counter())[page] += 1

    def _write(self, day: date) -> None:
        counts = self._days.pop(day)
        self._written = day
        try:
            self._file.add(day.isoformat(), counts)
        except StateError as error:
            self._report(*error.lines)
