"""Write a picture of every screen, in both orientations; no display is needed.

For authors, and to look at after a change that can be seen.
"""

import os
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from kiosk.app.application import new_application
from kiosk.app.content_source import ContentSource
from kiosk.app.loading import Looks, register_fonts, view_contexts
from kiosk.app.problems import Reporter
from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences
from kiosk.domain.visit import Visit
from kiosk.errors import UsageError
from kiosk.files.settings import load_settings
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.context import ViewContexts
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.window.shell import Shell

# Pixels, and the width in millimetres of a common panel with so many:
# 21.5 inches for the first two, 15.4 inches for the others.
SCREENS = {
    "1920x1080": (1920, 1080, 476.0),
    "1080x1920": (1080, 1920, 268.0),
    "1280x800": (1280, 800, 331.0),
    "800x1280": (800, 1280, 207.0),
}

_MOST_NAMED = 12
_QUICK = 80  # Qt's own choice takes twice as long and is a twentieth smaller


class Choice(Struct, frozen=True):
    """Which pictures to take.

    `only` is a pattern of names such as `1080x1920-ar-dark-200`: the screen, the
    language, the theme and the size of the text in percent; `-listen` follows where
    the voice reads. With `pages` there are none but those of these pages.
    """

    only: str = "*"
    pages: tuple[str, ...] = ()

    def has(self, name: str) -> bool:
        """Return whether the pictures of a screen or a visit are wanted."""
        return fnmatch(name, self.only)

    def check(self, contexts: ViewContexts) -> None:
        """Raise `UsageError` if there is no such page, or no picture of such a name."""
        there = [page.id for page in contexts.library.staff_pack.pages]
        for name in self.pages:
            if name not in there:
                raise UsageError(f"there is no page {name!r}; {_nearest(name, there)}")
        visits = [f"{screen}-{it}" for screen in SCREENS for it, _ in _visits(contexts)]
        names = visits if self.pages else [*SCREENS, *visits]
        if not any(map(self.has, names)):
            wrong = f"no picture has a name such as {self.only!r}"
            raise UsageError(f"{wrong}; {_nearest(self.only, visits)}")


_EVERY = Choice()


def take(
    folder: Path,
    config: Path | None = None,
    content: Path | None = None,
    choice: Choice = _EVERY,
) -> int:
    """Write a PNG of every screen and state into `folder`; return the exit status.

    Raises `UsageError` if nothing there is what `choice` says.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    report = Reporter()
    application = new_application(report)
    register_fonts()
    settings = replace(load_settings(config), reduce_motion=True)  # no half-faded words
    source = ContentSource.of(settings, content)
    library, closed = source.load(), source.load(is_open=False)
    report(*library.lines)
    style = kiosk_style(application)
    for name, size in SCREENS.items():
        looks = Looks(Metrics.of_screen(size[:2], size[2]))
        contexts = view_contexts(settings, library, looks, speech=True)
        choice.check(contexts)
        _make(folder)
        shell = Shell(style)
        shell.resize(*size[:2])
        shell.start(contexts)
        shell.show()
        shell.setFocus()  # as for a finger: no ring round the first control
        _photograph_visits(shell, folder, name, choice)
        if choice.has(name) and not choice.pages:
            shell.start(view_contexts(settings, closed, looks, speech=True))
            _photograph_closed(shell, f"{folder}/{name}")
        shell.close()
        shell.deleteLater()
    return 0


def _photograph_visits(shell: Shell, folder: Path, screen: str, choice: Choice) -> None:
    """Photograph the visits that are wanted of those on a screen."""
    assert shell.contexts
    for name, visit in _visits(shell.contexts):
        if choice.has(f"{screen}-{name}"):
            _photograph(shell, visit, f"{folder}/{screen}-{name}", choice.pages)


def _photograph_closed(shell: Shell, prefix: str) -> None:
    """Photograph a clinic that is closed, and a kiosk that cannot work."""
    _photograph(shell, Visit(), f"{prefix}-closed")
    shell.show_trouble("clinic.toml: booking.url: an example of a problem")
    QApplication.processEvents()
    _save(shell, f"{prefix}-trouble")


def _nearest(name: str, there: Sequence[str]) -> str:
    """Return what to write instead of a name that is not there."""
    near = get_close_matches(name, there, 3, 0.5)
    return (
        f"write {' or '.join(near)}" if near else f"there are {', '.join(there[:12])}"
    )


def _visits(contexts: ViewContexts) -> Iterator[tuple[str, Visit]]:
    """Yield a name and a visit for each language, theme and text size, and Listen."""
    languages = [it.code for it in contexts.library.languages]
    texts = range(len(TEXT_SCALES))
    for language, theme, text in product(languages, ColourScheme, texts):
        wanted = Preferences(text=text, theme=theme)
        name = f"{language}-{theme.value}-{TEXT_SCALES[text]:.0%}"[:-1]
        yield name, Visit(language=language, preferences=wanted)
        if theme is ColourScheme.LIGHT:
            listening = replace(wanted, listening=True)
            yield f"{name}-listen", Visit(language=language, preferences=listening)


def _photograph(
    shell: Shell, visit: Visit, prefix: str, pages: Collection[str] = ()
) -> None:
    """Photograph every state of a visit, or `pages`, one screenful after another."""
    for state in EveryState(shell, visit).tour(pages):
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
    """Scroll the open page on, as its keys do; yield the number of each screenful."""
    areas = (area for area in shell.findChildren(ReadingArea) if area.isVisible())
    area, number = next(areas, None), 1
    while area and (before := area.position) < 1:
        area.scroll_page(1)
        if area.position <= before:  # all of it is in sight
            return
        number += 1
        yield number
