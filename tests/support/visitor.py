"""A visitor on an X screen, and the kiosk whose clock the test moves on."""

import subprocess
import sys
from contextlib import contextmanager

from PIL import ImageChops
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from kiosk.content.pages import PageKind
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.widgets.tick_row import TickRow
from tests.support.programs import running, until
from tests.support.screen import settle, way_to
from tests.support.shipped import ROOT
from tests.support.x_screen import is_different

PIN = "271828"
"""Of the staff."""


class Visitor:
    """Touch everything, on the glass and in a twin of the window that tells where."""

    def __init__(self, screen, shell, process, log):
        self.screen, self.shell = screen, shell
        self.process, self.log = process, log
        self._ticked = 0

    def ask(self, line):
        """Have the kiosk do one line; return what it answers."""
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def let_time_pass(self, *modes):
        """Let time pass until the kiosk is in one of these modes."""
        until(
            lambda: self.ask("pass 10") and self.ask("mode") in modes,
            f"{' or '.join(modes)} to come",
        )

    def touch(self, button):
        place = button.mapTo(self.shell, button.rect().center()).toTuple()
        self.screen.touch(*place)
        button.click()
        settle()
        self.ask("pass 0.5")

    def offered(self, words):
        buttons = self.shell.findChildren(QAbstractButton)
        return [b for b in buttons if b.isVisible() and b.accessibleName() == words]

    def way_on(self):
        """Return the button that leads on through the text, before its end."""
        end = self.shell.context.pack.strings.back_to_top
        buttons = self.shell.session.front.findChildren(QAbstractButton)
        more = [b for b in buttons if b.objectName() == "more" and b.isVisible()]
        return [b for b in more if b.accessibleName() != end]

    def open_every_page(self):
        for page in self.shell.session.pages:
            self.touch(way_to(self.shell, page.id))
            if page.kind is PageKind.CHECKLIST:
                self.tick_what_is_in_sight()
            while more := self.way_on():
                self.touch(more[0])
                if page.kind is PageKind.CHECKLIST:
                    self.tick_what_is_in_sight()

    def tick_what_is_in_sight(self):
        while rows := [row for row in self._rows() if not row.isChecked()]:
            self.touch(rows[0])
            self._ticked += 1
            until(lambda: self.ask("answers") == str(self._ticked), "a tick")
            if self.shell.findChildren(EmergencyView):
                back = self.shell.context.pack.strings.back_to_answers
                self.touch(self.offered(back)[0])

    def _rows(self):
        """Return the rows whose middle is in sight."""
        none = self.shell.context.pack.strings.none_of_these
        rows = self.shell.findChildren(TickRow)
        answers = [row for row in rows if row.accessibleName() != none]
        return [row for row in answers if self._is_bare(row)]

    def _is_bare(self, row):
        """Return whether a finger on the middle of a row touches it, and no other."""
        middle = row.rect().center()
        touched = self.shell.childAt(row.mapTo(self.shell, middle))
        is_it = touched is row or bool(touched and row.isAncestorOf(touched))
        return is_it and row.visibleRegion().contains(middle)

    def open_a_code(self):
        self.shell.session.go_to("vision")
        settle()
        self.touch(way_to(self.shell, "vision"))
        while more := self.way_on():
            self.touch(more[0])
        self.touch(self.offered(self.shell.context.pack.strings.sources)[0])
        area = next(a for a in self.shell.findChildren(QScrollArea) if a.isVisible())
        links = [
            b
            for b in area.findChildren(QAbstractButton)
            if b.property("role") == "link"
            and b.visibleRegion().contains(b.rect().center())
        ]
        self.touch(links[0])


@contextmanager
def kiosk_with_test_clock(screen, home, settings, log):
    """Run a kiosk whose clock is ours, and whose home is `home`."""
    places = ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR")
    own = {"PYTHONPATH": str(ROOT)} | dict.fromkeys(places, str(home))
    program = (sys.executable, ROOT / "tests" / "support" / "kiosk_with_test_clock.py")
    pipe = subprocess.PIPE
    with (
        log.open("w") as errors,
        running(
            *(*program, home / "state.json", "--config", settings),
            env=screen.environment | own,
            cwd=ROOT,
            stdin=pipe,
            stdout=pipe,
            stderr=errors,
            text=True,
        ) as process,
    ):
        yield process


def still(screen):
    """Return a photograph in which nothing moves any more."""
    last = [screen.photograph()]

    def at_rest():
        last.append(screen.photograph())
        blank = len(last[-1].getcolors(1 << 24)) < 5
        return None if blank or is_different(*last[-2:]) else last[-1]

    return until(at_rest, "the screen to come to rest")


def same(photo, edge=0):
    """Tell whether a photograph is `photo`; letters' edges may differ by `edge`."""

    def look(other):
        difference = ImageChops.difference(photo, other)
        return max(high for _, high in difference.getextrema()) <= edge

    return look
