"""Load what visits are drawn with: fonts, sizes and looks, but for the content."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontDatabase

from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.domain.metrics import Metrics, is_screen_width
from kiosk.domain.preferences import ColourScheme, Preferences
from kiosk.errors import Problem, ThemeError
from kiosk.files.paths import resources
from kiosk.files.settings import Settings
from kiosk.files.themes import FAMILIES, font_files, load_theme
from kiosk.ui.context import ViewContexts
from kiosk.ui.style.look import Figures, Look
from kiosk.ui.style.names import Colour

_VIEWS = (
    "screens.home_view",
    "screens.page_view",
    "style.rich_text",
    "style.rtl_label",
    "screens.checklist_view",
    "screens.booking_view",
    "window.largest_emergency",
    "screens.qr_code_view",
    "screens.take_home_view",
    "screens.preference_questions",
    "widgets.idle_notice",
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


class Looks(Struct, frozen=True, dict=True):
    """The kiosk's looks on one screen; each is kept once it is made.

    With `moves` pages glide to where they are sent.
    """

    metrics: Metrics
    moves: bool = False
    families: tuple[str, ...] = FAMILIES

    @cached_property
    def _figures(self) -> Figures:
        return Figures()

    @cached_property
    def _made(self) -> dict[tuple[int, ColourScheme, bool], Look]:
        return {}

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
        theme = load_theme(resources(), preferences.theme, metrics.lengths, Colour)
        return Look(
            metrics=metrics,
            colours=theme.colours,
            icons=theme.icons,
            figures=self._figures,
            prose=theme.prose,
            moves=self.moves,
            families=self.families,
        )


def _with_fonts(looks: Looks, packs: Iterable[Pack]) -> Looks:
    """Return the looks with the fonts that packs bring for letters of their own."""
    files = dict.fromkeys(path for pack in packs for path in pack.fonts)
    added = [family for path in files for family in _families_of(path)]
    families = tuple(dict.fromkeys((*FAMILIES, *added)))
    return replace(looks, families=families) if added else looks


@cache
def _families_of(path: Path) -> list[str]:
    """Make a font known to Qt, once, and return its families; none if it is no font."""
    return QFontDatabase.applicationFontFamilies(
        QFontDatabase.addApplicationFont(str(path))
    )


def can_call_staff() -> bool:
    """Return whether there is a place for a call: the kiosk is one of a fleet."""
    from kiosk.files.exchange import Message, exchange

    fleet = exchange()
    return bool(fleet and fleet.may_write(Message.CALL))


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
        look=_with_fonts(looks, library.ready_packs).look,
        lower_edge_mm=settings.lower_edge_mm,
        speech=speech,
        calls_staff=settings.calls_staff and can_call_staff(),
        reduce_motion=settings.reduce_motion,
        now=now,
    )
