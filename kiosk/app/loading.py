"""Load what visits are drawn with: fonts, sizes and looks, but for the content."""

from dataclasses import dataclass, field

from PySide6.QtGui import QFontDatabase, QScreen

from kiosk.content.library import Library
from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import Preferences
from kiosk.errors import Problem, ThemeError
from kiosk.files.paths import resources
from kiosk.files.settings import Settings
from kiosk.files.themes import font_files, load_theme
from kiosk.ui.context import ViewContexts
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
class Looks:
    """The kiosk's looks on one screen; each is kept once it is made."""

    metrics: Metrics
    _made: dict[tuple[Preferences, bool], Look] = field(
        default_factory=dict, init=False, compare=False
    )

    def look(self, preferences: Preferences, mirrored: bool) -> Look:  # noqa: FBT001 - a callable's
        """Return the look for a visitor's preferences; raises `ThemeError`."""
        key = Preferences(text=preferences.text, theme=preferences.theme), mirrored
        if key not in self._made:
            self._made[key] = self._new_look(*key)
        return self._made[key]

    def _new_look(self, preferences: Preferences, mirrored: bool) -> Look:  # noqa: FBT001
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


def view_contexts(
    settings: Settings, library: Library, looks: Looks, *, speech: bool = False
) -> ViewContexts:
    """Return what makes the contexts of visits from this library, in these looks."""
    return ViewContexts(
        library=library,
        clinic=settings.clinic,
        look=looks.look,
        lower_edge_mm=settings.lower_edge_mm,
        speech=speech,
        reduce_motion=settings.reduce_motion,
    )
