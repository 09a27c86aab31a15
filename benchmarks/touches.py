"""Measure how long each kind of touch takes until something shows, and until all does.

    python -m benchmarks.touches [--touches N] [--screen WIDTHxHEIGHT] [--content DIR]
                                 [--only KIND] [--page PAGE]

N (100) touches of each kind, on a screen of its own (1080x1920). The first answer is
the first change on the glass after the finger is put down, or lifted; settled is when
the window has nothing left to do. Both are in milliseconds of the clock, from the event
to the painted window: median, and 99th percentile. Garbage is collected after each
touch: every 5 s, as the kiosk does, it would be that of fifty visits at once.
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import ceil
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.x_server import x_server

if TYPE_CHECKING:
    from kiosk.app.run import Reporter, Services, StartOptions

ROOT = Path(__file__).parent.parent
SETTINGS = """
[idle]
attract = false
base_seconds = 3600
[booking]
url = "https://clinic.example/book?about={topic}"
"""
LOADED_S = 4
"""Seconds until the rest of the content is read, and nothing is left to do."""

KINDS = ("pages", "ticks", "emergencies", "preferences", "finished", "scrolling")
STEP_PX = 40
FRAMES = 60


def main(arguments: Sequence[str]) -> None:
    """Start a kiosk on a screen of its own, which measures itself."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--touches", type=int, default=100)
    parser.add_argument("--screen", default="1080x1920")
    parser.add_argument("--content", default="")
    parser.add_argument("--only", default="", choices=("", *KINDS))
    parser.add_argument("--page", default="questions", help="the page to scroll")
    chosen = parser.parse_args(arguments)
    with x_server(chosen.screen) as display, tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "clinic.toml"
        settings.write_text(SETTINGS)
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_STATE_HOME": folder}
        program = "from benchmarks.touches import measure; measure()"
        command = [sys.executable, "-c", program, str(settings), str(chosen.touches)]
        command += [chosen.content, chosen.only, chosen.page]
        subprocess.run(command, env=os.environ | own, cwd=ROOT, check=True)


def measure() -> None:
    """Run the kiosk; print a line for each kind of touch."""
    from kiosk.app.pyside_import import import_pyside

    import_pyside()
    from PySide6.QtCore import QTimer

    from kiosk.app import run
    from kiosk.app.application import new_application

    report = run.Reporter()
    application = new_application(report)
    program = run.Program(application, *_options(report))

    def begin() -> None:
        try:
            touches = Touches(program.shell, int(sys.argv[2]), sys.argv[5])
            for name, times in touches.rows(sys.argv[4]):
                sys.stdout.write(f"{line(name, times)}\n")
                sys.stdout.flush()
        finally:
            application.exit()

    loaded = partial(QTimer.singleShot, 1000 * LOADED_S, begin)
    program.shell.first_painted.connect(loaded)
    program.start()
    application.exec()


def _options(report: "Reporter") -> tuple["StartOptions", "Services"]:
    from kiosk.app import run
    from kiosk.app.machine.clocks import system_clock
    from kiosk.domain.clock import Clock

    touches = iter(range(1_000_000_000))
    clock = Clock(lambda: float(next(touches)), system_clock().now)  # no quick taps
    state = run.DeviceSettingsFile(run.state_path())
    content = Path(sys.argv[3]) if sys.argv[3] else None
    options = run.StartOptions(config=Path(sys.argv[1]), content=content)
    return options, run.Services(clock, state, report)


Times = list[tuple[float, float]]


def line(name: str, times: Times) -> str:
    """Return the figures of a kind of touch as a line of a table."""
    first, settled = (sorted(it) for it in zip(*times, strict=True))
    return (
        f"{name:34} first {median(first):6.1f} {last_percent(first):6.1f}   "
        f"settled {median(settled):6.1f} {last_percent(settled):6.1f}"
    )


def last_percent(times: Sequence[float]) -> float:
    """Return the 99th percentile of sorted times."""
    return times[ceil(0.99 * len(times)) - 1]


class Touches:
    """A finger on the window of a kiosk in this process, and a clock."""

    def __init__(self, shell, count: int, page: str) -> None:  # noqa: ANN001 - Qt is not imported yet
        from PySide6.QtCore import QCoreApplication, QEvent, QObject

        class Paints(QObject):
            """Notes when Qt has painted what has changed in the window.

            It watches the window alone: to show each event of each widget to Python
            would take longer than much of what is measured.
            """

            first = 0.0

            def eventFilter(self, window: QObject, event: QEvent) -> bool:
                """Have the window paint, and note when it has for the first time."""
                if event.type() != QEvent.Type.UpdateRequest:
                    return False
                window.removeEventFilter(self)
                QCoreApplication.sendEvent(window, event)
                window.installEventFilter(self)
                self.first = self.first or time.perf_counter()
                return True

        self.shell = shell
        self.count = count
        self.page = page
        self._paints = Paints(shell)
        shell.installEventFilter(self._paints)

    def rows(self, only: str) -> Iterator[tuple[str, Times]]:
        """Yield each touch of one kind, or of every kind, with its times."""
        for kind in KINDS:
            if only in ("", kind):
                yield from getattr(self, f"_{kind}")()

    def _time(self, deed: Callable[[], object]) -> tuple[float, float]:
        """Return milliseconds until a deed is first seen, and until all is done."""
        from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

        loop = QEventLoop()
        self._paints.first = 0.0
        began = time.perf_counter()
        deed()
        while loop.processEvents():
            pass
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        loop.processEvents()
        settled = time.perf_counter() - began
        first = self._paints.first - began if self._paints.first else settled
        gc.collect()
        return 1000 * first, 1000 * settled

    def _button(self, name: str):  # noqa: ANN202
        from PySide6.QtWidgets import QAbstractButton

        found = self.shell.session.findChildren(QAbstractButton, name)
        visible = [it for it in found if it.isVisible()]
        if not visible:
            raise LookupError(name)
        return visible[0]

    def _press(self, button) -> None:  # noqa: ANN001
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        place = button.mapTo(self.shell, button.rect().center())
        window = self.shell.windowHandle()
        none = Qt.KeyboardModifier.NoModifier
        QTest.mousePress(window, Qt.MouseButton.LeftButton, none, place)

    def _lift(self, button) -> None:  # noqa: ANN001
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        place = button.mapTo(self.shell, button.rect().center())
        window = self.shell.windowHandle()
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, none, place)

    def _touch(self, name: str, presses: Times | None = None) -> tuple[float, float]:
        """Touch a button; return the times from lifting the finger."""
        button = self._button(name)
        pressed = self._time(lambda: self._press(button))
        if presses is not None:
            presses.append(pressed)
        return self._time(lambda: self._lift(button))

    def _finished(self) -> Iterator[tuple[str, Times]]:
        yield "finished", [self._time(self._finish) for _ in range(self.count)]

    def _finish(self) -> None:
        self.shell.session.finished.emit()

    def _new_visit(self, *, early: bool = False, **visit: object) -> None:
        """Begin a visit; have every page built, as a second later, or not yet."""
        from kiosk.domain.visit import Visit

        self._time(lambda: self.shell.open(Visit(**visit)))
        while not early and self.shell.session.prepare_page():
            self._time(lambda: None)  # have the loop style and lay out the page

    def _pages(self) -> Iterator[tuple[str, Times]]:
        presses: Times = []
        early_presses: Times = []
        early: Times = []
        first: Times = []
        again: Times = []
        pages = [page.id for page in self.shell.session.pages]
        names = [it for it in pages if self._has(f"tab {it}")]
        while len(first) < self.count:
            self._new_visit(early=True)
            early += [self._touch(f"tab {it}", early_presses) for it in names]
            self._new_visit()
            first += [self._touch(f"tab {it}", presses) for it in names]
            again += [self._touch(f"tab {it}", presses) for it in names]
        yield "a press", presses
        yield "a press in a visit's first second", early_presses
        yield "a page in a visit's first second", early
        yield "a page for the first time", first
        yield "a page seen before", again

    def _has(self, name: str) -> bool:
        from PySide6.QtWidgets import QAbstractButton

        found = self.shell.session.findChildren(QAbstractButton, name)
        return any(it.isVisible() for it in found)

    def _ticks(self) -> Iterator[tuple[str, Times]]:
        self._new_visit(page="check")
        row = self._rows(emergency=False)[0]  # two of them may be an emergency
        yield "a tick", [self._touch(row) for _ in range(self.count)]

    def _rows(self, *, emergency: bool) -> list[str]:
        """Return the answers in sight that are an emergency by themselves, or not."""
        from PySide6.QtWidgets import QAbstractButton

        checklist = self.shell.context.checklist
        found = []
        for symptom in checklist.symptoms:
            level = checklist.assess(frozenset({symptom.id}))
            rows = self.shell.session.findChildren(QAbstractButton, symptom.id)
            in_sight = [it for it in rows if not it.visibleRegion().isEmpty()]
            whole = [
                it for it in in_sight if it.visibleRegion().boundingRect() == it.rect()
            ]
            if whole and level.takes_whole_screen is emergency:
                found.append(symptom.id)
        return found

    def _emergencies(self) -> Iterator[tuple[str, Times]]:
        comes: Times = []
        goes: Times = []
        for _ in range(self.count):
            self._new_visit(page="check")
            [row, *_] = self._rows(emergency=True)
            comes.append(self._touch(row))
            goes.append(self._time(self.shell.session.overlays.close_all))
        yield "an emergency comes", comes
        yield "back from it", goes

    def _preferences(self) -> Iterator[tuple[str, Times]]:
        from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences

        sizes = [
            {"preferences": Preferences(text=at)} for at in range(len(TEXT_SCALES))
        ]
        themes = [{"preferences": Preferences(theme=it)} for it in ColourScheme]
        languages = [
            {"language": it.code} for it in self.shell.contexts.library.languages
        ]
        kinds = ("another language", languages), ("another size", sizes)
        for name, visits in (*kinds, ("other colours", themes)):
            times = []
            for at in range(self.count + len(visits)):
                from kiosk.domain.visit import Visit

                visit = Visit(page="vision", **visits[at % len(visits)])
                times.append(
                    self._time(
                        lambda: self.shell.session.visit_change_requested.emit(visit)  # noqa: B023
                    )
                )
            yield name, times[len(visits) :]

    def _area(self):  # noqa: ANN202
        from PySide6.QtWidgets import QScrollArea

        areas = self.shell.session.findChildren(QScrollArea)
        return max((it for it in areas if it.isVisible()), key=_room)

    def _scrolling(self) -> Iterator[tuple[str, Times]]:
        yield "a step of scrolling", self._steps()
        yield f"a fling, the worst of {FRAMES} frames", self._flings()

    def _steps(self) -> Times:
        self._new_visit(page=self.page)
        bar = self._area().verticalScrollBar()
        times = []
        for _ in range(self.count):
            if bar.value() + STEP_PX > bar.maximum():
                self._time(lambda: bar.setValue(0))
            times.append(self._time(lambda: bar.setValue(bar.value() + STEP_PX)))
        return times

    def _flings(self) -> Times:
        self._new_visit(page=self.page)
        bar = self._area().verticalScrollBar()
        step = max(1, bar.maximum() // FRAMES)
        worst = []
        for _ in range(max(1, self.count // 10)):
            self._time(lambda: bar.setValue(0))
            frames = [
                self._time(lambda: bar.setValue(bar.value() + step))
                for _ in range(FRAMES)
            ]
            worst.append(max(frames))
        return worst


def _room(area) -> int:  # noqa: ANN001
    return int(area.verticalScrollBar().maximum())


if __name__ == "__main__":
    main(sys.argv[1:])
