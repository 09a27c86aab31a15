"""Read what the kiosk is made of, and hand it over as values that need no file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtGui import QFontDatabase, QScreen

from kiosk.domain.metrics import Metrics
from kiosk.errors import ContentError, ThemeError
from kiosk.files.checklist import load_checklist
from kiosk.files.packs import PackReader
from kiosk.files.places import resources
from kiosk.files.settings import Settings
from kiosk.files.themes import font_files, load_theme
from kiosk.ui.look import Look
from kiosk.ui.material import Material


def register_fonts() -> None:
    """Make the kiosk's own fonts known to Qt; raises `ThemeError`."""
    for path in font_files():
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ThemeError(path, "is no font that Qt can read; install kiosk again")


def metrics_of(screen: QScreen, width_mm: float) -> Metrics:
    """Return the metrics of a screen: of the width said, or else of its own word."""
    width = width_mm or screen.physicalSize().width()
    size = screen.geometry().size()
    return Metrics.of_screen((size.width(), size.height()), width)


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Reads for one clinic: its `settings`, the folder `content`, its own resources.

    `report` is told of every page that cannot be used and is left out.
    """

    settings: Settings
    content: Path
    report: Callable[[ContentError], None]

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

    def gather(self, metrics: Metrics, *, staffed: bool = True) -> Material:
        """Return everything a session is built from; raises `KioskError`.

        With nobody at the clinic (not `staffed`) its advice says so.
        """
        theme = load_theme(resources(), "light", metrics.lengths)
        checklist = load_checklist(self.content / "checklist.toml")
        pack = PackReader(
            content=self.content,
            checklist=checklist,
            clinic=self.settings.clinic,
            icons=frozenset(theme.icons),
            report=self.report,
        ).read("en", staffed=staffed)
        look = Look(metrics, theme.colours, theme.icons, theme.style, theme.prose)
        return Material(pack, checklist, self.settings.clinic, look)
