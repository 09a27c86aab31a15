"""Print what of each page is on the glass, on every usual screen.

    python -m benchmarks.pages [--every] [--json FILE]

For each page, language, screen, size of text (100 and 200 %), without and with Listen:
the share of the glass that is page, and that is text; how many screens a page has; on
which of them "What to do" begins and ends; whether code and phone (Book) and all words
(emergency) are in sight at once. The clinic is an ordinary one: a name of 27 letters,
every field filled. Without `--every`: in the first language alone, without Listen.

Ends with 1 if a figure is not the one that is wanted.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from statistics import median

import msgspec
from PySide6.QtWidgets import QApplication

from benchmarks.page_figures import Figures, figures
from kiosk.app.application import new_application
from kiosk.app.content_source import ContentSource
from kiosk.app.loading import Looks, register_fonts, view_contexts
from kiosk.app.problems import Reporter
from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.files.settings import Settings, load_settings
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell

SETTINGS = """
[clinic]
name = "Riverside Aesthetics Clinic"
phone = "020 7946 0123"
desk = "the desk by the front door"
emergency_number = "999"
out_of_hours = "NHS 111"
[clinic.hours]
monday = "09:00-17:30"
tuesday = "09:00-17:30"
wednesday = "09:00-12:00, 14:00-18:00"
thursday = "09:00-17:30"
friday = "09:00-17:30"
saturday = "10:00-14:00"
sunday = "closed"
[booking]
url = "https://riverside.example/book?about={topic}"
"""
LARGEST = 3
"""The index of the largest text: 200 %."""


@dataclass(frozen=True, slots=True)
class Glass:
    """A screen: its pixels and its width, and what is wanted of it at 100 %.

    `share` is the least part of the glass that is page, `screens` the most screens that
    a page takes; 0 where none is wanted.
    """

    size: tuple[int, int]
    width_mm: float
    share: float
    screens: int = 0


GLASSES = {
    '21.5" 1920x1080': Glass((1920, 1080), 476.0, 0.64, 4),
    '21.5" 1080x1920': Glass((1080, 1920), 268.0, 0.70, 3),
    '15.6" 1920x1080': Glass((1920, 1080), 345.0, 0.64),
    '10.1" 1280x800': Glass((1280, 800), 217.0, 0.55),
    '10.1" 800x1280': Glass((800, 1280), 136.0, 0.55),
    '13.3" 1280x800': Glass((1280, 800), 286.0, 0.55),
    '13.3" 800x1280': Glass((800, 1280), 179.0, 0.55),
    '15" 1024x768': Glass((1024, 768), 305.0, 0.55),
    '32" 3840x2160': Glass((3840, 2160), 708.0, 0.64),
}
SHARE_OF_LARGE_TEXT = 0.55
THIRD_OF_BEFORE = {"": 9, "ar": 14}
"""The most screens of a page in the largest text: a third of what it took before."""

COMPLICATIONS = frozenset(
    {"muscle-weakness", "headaches", "vision", "swallowing-speech", "breathing"}
)
"""The pages whose length and whose "What to do" are wanted in figures."""


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of a page in one look."""

    glass: str
    language: str
    percent: int
    listening: bool
    figures: Figures

    @property
    def faults(self) -> Iterator[str]:
        """The figures that are not as wanted."""
        found, share = self.figures, GLASSES[self.glass].share
        if self._is_large:
            share = min(share, SHARE_OF_LARGE_TEXT)
        if round(found.page_share, 2) < share:
            yield f"{found.page_share:.0%} of the glass is page, not {share:.0%}"
        if found.is_whole is False:
            yield "not all of it can be seen at once"
        if found.page in COMPLICATIONS and not self._is_large and found.begins > 1:
            yield f'"What to do" begins on screen {found.begins}'
        if found.screens > self._most_screens:
            yield f"{found.screens} screens, not {self._most_screens}"

    @property
    def _is_large(self) -> bool:
        return self.percent > 100

    @property
    def _most_screens(self) -> float:
        """The most screens that this page may take."""
        most = GLASSES[self.glass].screens
        if self.figures.page not in COMPLICATIONS or not most:
            return inf
        if not self._is_large:
            return most
        return THIRD_OF_BEFORE.get(self.language, THIRD_OF_BEFORE[""])

    def __str__(self) -> str:
        found = self.figures
        whole = {None: "", True: "whole", False: "CUT"}[found.is_whole]
        cards = f"{found.begins} / {found.ends}" if found.begins else ""
        line = (
            f"{_look(self)} {found.page:18}{found.page_share:5.0%}"
            f"{found.text_share:6.0%}{found.screens:5}  {cards:8}{whole:6}"
        )
        return f"{line}{'; '.join(self.faults)}".rstrip()


def _look(row: Row) -> str:
    listen = "Listen" if row.listening else ""
    return f"{row.glass:16} {row.language:3}{row.percent:4} {listen:6}"


HEAD = (
    f"{'screen':16} {'':3}{'%':>4} {'':6} {'page':18}{'page':>5}{'text':>6}"
    f"{'long':>5}  {'to do':8}{'whole':6}not as wanted"
)


def ordinary_settings() -> Settings:
    """Return the settings of a clinic that has filled every field."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clinic.toml"
        path.write_text(SETTINGS, "utf-8")
        return load_settings(path)


def rows(
    application: QApplication,
    glasses: Sequence[str] = tuple(GLASSES),
    *,
    languages: Sequence[str] = (),
    listening: Sequence[bool] = (False, True),
) -> Iterator[Row]:
    """Yield the figures of every page in every look; in all languages unless said."""
    settings = ordinary_settings()
    library = ContentSource.of(settings).load()
    style = kiosk_style(application)
    for name in glasses:
        glass = GLASSES[name]
        looks = Looks(Metrics.of_screen(glass.size, glass.width_mm))
        shell = Shell(style)
        shell.resize(*glass.size)
        shell.start(view_contexts(settings, library, looks, speech=True))
        shell.show()
        for language in languages or [it.code for it in library.languages]:
            for text, listens in ((t, it) for t in (0, LARGEST) for it in listening):
                wanted = Preferences(text=text, listening=listens)
                visit = Visit(language=language, preferences=wanted)
                percent = round(100 * wanted.text_scale)
                for found in figures(shell, visit):
                    yield Row(name, language, percent, listens, found)
        shell.close()
        shell.deleteLater()


def main(arguments: Sequence[str]) -> int:
    """Print the table, and then what is not as wanted; return 1 if there is any."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages")
    parser.add_argument(
        "--every", action="store_true", help="every language and Listen"
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write figures to FILE"
    )
    options = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = new_application(Reporter())
    register_fonts()
    part = {} if options.every else {"languages": ("en",), "listening": (False,)}
    taken = []
    _print(HEAD)
    for row in rows(application, **part):
        _print(str(row))
        taken.append(row)
    _print("")
    for line in summary(taken):
        _print(line)
    if options.json:
        options.json.write_bytes(msgspec.json.encode(taken))
    return int(any(list(row.faults) for row in taken))


def summary(taken: Sequence[Row]) -> Iterator[str]:
    """Yield a line for each look: the worst share, the usual and the longest page."""
    looks = {
        _look(row): [it for it in taken if _look(it) == _look(row)] for row in taken
    }
    head = "page  median longest to do  not as wanted"
    yield f"{'screen':16} {'':3}{'%':>4} {'':6} {head}"
    for look, found in looks.items():
        pages = [it.figures for it in found if it.figures.page in COMPLICATIONS]
        share = min(it.figures.page_share for it in found)
        usual = median(it.screens for it in pages)
        longest = max(it.figures.screens for it in found)
        begins, ends = (
            max(getattr(it, at) for it in pages) for at in ("begins", "ends")
        )
        faults = sum(1 for it in found for _ in it.faults)
        cards = f"{begins} / {ends}"
        yield f"{look} {share:4.0%} {usual:7.0f} {longest:7} {cards:8} {faults:4}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
