"""Put the kiosk together: read, build, connect, run. It decides nothing."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QScreen
from PySide6.QtWidgets import QApplication

from kiosk.domain.content import Pack
from kiosk.domain.metrics import Metrics
from kiosk.errors import ContentError, KioskError, ThemeError
from kiosk.files.checklist import load_checklist
from kiosk.files.packs import PackReader
from kiosk.files.places import resources
from kiosk.files.settings import Settings, load_settings
from kiosk.files.themes import font_files, load_theme
from kiosk.ui.look import Look
from kiosk.ui.material import Material
from kiosk.ui.shell import Shell

CANNOT_START = 2

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for; None where the settings decide."""

    config: Path | None = None
    content: Path | None = None
    windowed: bool = False


def report(problem: str) -> None:
    """Tell whoever started the kiosk, in one line."""
    sys.stderr.write(f"kiosk: {problem}\n")


def new_application() -> QApplication:
    """Return Qt's application; ends the program in one line where Qt cannot start.

    Sizes are ours in millimetres, so Qt must not scale them a second time. Where
    there is no screen Qt aborts; the last it says before is turned into our words.
    """
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    qInstallMessageHandler(_speak_for_qt)
    application = QApplication(["kiosk"])
    application.setApplicationDisplayName("Kiosk")
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
        report=lambda problem: report(f"{problem} (this page is left out)"),
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
    shell = Shell()
    failed = False
    emergency_number = ""
    try:
        register_fonts()
        settings = load_settings(wishes.config)
        emergency_number = settings.clinic.emergency_number
        metrics = metrics_of(application.primaryScreen(), settings)
        material = gather(application, settings, metrics, wishes)
        _place(shell, application.primaryScreen(), windowed=wishes.windowed)
        shell.start(material)
    except KioskError as problem:
        failed = True
        report(str(problem))
        shell.show_trouble(str(problem), emergency_number)
    return application.exec() or (CANNOT_START if failed else 0)


def proofread(pack: Pack) -> Pack:
    """Return the pack without the pages whose bodies cannot be read."""
    good = []
    for page in pack.pages:
        try:
            pack.read(page)
            good.append(page)
        except ContentError as problem:
            report(f"{problem} (this page is left out)")
    return replace(pack, pages=tuple(good))


def _place(shell: Shell, screen: QScreen, *, windowed: bool) -> None:
    """Show the window: all of the screen, with or without a window manager."""
    if windowed:
        shell.resize(screen.availableGeometry().size() * 0.8)
        shell.show()
        return
    shell.setGeometry(screen.geometry())
    shell.showFullScreen()


def _speak_for_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind is QtMsgType.QtFatalMsg:
        report(f"there is no screen to show anything on. {message}")
        os._exit(CANNOT_START)
