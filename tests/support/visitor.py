"""A visitor on an X screen, and the kiosk whose clock the test moves on."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager

from PIL import ImageChops
from PySide6.QtWidgets import QAbstractButton

from tests.support.programs import running, until
from tests.support.screen import settle
from tests.support.shipped import ROOT
from tests.support.x_screen import is_different

PIN = "271828"
"""Of the staff."""

_REST_S = 1.0
"""Two photographs alone can be taken before the kiosk paints again."""


class Visitor:
    """Touch the glass; wait for what comes of it.

    `shell` is a twin of the window in the test's own process, with the same words.
    """

    def __init__(self, screen, shell, process, log):
        self.screen, self.shell = screen, shell
        self.process, self.log = process, log
        self._ticked = 0
        self._lifted_before = screen.lifted

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

    def rest(self):
        """Wait until the kiosk has seen every touch, and let a second pass after it.

        So the next touch is no second of two quick taps, and none just after waking.
        """
        count = str(self.screen.lifted - self._lifted_before)
        until(lambda: self.ask("lifted") == count, "the finger to be lifted")
        self.ask("pass 1")

    def touch(self, button):
        """Touch a button of the twin, on the glass and in the twin."""
        self.wait_for(button)
        place = button.mapTo(self.shell, button.rect().center()).toTuple()
        self.rest()
        self.screen.touch(*place)
        button.click()
        settle()

    def wait_for(self, button):
        """Wait until the kiosk has a button of the twin where the twin has it."""
        words = button.accessibleName()
        middle = [*button.mapTo(self.shell, button.rect().center()).toTuple()]

        def is_there():
            offered = self.sight()["buttons"]
            return any((it["words"], it["middle"]) == (words, middle) for it in offered)

        until(is_there, f"the button {words}")

    def offered(self, words):
        buttons = self.shell.findChildren(QAbstractButton)
        return [b for b in buttons if b.isVisible() and b.accessibleName() == words]

    def open_every_page(self):
        for page in self.shell.session.pages:
            self.open(page.id)
            self.read_on()

    def open(self, page):
        """Touch what leads to a page; wait for it."""
        name = {"home": "home", "book": "dock"}.get(page, f"tab {page}")
        self.press(lambda button: button["object"] == name, f"the way to {page}")
        until(lambda: self.sight()["page"] == page, f"{page} to open")

    def read_on(self):
        """Read a page down to its end, and tick all there is to tick on the way."""
        end = self.shell.context.pack.strings.back_to_top

        def leads_on(button):
            return button["object"] == "more" and button["words"] != end

        self.tick_what_is_in_sight()
        while any(map(leads_on, self.sight()["buttons"])):
            self._scroll(leads_on)
            self.tick_what_is_in_sight()

    def _scroll(self, leads_on):
        before = self.sight()["position"]
        self.press(leads_on, "the way on")
        until(lambda: self.sight()["position"] != before, "the page to scroll")

    def tick_what_is_in_sight(self):
        back = self.shell.context.pack.strings.back_to_answers
        answers = self.shell.context.checklist.answers

        def to_tick(button):
            return button["object"] in answers and button["ticked"] is False

        while any(map(to_tick, self.sight()["buttons"])):
            self.press(to_tick, "a row")
            self._ticked += 1
            until(lambda: self.ask("answers") == str(self._ticked), "a tick")
            if self.sight()["overlay"]:
                self.press_words(back)
                until(lambda: not self.sight()["overlay"], "the emergency to close")

    def open_a_code(self):
        """Open a code to scan from the sources of a page."""
        self.open("vision")
        self.read_on()
        self.press_words(self.shell.context.pack.strings.sources)
        until(lambda: self.sight()["overlay"], "the sources")
        self.press(lambda button: button["role"] == "link", "a source")

    def press_words(self, words):
        """Touch the button with these words, on the glass alone."""
        self.press(lambda button: button["words"] == words, words)

    def press(self, is_it, what):
        """Touch the first button in sight that `is_it` says yes to, on the glass.

        The kiosk itself says where it is: no twin can be in another state.
        """

        def found():
            return next(filter(is_it, self.sight()["buttons"]), None)

        middle = until(found, what)["middle"]
        self.rest()
        self.screen.touch(*middle)

    def sight(self):
        """Return the page that the kiosk shows, and what can be touched on it."""
        return json.loads(self.ask("sight"))


@contextmanager
def kiosk_with_test_clock(screen, home, settings, log, watched_by=()):
    """Run a kiosk whose clock is ours, and whose home is `home`.

    `watched_by` are the words of a command that runs it, such as strace.
    """
    places = ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR")
    own = {"PYTHONPATH": str(ROOT)} | dict.fromkeys(places, str(home))
    program = (sys.executable, ROOT / "tests" / "support" / "kiosk_with_test_clock.py")
    pipe = subprocess.PIPE
    with (
        log.open("w") as errors,
        running(
            *(*watched_by, *program, home / "state.json", "--config", settings),
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
    """Return a photograph of a screen on which nothing has moved for a second."""
    last, since = screen.photograph(), time.monotonic()

    def at_rest():
        nonlocal last, since
        photo = screen.photograph()
        is_blank = len(photo.getcolors(1 << 24)) < 5
        if is_blank or is_different(photo, last):
            last, since = photo, time.monotonic()
        return photo if time.monotonic() - since > _REST_S else None

    return until(at_rest, "the screen to come to rest")


def same(photo, edge=0):
    """Tell whether a photograph is `photo`; letters' edges may differ by `edge`."""

    def look(other):
        difference = ImageChops.difference(photo, other)
        return max(high for _, high in difference.getextrema()) <= edge

    return look
