"""The kiosk, with a clock that a test moves on. It is a program of its own.

    PYTHONPATH=. python tests/e2e/clocked.py STATE [--config FILE]

Each line on its input is done, and answered by a line: `pass SECONDS` lets time pass,
`phase` names who is there,
`answers` counts what the visitor has touched, `sweep` counts the sessions and visits
that are alive, `before` names what stands before the session.
"""

import gc
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSocketNotifier

from kiosk import app
from kiosk.domain.clock import Clock
from kiosk.domain.visit import Visit
from kiosk.ui.attendant import Attendant
from kiosk.ui.session import Session


class Clocked:
    """Do what the lines say."""

    def __init__(self, kiosk, wall):
        self._kiosk = kiosk
        self._wall = wall

    def answer(self, line):
        deed, *said = line.split()
        return getattr(self, f"_{deed}")(*said)

    def _pass(self, seconds):
        self._wall["passed"] += float(seconds)
        attendant = self._kiosk.shell.findChild(Attendant)
        attendant.guard.tick()
        attendant.look_at_the_clock()
        return "passed"

    def _phase(self):
        return self._kiosk.shell.findChild(Attendant).guard.phase.name

    def _answers(self):
        return len(self._kiosk.shell.session.visit.answers)

    def _sweep(self):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        alive = [thing for thing in gc.get_objects() if isinstance(thing, Session)]
        visits = [thing for thing in gc.get_objects() if type(thing) is Visit]
        return f"{len(alive)} {sum(bool(visit.answers) for visit in visits)}"

    def _before(self):
        cover = self._kiosk.shell.cover_shown
        return type(cover).__name__


def main(state, arguments):
    """Run until told to end."""
    wall = {"passed": 0.0}
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    clock = Clock(
        lambda: wall["passed"], lambda: noon + timedelta(seconds=wall["passed"])
    )
    report = app.Reporter()
    application = app.new_application(report)
    around = app.Surroundings(clock, app.StateFile(state), report)
    config = Path(arguments[1]) if arguments else None
    kiosk = app.Kiosk(application, app.Wishes(config=config), around)
    app.end_when_told(application)
    kiosk.start()
    clocked = Clocked(kiosk, wall)

    def read():
        if line := sys.stdin.readline():
            sys.stdout.write(f"{clocked.answer(line)}\n")
            sys.stdout.flush()
        else:
            application.exit(0)

    orders = QSocketNotifier(0, QSocketNotifier.Type.Read, application)
    orders.activated.connect(lambda: read())
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
