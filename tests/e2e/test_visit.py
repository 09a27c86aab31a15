"""A whole visit on a real screen, in which everything is touched, and what is left."""

import subprocess
import sys

import pytest
from PIL import ImageChops
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from kiosk.domain.content import Kind
from kiosk.domain.pin import Pin
from kiosk.domain.visit import Visit
from kiosk.ui.emergency_view import EmergencyView
from kiosk.ui.tick_row import TickRow
from tests.conftest import CONTENT
from tests.e2e.conftest import ROOT, is_different, running, until, x_screen
from tests.e2e.screen_map import map_of
from tests.ui.conftest import settle

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)


class Visitor:
    """Touch everything, on the glass and in a twin of the window that tells where."""

    def __init__(self, screen, process, shell):
        self.screen, self._process, self.shell = screen, process, shell
        self._ticked = 0

    def ask(self, line):
        """Have the kiosk do one line; return what it answers."""
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def let_time_pass(self, phase):
        """Let time pass until the kiosk thinks so of its visitor."""
        until(
            lambda: self.ask("pass 10") and self.ask("phase") == phase,
            f"{phase} to come",
        )

    def touch(self, button):
        place = button.mapTo(self.shell, button.rect().center()).toTuple()
        self.screen.touch(*place)
        button.click()
        settle()
        self.ask("pass 0.1")

    def offered(self, words):
        buttons = self.shell.findChildren(QAbstractButton)
        return [b for b in buttons if b.isVisible() and b.accessibleName() == words]

    def open_every_page(self):
        strings = self.shell.material.pack.strings
        for page in self.shell.session.pages:
            self.touch(self.offered(page.tab)[0])
            if page.kind is Kind.CHECKLIST:
                self.tick_what_is_in_sight()
            while more := self.offered(strings.more_below):
                self.touch(more[0])
                if page.kind is Kind.CHECKLIST:
                    self.tick_what_is_in_sight()

    def tick_what_is_in_sight(self):
        while rows := [row for row in self._rows() if not row.isChecked()]:
            self.touch(rows[0])
            self._ticked += 1
            until(lambda: self.ask("answers") == str(self._ticked), "a tick")
            if self.shell.findChildren(EmergencyView):
                back = self.shell.material.pack.strings.back_to_answers
                self.touch(self.offered(back)[0])

    def _rows(self):
        """Return the rows whose middle is in sight."""
        none = self.shell.material.pack.strings.none_of_these
        rows = self.shell.findChildren(TickRow)
        answers = [row for row in rows if row.accessibleName() != none]
        return [r for r in answers if r.visibleRegion().contains(r.rect().center())]

    def open_a_code(self):
        self.shell.session.go_to("vision")
        settle()
        self.touch(self.offered(self.shell.material.pack.page("vision").tab)[0])
        area = next(a for a in self.shell.findChildren(QScrollArea) if a.isVisible())
        while self.offered("More below"):
            self.touch(self.offered("More below")[0])
        links = [
            b
            for b in area.findChildren(QAbstractButton)
            if b.property("role") == "link"
            and b.visibleRegion().contains(b.rect().center())
        ]
        self.touch(links[0])


@pytest.fixture
def home(tmp_path):
    """A home of its own, so that whatever the program writes is found."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def start(stage, settings, qapp, tmp_path, home):
    """Start a kiosk with a clock of ours; return its visitor."""

    def begin(size, *, attract):
        path = settings(size[0])
        said = path.read_text().replace("false", "true" if attract else "false")
        pin = Pin.of("271828", b"0123456789abcdef").line
        path.write_text(f'{said}[staff]\npin = "{pin}"\n')
        screen = stage(x_screen(*size))
        log = stage((tmp_path / "log").open("w"))
        process = stage(
            running(
                *(sys.executable, ROOT / "tests" / "e2e" / "clocked.py"),
                *(home / "state.json", "--config", path),
                env=screen.environment | surroundings(home),
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        )
        shell = map_of(qapp, path, size).shell
        shell.open(Visit())
        settle()
        return Visitor(screen, process, shell)

    return begin


def surroundings(home):
    places = ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR")
    return {"PYTHONPATH": str(ROOT)} | dict.fromkeys(places, str(home))


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


# Qt draws letters over 64 pixels, such as those of the invitation, as outlines. Their
# edges differ by a few of 255 shades from one time to the next, with or without a
# visit in between. Without the invitation not one shade may differ.
@pytest.mark.parametrize(
    ("size", "attract", "edge"),
    [(LANDSCAPE, False, 0), (PORTRAIT, False, 0), (LANDSCAPE, True, 24)],
    ids=["landscape", "portrait", "attract"],
)
def test_nothing_of_a_visit_survives_it(start, home, tmp_path, size, attract, edge):
    visitor = start(size, attract=attract)
    screen = visitor.screen
    visitor.ask("phase")
    fresh = still(screen)
    if attract:
        screen.touch(size[0] // 2, size[1] // 2)
        until(lambda: visitor.ask("phase") == "SOMEBODY", "the visitor to be noticed")
        visitor.ask("pass 5")
    visitor.open_every_page()
    answers = len(visitor.shell.material.checklist.answers)
    assert visitor.ask("answers") == str(answers)
    visitor.open_a_code()
    reading = still(screen)
    visitor.let_time_pass("ASKED")
    asked = screen.photograph_when(
        lambda photo: is_different(photo, reading), "the question"
    )
    screen.touch(size[0] // 2, size[1] - 20)
    screen.photograph_when(same(reading), "the page, as it was")
    assert visitor.ask("answers") == str(answers)
    visitor.let_time_pass("ASKED")
    assert is_different(asked, reading)
    visitor.let_time_pass("NOBODY")
    screen.photograph_when(same(fresh, edge), "the screen of a fresh start")
    assert visitor.ask("sweep") == "1 0"
    assert visitor.ask("answers") == "0"
    traces = words_of_a_visit(visitor.shell.material)
    assert found_in((tmp_path / "log").read_bytes(), traces) == []
    for path in (path for path in home.rglob("*") if path.is_file()):
        assert found_in(path.read_bytes(), traces) == [], path


def words_of_a_visit(material):
    """Return what would betray a visit: symptoms, their words, pages and titles."""
    pages = [p for page in material.pack.pages for p in (page.id, page.title)]
    return [
        *material.checklist.answers,
        *material.pack.answers.values(),
        *(word for word in pages if word not in ("home", "check", "book")),
        *(path.name for path in (CONTENT / "en").glob("*.md")),
    ]


def found_in(data, traces):
    return [trace for trace in traces if trace.encode() in data]
