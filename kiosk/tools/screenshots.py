"""Write a picture of every screen, in both orientations; no display is needed.

For authors, and to look at after a change that can be seen.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea

from kiosk.app import run
from kiosk.app.content_source import ContentSource
from kiosk.app.loading import Looks, register_fonts, view_contexts
from kiosk.app.problems import Reporter
from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences
from kiosk.domain.visit import Visit
from kiosk.errors import UsageError
from kiosk.files.settings import load_settings
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.window.shell import Shell

# Pixels, and the width in millimetres of a common panel with so many:
# 21.5 inches for the first two, 15.4 inches for the others.
SCREENS = {
    "1920x1080": (1920, 1080, 476.0),
    "1080x1920": (1080, 1920, 268.0),
    "1280x800": (1280, 800, 331.0),
    "800x1280": (800, 1280, 207.0),
}

_QUICK = 80  # Qt's own choice takes twice as long and is a twentieth smaller


def take(
    folder: Path,
    config: Path | None = None,
    content: Path | None = None,
    only: str = "*",
) -> int:
    """Write a PNG of every screen and state into `folder`; return the exit status.

    `only` is a pattern of names such as `1080x1920-ar-dark-200`: the screen, the
    language, the theme and the size of the text in percent; `-listen` follows where
    the voice reads.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    report = Reporter()
    application = run.new_application(report)
    register_fonts()
    settings = load_settings(config)
    source = ContentSource.of(settings, content)
    library, closed = source.load(), source.load(is_open=False)
    report(*(f"{problem} (left out)" for problem in library.problems))
    _make(folder)
    for name, size in SCREENS.items():
        looks = Looks(Metrics.of_screen(size[:2], size[2]))
        shell = Shell(application.setStyleSheet)
        shell.resize(*size[:2])
        shell.start(view_contexts(settings, library, looks, speech=True))
        shell.show()
        shell.setFocus()  # as for a finger: no ring round the first control
        _photograph_visits(shell, f"{folder}/{name}", f"{folder}/{only}")
        if fnmatch(name, only):
            shell.start(view_contexts(settings, closed, looks, speech=True))
            _photograph(shell, Visit(), f"{folder}/{name}-closed")
            shell.show_trouble("clinic.toml: booking.url: an example of a problem")
            application.processEvents()
            _save(shell, f"{folder}/{name}-trouble")
        shell.close()
        shell.deleteLater()
    return 0


def _photograph_visits(shell: Shell, prefix: str, only: str) -> None:
    """Photograph the visits whose name, after `prefix`, fits the pattern `only`."""
    for name, visit in _visits(shell):
        if fnmatch(f"{prefix}-{name}", only):
            _photograph(shell, visit, f"{prefix}-{name}")


def _visits(shell: Shell) -> Iterator[tuple[str, Visit]]:
    """Yield a name and a visit for each language, theme and text size, and Listen."""
    assert shell.contexts
    languages = [it.code for it in shell.contexts.library.languages]
    texts = range(len(TEXT_SCALES))
    for language, theme, text in product(languages, ColourScheme, texts):
        wanted = Preferences(text=text, theme=theme)
        name = f"{language}-{theme.value}-{TEXT_SCALES[text]:.0%}"[:-1]
        yield name, Visit(language=language, preferences=wanted)
        if theme is ColourScheme.LIGHT:
            listening = replace(wanted, listening=True)
            yield f"{name}-listen", Visit(language=language, preferences=listening)


def _photograph(shell: Shell, visit: Visit, prefix: str) -> None:
    """Photograph every state of a visit, one screenful after another."""
    for state in EveryState(shell, visit).tour():
        QApplication.processEvents()
        _save(shell, f"{prefix}-{state}")
        for number in _scrolled(shell):
            QApplication.processEvents()
            _save(shell, f"{prefix}-{state}-{number}")


def _make(folder: Path) -> None:
    """Make the folder; raises `UsageError` if that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"cannot be made: {error.strerror}"
        raise UsageError(f"{folder}: {reason}; name another folder") from error


def _save(shell: Shell, name: str) -> None:
    """Write one picture; raises `UsageError` if that cannot be."""
    if not shell.grab().save(f"{name}.png", quality=_QUICK):
        raise UsageError(f"{name}.png: cannot be written; name another folder")


def _scrolled(shell: Shell) -> Iterator[int]:
    """Scroll the open page, one screenful after another; yield the number of each."""
    areas = (area for area in shell.findChildren(QScrollArea) if area.isVisible())
    area = next(areas, None)
    if not area:
        return
    bar = area.verticalScrollBar()
    number = 1
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + round(bar.pageStep() * 0.85))
        number += 1
        yield number
