"""Photograph every screen, in both orientations, with no display.

For authors, and for the eyes of whoever changed something that can be seen.
"""

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea

from kiosk import app
from kiosk.domain.attract import slides
from kiosk.domain.content import Kind, Link
from kiosk.domain.metrics import Metrics
from kiosk.domain.visit import Visit
from kiosk.files.settings import load_settings
from kiosk.gathering import Gatherer, register_fonts
from kiosk.reporting import Reporter
from kiosk.ui.attract import Attract
from kiosk.ui.calibration import Calibration
from kiosk.ui.cleaning_view import CleaningView
from kiosk.ui.material import Material
from kiosk.ui.pin_pad import PinPad
from kiosk.ui.screen_test import ScreenTest
from kiosk.ui.shell import Shell
from kiosk.ui.staff_panel import StaffPanel

# Pixels, and the width in millimetres of a common panel with so many:
# 21.5 inches for the first two, 15.4 inches for the others.
SCREENS = {
    "1920x1080": (1920, 1080, 476.0),
    "1080x1920": (1080, 1920, 268.0),
    "1280x800": (1280, 800, 331.0),
    "800x1280": (800, 1280, 207.0),
}

_STATES = {
    "check-information": Visit(none_of_these=True),
    "check-routine": Visit(answers=frozenset({"tension"})),
    "check-same-day": Visit(answers=frozenset({"drooping-eyelid"})),
    "check-emergency": Visit(answers=frozenset({"trouble-swallowing", "choking"})),
}


def take(folder: Path, config: Path | None = None, content: Path | None = None) -> int:
    """Write a PNG of every screen and state into `folder`; return the exit status."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    report = Reporter()
    application = app.new_application(report)
    register_fonts()
    settings = load_settings(config)
    folder.mkdir(parents=True, exist_ok=True)
    for name, (width, height, width_mm) in SCREENS.items():
        metrics = Metrics.of_screen((width, height), width_mm)
        shell = Shell()
        shell.resize(width, height)
        gatherer = Gatherer.of(settings, content, report.page)
        material = gatherer.gather(metrics)
        application.setStyleSheet(material.look.style)
        shell.start(material)
        shell.show()
        closed = gatherer.gather(metrics, staffed=False)
        states = (_walk(shell), _between(shell), _out_of_hours(shell, closed))
        for state in chain.from_iterable(states):
            application.processEvents()
            shell.grab().save(str(folder / f"{name}-{state}.png"))
        application.setStyleSheet("")
        shell.show_trouble("clinic.toml: booking.url: an example of a problem")
        application.processEvents()
        shell.grab().save(str(folder / f"{name}-trouble.png"))
        shell.close()
        shell.deleteLater()
    return 0


def _walk(shell: Shell) -> Iterator[str]:
    """Bring the window into one state after another, and name each."""
    assert shell.session
    pages = shell.session.pages
    for page in pages:
        shell.open(Visit(page=page.id))
        yield page.id
        yield from _turned(shell, page.id)
    check = next((page.id for page in pages if page.kind is Kind.CHECKLIST), None)
    for state, visit in _STATES.items() if check else ():
        shell.open(visit.at(check or ""))
        yield state
    shell.session.show_help()
    yield "emergency"
    shell.open(Visit())
    shell.session.show_code(Link("CDC: a source", "https://www.cdc.gov/botulism"))
    yield "code"


def _turned(shell: Shell, name: str) -> Iterator[str]:
    """Turn the pages of what is open, one screenful after another."""
    area = next(a for a in shell.findChildren(QScrollArea) if a.isVisible())
    bar = area.verticalScrollBar()
    QApplication.processEvents()
    turn = 1
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + round(bar.pageStep() * 0.85))
        turn += 1
        yield f"{name}-{turn}"


def _between(shell: Shell) -> Iterator[str]:
    """Bring the window into what it shows between visits, and to staff."""
    assert shell.session
    assert shell.material
    material, look = shell.material, shell.material.look
    shell.open(Visit())
    shell.session.ask()
    shell.session.count_down(30)
    yield "still-there"
    attract = Attract(slides([material.pack]), material.clinic.name, look)
    cleaning = CleaningView(material)
    cleaning.count_down(60)
    portrait = shell.height() > shell.width()
    facts = [("Program", "0.1.0"), ("Last problems", "vision.md: an example")] * 5
    covers = {
        "attract": attract,
        "cleaning": cleaning,
        "pin": PinPad(material, "1234567890"),
        "staff": StaffPanel(material, facts, portrait=portrait, sound=True),
        "calibration": Calibration(material, shell.width()),
        "screen-test": ScreenTest(material),
    }
    for name, cover in covers.items():
        shell.cover(cover)
        yield name
    shell.uncover()


def _out_of_hours(shell: Shell, closed: Material) -> Iterator[str]:
    """Bring the window into what it says when nobody is at the clinic."""
    shell.start(closed)
    assert shell.session
    yield "closed-home"
    for state, visit in _STATES.items():
        shell.open(visit.at("check"))
        yield f"closed-{state}"
    shell.session.show_help()
    yield "closed-emergency"
    shell.open(Visit(page="headaches"))
    yield "closed-headaches"
    yield from _turned(shell, "closed-headaches")
