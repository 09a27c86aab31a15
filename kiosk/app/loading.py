"""Read what the kiosk is made of, and hand it over as values that need no file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from PySide6.QtGui import QFontDatabase, QScreen

from kiosk.content.packs import Pack
from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import Preferences
from kiosk.errors import ContentError, Problem, ThemeError
from kiosk.files.checklist import load_checklist
from kiosk.files.language_packs import PackLoader
from kiosk.files.languages import chosen_from, languages_in
from kiosk.files.paths import resources
from kiosk.files.pictures import SignPictures
from kiosk.files.settings import Settings
from kiosk.files.themes import font_files, icon_names, load_theme
from kiosk.ui.context import Stock
from kiosk.ui.style.look import Look


def register_fonts() -> None:
    """Make the kiosk's own fonts known to Qt; raises `ThemeError`."""
    for path in font_files(resources()):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            wrong, remedy = "is no font that Qt can read", "install kiosk again"
            raise ThemeError(Problem(path, message=wrong, remedy=remedy))


def metrics_of(screen: QScreen, width_mm: float) -> Metrics:
    """Return the metrics of a screen: of the width said, or else of its own word."""
    width = width_mm or screen.physicalSize().width()
    size = screen.geometry().size()
    return Metrics.of_screen((size.width(), size.height()), width)


@dataclass(frozen=True, slots=True)
class ContentLoader:
    """Reads for one clinic: its `settings`, the folder `content`, its own resources.

    `report` is told of every page that cannot be used and is left out. `first` is the
    language to begin in, or empty where the settings decide.
    """

    settings: Settings
    content: Path
    report: Callable[[ContentError], None]
    first: str = ""

    @classmethod
    def of(
        cls,
        settings: Settings,
        content: Path | None,
        report: Callable[[ContentError], None],
    ) -> Self:
        """Read the `content` that is wished, or the clinic's, or what came along."""
        chosen = content or settings.content or resources() / "content"
        return cls(settings, chosen, report)

    def gather(
        self,
        metrics: Metrics,
        *,
        staffed: bool = True,
        without: frozenset[tuple[str, str]] = frozenset(),
    ) -> Stock:
        """Return everything sessions are built from; raises `KioskError`.

        With nobody at the clinic (not `staffed`) its advice says so. `without` are
        pages known to be bad, each as its language and its name. Only the clinic's
        first language is read by now.
        """
        settings = self.settings
        there = languages_in(self.content, self.report)
        languages = chosen_from(there, settings.languages)
        if self.first:
            codes = (language.code for language in languages)
            languages = chosen_from(there, (self.first, *codes))
        checklist = load_checklist(self.content / "checklist.toml")
        reader = PackLoader(
            content=self.content,
            checklist=checklist,
            clinic=settings.clinic,
            icons=icon_names(resources()),
            report=self.report,
            without=without,
        )
        stock = Stock(
            languages=languages,
            checklist=checklist,
            clinic=settings.clinic,
            read=_Shelf(reader, there[0].code, staffed).pack,
            dress=_Wardrobe(metrics).look,
            sign=SignPictures(self.content / "illustrations" / "signs", self.report).of,
            lower_edge_mm=settings.lower_edge_mm,
            calm=settings.reduce_motion,
        )
        stock.read(languages[0].code)
        return stock


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The packs read so far: each is read when somebody first wants its language."""

    reader: PackLoader
    original: str
    staffed: bool
    packs: dict[str, Pack] = field(default_factory=dict)

    def pack(self, language: str) -> Pack:
        """Return the pack of a language; raises `ContentError`."""
        if language not in self.packs:
            first = language == self.original
            original = None if first else self.pack(self.original)
            pack = self.reader.read(language, original, staffed=self.staffed)
            self.packs[language] = pack
        return self.packs[language]


@dataclass(frozen=True, slots=True)
class _Wardrobe:
    """The kiosk's looks on one screen."""

    metrics: Metrics

    def look(self, preferences: Preferences, mirrored: bool) -> Look:  # noqa: FBT001 - a callable's
        """Return the look for a visitor's comfort; raises `ThemeError`."""
        metrics = self.metrics.scaled(preferences.text_scale)
        theme = load_theme(resources(), preferences.theme, metrics.lengths)
        return Look(
            metrics=metrics,
            colours=theme.colours,
            icons=theme.icons,
            style=theme.style,
            prose=theme.prose,
            mirrored=mirrored,
        )
