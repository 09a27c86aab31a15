"""Put the kiosk together: read, build, connect, run. It decides nothing."""

import os
import signal
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QScreen
from PySide6.QtWidgets import QApplication

from kiosk.domain.content import Page
from kiosk.domain.metrics import Metrics
from kiosk.errors import ContentError, KioskError, ThemeError
from kiosk.files.checklist import load_checklist
from kiosk.files.packs import PackReader
from kiosk.files.places import resources
from kiosk.files.settings import Settings, load_settings
from kiosk.files.themes import font_files, load_theme
from kiosk.ui.look import Look
from kiosk.ui.material import Material
from kiosk.ui.proofreader import Proofreader
from kiosk.ui.qt_messages import QtMessages
from kiosk.ui.shell import Shell

CANNOT_START = 2


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for; None where the settings decide."""

    config: Path | None = None
    content: Path | None = None
    windowed: bool = False


def report(problem: str) -> None:
    """Tell whoever started the kiosk, in one line."""
    sys.stderr.write(f"kiosk: {problem}\n")


def report_page(problem: ContentError) -> None:
    """Tell of a page that visitors will not see."""
    report(f"{problem} (this page is left out)")


def new_application() -> QApplication:
    """Return Qt's application; ends the program in one line where Qt cannot start.

    Sizes are ours in millimetres, so Qt must not scale them a second time. Left to
    itself Qt tries X11 first, even where the session is a Wayland one.
    """
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    if "WAYLAND_DISPLAY" in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "wayland;xcb")
    messages = QtMessages(report, CANNOT_START)
    qInstallMessageHandler(messages)
    application = QApplication(["kiosk"])
    messages.started()
    return application


def register_fonts() -> None:
    """Make the kiosk's own fonts known to Qt; raises `ThemeError`."""
    for path in font_files():
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ThemeError(path, "is no font that Qt can read; install kiosk again")


def gather(
    application: QApplication, settings: Settings, metrics: Metrics, wishes: Wishes
) -> Material:
    """Read everything a session is built from, and dress the application.

    A page that cannot be used is reported and left out.
    """
    bundled = resources()
    theme = load_theme(bundled, "light", metrics.lengths)
    content = wishes.content or settings.content or bundled / "content"
    checklist = load_checklist(content / "checklist.toml")
    pack = PackReader(
        content=content,
        checklist=checklist,
        clinic=settings.clinic,
        icons=frozenset(theme.icons),
        report=report_page,
    ).read("en")
    application.setStyleSheet(theme.style)
    look = Look(metrics, theme.colours, theme.icons, theme.prose)
    return Material(pack, checklist, settings.clinic, look)


def metrics_of(screen: QScreen, settings: Settings) -> Metrics:
    """Return the metrics of a screen, corrected by the settings if they say so."""
    width = settings.screen_width_mm or screen.physicalSize().width()
    size = screen.geometry().size()
    return Metrics.of_screen((size.width(), size.height()), width)


def run(wishes: Wishes) -> int:
    """Run the kiosk until it is closed; return the exit status."""
    application = new_application()
    kiosk = Kiosk(application, wishes)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.excepthook = kiosk.start_over_after
    kiosk.start()
    return application.exec() or (CANNOT_START if kiosk.failed else 0)


class Kiosk(QObject):
    """The running program: one window, and what to do when something is wrong."""

    def __init__(self, application: QApplication, wishes: Wishes) -> None:
        super().__init__(application)
        self.failed = False
        self._application = application
        self._wishes = wishes
        self._emergency_number = ""
        self._shell = Shell()

    def start(self) -> None:
        """Show the first page, or whom to ask instead: never a blank."""
        try:
            self._serve()
        except KioskError as problem:
            self._give_up(problem)
        self._place(self._application.primaryScreen())

    def start_over_after(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        """Say where a bug is, without what a visitor did, and begin again."""
        frames = traceback.extract_tb(trace)
        at = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        expected = isinstance(bug, KioskError)
        report(str(bug) if expected else f"a bug at {at}: {kind.__name__}")
        self._shell.start_over()

    def _serve(self) -> None:
        register_fonts()
        settings = load_settings(self._wishes.config)
        self._emergency_number = settings.clinic.emergency_number
        metrics = metrics_of(self._application.primaryScreen(), settings)
        material = gather(self._application, settings, metrics, self._wishes)
        self._shell.start(material)
        proofreader = Proofreader(material.pack, self)
        proofreader.found.connect(report_page)
        proofreader.finished.connect(self._keep)
        self._shell.painted.connect(proofreader.start)

    def _keep(self, good: tuple[Page, ...]) -> None:
        """Serve on with the pages that can be read."""
        try:
            self._shell.keep_pages(good)
        except KioskError as problem:
            self._give_up(problem)

    def _give_up(self, problem: KioskError) -> None:
        self.failed = True
        report(str(problem))
        self._application.setStyleSheet("")
        self._shell.show_trouble(str(problem), self._emergency_number)

    def _place(self, screen: QScreen) -> None:
        """Show the window: all of the screen, with or without a window manager."""
        if self._wishes.windowed:
            self._shell.resize(screen.availableGeometry().size() * 0.8)
            self._shell.show()
            return
        self._shell.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._shell.setGeometry(screen.geometry())
        self._shell.showFullScreen()
