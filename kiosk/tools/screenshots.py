"""Photograph every screen, in both orientations, with no display.

For authors, and for the eyes of whoever changed something that can be seen.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea

from kiosk import app
from kiosk.domain.content import Kind, Link
from kiosk.domain.metrics import Metrics
from kiosk.domain.visit import Visit
from kiosk.files.settings import load_settings
from kiosk.ui.shell import Shell

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
    application = app.new_application()
    app.register_fonts()
    settings = load_settings(config)
    folder.mkdir(parents=True, exist_ok=True)
    for name, (width, height, width_mm) in SCREENS.items():
        metrics = Metrics.of_screen((width, height), width_mm)
        wishes = app.Wishes(content=content)
        shell = Shell()
        shell.resize(width, height)
        shell.start(app.gather(application, settings, metrics, wishes))
        shell.show()
        for state in _walk(shell):
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
