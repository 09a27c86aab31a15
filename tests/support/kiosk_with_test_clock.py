"""The kiosk, with a clock that a test moves on. It is a program of its own.

    PYTHONPATH=. python tests/support/kiosk_with_test_clock.py STATE [--config FILE]

Each line on its input is done, and answered by a line:

    pass SECONDS  let time pass
    mode          what the kiosk is doing
    content       whether all of the content is "read", or "being read"
    reread        have the content read again
    report        write the report for the fleet now, not in 20 seconds
    before        what stands before the session
    typed         how many digits of a PIN are typed
    answers       how many answers the visitor has touched
    changes       how often a touch has changed something on a page
    where         where somebody is who uses keys, and what came of it, as JSON
    sight         the page, how far it is read, and the buttons that a finger would
                  touch now with the middle of each, as JSON
    lifted        how often a finger was lifted from the glass
    voice         the pace and the volume of the reading voice
    memory        its PSS in KiB, and how many objects the window has
    sweep         how many sessions, and visits with answers, are alive
    visits COUNT  make so many more visits; tell its PSS in KiB, the window's objects,
                  and the median and 99th percentile of the seconds to be new again
"""

import gc
import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier
from PySide6.QtWidgets import QAbstractButton, QScrollArea
from visible_part import (
    visible_part,  # beside this program: an installed "tests" would hide ours
)

from kiosk.app import run
from kiosk.app.application import new_application
from kiosk.app.background import wait_for_the_last_piece
from kiosk.app.content_service import ContentService
from kiosk.app.garbage import GarbageCollector
from kiosk.app.machine.fleet_report import FleetReport
from kiosk.app.machine.process import end_when_told
from kiosk.domain.clock import Clock
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.reading_order import controls_in
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.window.session import Session

_ROOM_PX = 16


class Releases(QObject):
    """Count fingers and keys that were let go of, and know whether a key is down."""

    def __init__(self, parent):
        super().__init__(parent)
        self.fingers = 0
        self.keys = 0
        self.is_key_down = False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.KeyPress:
            self.is_key_down = True
        elif event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self.is_key_down = False
            self.keys += 1
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self.fingers += 1
        return False


def _room_around(control):
    """Return how high that is which a control is scrolled in, or nothing at all."""
    while control:
        if isinstance(control, QScrollArea):
            return control.viewport().height()
        control = control.parentWidget()
    return float("inf")


def _name(control):
    return control.objectName() or control.accessibleName()


def _is_bare(button):
    """Return whether a finger on the middle of a button touches it, and no other."""
    middle = button.rect().center()
    touched = button.window().childAt(button.mapTo(button.window(), middle))
    return touched is button or bool(touched and button.isAncestorOf(touched))


def _described(button, shell):
    return {
        "object": button.objectName(),
        "words": button.accessibleName(),
        "role": button.property("role"),
        "ticked": button.isChecked() if isinstance(button, TickRow) else None,
        "middle": button.mapTo(shell, button.rect().center()).toTuple(),
    }


class Clocked:
    """Do what the lines say."""

    def __init__(self, kiosk, wall):
        self._kiosk = kiosk
        self._wall = wall
        self._changed = 0
        self._visited = 0
        self._collector = QCoreApplication.instance().findChild(GarbageCollector)
        kiosk.shell.session_started.connect(self._attach)
        if session := kiosk.shell.session:
            self._attach(session)
        self._releases = Releases(kiosk.shell)
        kiosk.shell.windowHandle().installEventFilter(self._releases)

    def _attach(self, session):
        session.changed.connect(self._count)

    def _count(self):
        self._changed += 1

    def _changes(self):
        return self._changed

    def answer(self, line):
        deed, *said = line.split()
        return getattr(self, f"_{deed}")(*said)

    def _pass(self, seconds):
        self._wall["passed"] += float(seconds)
        visitor_mode = self._kiosk.shell.findChild(VisitorMode)
        visitor_mode.idle_timer.tick()
        visitor_mode.check_opening_hours()
        return "passed"

    def _mode(self):
        return self._kiosk.shell.findChild(VisitorMode).mode.name

    def _content(self):
        library = self._kiosk.shell.findChild(ContentService).library
        is_whole = len(library.ready_packs) == len(library.languages)
        return "read" if is_whole else "being read"

    def _reread(self):
        self._kiosk.shell.findChild(ContentService).read_again()
        return "begun"

    def _report(self):
        self._kiosk.shell.findChild(FleetReport)._write()
        return "begun"

    def _memory(self):
        self._kiosk.shell.build_session()  # behind the attract screen it waits
        while self._kiosk.shell.session.prepare_page():
            pass  # as in the first seconds of a visit
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        objects = len(self._kiosk.shell.findChildren(QObject))
        return f"{_own_memory()} {objects}"

    def _visits(self, count):
        numbers = range(self._visited, self._visited + int(count))
        took = sorted(self._one_visit(number) for number in numbers)
        self._visited = numbers.stop
        median, slow = took[len(took) // 2], took[len(took) * 99 // 100]
        return f"{self._memory()} {median:.4f} {slow:.4f}"

    def _one_visit(self, number):
        """Open a page, touch what there is to tick, finish; return how long it took.

        In seconds, from the end of one visit to the first picture of the next. Garbage
        is collected after it, as in the 5 seconds that somebody needs for a visit.
        """
        shell = self._kiosk.shell
        pages = shell.session.pages
        shell.session.go_to(pages[number % len(pages)].id)
        if rows := shell.session.findChildren(TickRow):
            rows[number // len(pages) % len(rows)].click()
        QCoreApplication.processEvents()
        began = time.perf_counter()
        shell.finish()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        took = time.perf_counter() - began
        self._collector.collect()
        return took

    def _answers(self):
        return len(self._kiosk.shell.session.visit.answers)

    def _where(self):
        """Tell what has the focus, and the box of what can be seen of it."""
        shell = self._kiosk.shell
        control, front = shell.focusWidget(), shell.front
        told = {
            "keys": self._releases.keys,
            "down": self._releases.is_key_down,
            "front": front.objectName() or type(front).__name__,
            "order": [_name(it) for it in controls_in(shell)],
        }
        if control and control is not shell:
            shown = visible_part(control)
            place = control.mapTo(shell, shown.topLeft())
            told["name"] = _name(control)
            told["box"] = [*place.toTuple(), *shown.size().toTuple()]
            told["whole"] = shown == control.rect()
            told["fills"] = shown.height() + _ROOM_PX >= _room_around(control)
        if not shell.screen_shown:
            visit = shell.session.visit
            told["level"] = shell.session.assessment.level.name
            told["language"] = visit.language
            told["comfort"] = [visit.preferences.text, visit.preferences.theme.value]
            told["reach"] = visit.preferences.reach.value
        return json.dumps(told)

    def _sight(self):
        shell = self._kiosk.shell
        session = shell.session  # none before the invitation
        buttons = shell.findChildren(QAbstractButton)
        return json.dumps(
            {
                "page": session and session.visit.page,
                "position": session and session.visit.position,
                "overlay": bool(session) and session.has_overlay,
                "buttons": [_described(it, shell) for it in buttons if _is_bare(it)],
            }
        )

    def _lifted(self):
        return self._releases.fingers

    def _voice(self):
        voice = self._kiosk.shell.findChild(Synthesizer)
        return f"{voice.pace} {voice.volume}"

    def _sweep(self):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        alive = [thing for thing in gc.get_objects() if isinstance(thing, Session)]
        visits = [thing for thing in gc.get_objects() if type(thing) is Visit]
        return f"{len(alive)} {sum(bool(visit.answers) for visit in visits)}"

    def _typed(self):
        return len(getattr(self._kiosk.shell.screen_shown, "_typed", ""))

    def _before(self):
        cover = self._kiosk.shell.screen_shown
        return type(cover).__name__


def _own_memory():
    """Return the PSS, in KiB, of what the program has made itself.

    That of files, such as Qt's, changes with every other program that has them open.
    """
    rollup = Path("/proc/self/smaps_rollup").read_text().splitlines()
    own = [line.split() for line in rollup if line.startswith(("Pss_Anon", "Pss_Shm"))]
    return sum(int(kib) for _, kib, _ in own)


def main(state, arguments):
    """Run until told to end."""
    wall = {"passed": 0.0}
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    clock = Clock(
        lambda: wall["passed"], lambda: noon + timedelta(seconds=wall["passed"])
    )
    report = run.Reporter()
    application = new_application(report)
    services = run.Services(clock, run.DeviceSettingsFile(state), report)
    config = Path(arguments[1]) if arguments else None
    kiosk = run.Program(application, run.StartOptions(config=config), services)
    end_when_told(application)
    kiosk.start()
    if "KIOSK_FLEET" in os.environ:
        run.StatusDuty(application, kiosk.shell, services, kiosk.working)
    clocked = Clocked(kiosk, wall)

    def read():
        if line := sys.stdin.readline():
            sys.stdout.write(f"{clocked.answer(line)}\n")
            sys.stdout.flush()
        else:
            application.exit(0)

    orders = QSocketNotifier(0, QSocketNotifier.Type.Read, application)
    orders.activated.connect(lambda: read())
    status = application.exec()
    wait_for_the_last_piece()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
