"""Load what visits are drawn with: fonts, sizes and looks, but for the content."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib import import_module

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontDatabase

from kiosk.content.library import Library
from kiosk.domain.metrics import Metrics, is_screen_width
from kiosk.domain.preferences import ColourScheme, Preferences
from kiosk.errors import Problem, ThemeError
from kiosk.files.paths import resources
from kiosk.files.settings import Settings
from kiosk.files.themes import font_files, load_theme
from kiosk.ui.context import ViewContexts
from kiosk.ui.style.look import Look

_VIEWS = (
    "screens.home_view",
    "screens.page_view",
    "style.rich_text",
    "screens.checklist_view",
    "screens.booking_view",
    "screens.emergency_view",
    "screens.qr_code_view",
    "screens.preference_questions",
    "screens.idle_notice",
)


def register_fonts() -> None:
    """Make the kiosk's own fonts known to Qt; raises `ThemeError`."""
    for path in font_files(resources()):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            wrong, remedy = "is no font that Qt can read", "install kiosk again"
            raise ThemeError(Problem(path, message=wrong, remedy=remedy))


class ViewImports(QObject):
    """Import the views that a visitor may open, one at a time while nothing happens.

    A thread of their own would not do: Qt's classes are made on the window's thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(_VIEWS)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._import_next)

    @property
    def is_done(self) -> bool:
        """Whether all of them are imported."""
        return not self._left

    def start(self) -> None:
        """Begin, once the first page is shown."""
        self._timer.start(0)

    def _import_next(self) -> None:
        import_module(f"kiosk.ui.{self._left.pop(0)}")
        if self.is_done:
            self._timer.stop()


def width_problem(width_mm: float) -> str:
    """Return a problem if the width that a screen reports cannot be true."""
    if not width_mm or is_screen_width(width_mm):  # 0: it does not know
        return ""
    return (
        f"the screen says that it is {width_mm:.0f} mm wide, which is not believed; "
        "measure it in the staff panel, or write screen.width_mm in the settings"
    )


@dataclass(frozen=True, slots=True)
class Looks:
    """The kiosk's looks on one screen; each is kept once it is made.

    With `moves` pages glide to where they are sent.
    """

    metrics: Metrics
    moves: bool = False
    _made: dict[tuple[int, ColourScheme, bool], Look] = field(
        default_factory=dict, init=False, compare=False
    )

    def look(self, preferences: Preferences, mirrored: bool) -> Look:  # noqa: FBT001 - a callable's
        """Return the look for a visitor's preferences; raises `ThemeError`."""
        key = preferences.text, preferences.theme, mirrored
        if key not in self._made:
            look = self._made.get((preferences.text, preferences.theme, not mirrored))
            look = look or self._new_look(preferences)
            self._made[key] = replace(look, mirrored=mirrored)
        return self._made[key]

    def _new_look(self, preferences: Preferences) -> Look:
        metrics = self.metrics.scaled(preferences.text_scale)
        theme = load_theme(resources(), preferences.theme, metrics.lengths)
        return Look(
            metrics=metrics,
            colours=theme.colours,
            icons=theme.icons,
            style=theme.style,
            prose=theme.prose,
            moves=self.moves,
        )


def view_contexts(
    settings: Settings,
    library: Library,
    looks: Looks,
    *,
    speech: bool = False,
    now: Callable[[], datetime] = datetime.now,
) -> ViewContexts:
    """Return what makes the contexts of visits from this library, in these looks."""
    return ViewContexts(
        library=library,
        clinic=settings.clinic,
        look=looks.look,
        lower_edge_mm=settings.lower_edge_mm,
        speech=speech,
        reduce_motion=settings.reduce_motion,
        now=now,
    )
