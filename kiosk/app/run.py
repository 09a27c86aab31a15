"""Start the program and run it to its exit status: the composition root."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from msgspec import Struct
from PySide6.QtCore import QObject, qInstallMessageHandler
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from kiosk.app.background import wait_for_the_last_piece
from kiosk.app.content_source import ContentSource
from kiosk.app.garbage import GarbageCollector, keep_what_is_loaded
from kiosk.app.kiosk import RESTART, Kiosk
from kiosk.app.loading import register_fonts
from kiosk.app.log import tell_ready
from kiosk.app.machine.clocks import system_clock
from kiosk.app.machine.duties import MachineDuties
from kiosk.app.machine.placement import Placement, ScreenWait
from kiosk.app.machine.process import end_when_told, name_process
from kiosk.app.machine.screen_claim import claim_screen
from kiosk.app.machine.status_duty import StatusDuty
from kiosk.app.problems import Reporter, forget_bug
from kiosk.app.qt_messages import QtMessages
from kiosk.app.services import Services
from kiosk.domain.rotation import Rotation
from kiosk.errors import KioskError
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.files.kept_settings import KeptSettings
from kiosk.files.parsed_texts import parsed_texts
from kiosk.files.paths import state_path
from kiosk.files.pin_rights import with_rights_told
from kiosk.files.settings import Settings
from kiosk.ui.accessibility.headings import expose_headings
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.lockdown import Lockdown
from kiosk.ui.input.touch_scroller import TouchScroller
from kiosk.ui.window.shell import Shell

CANNOT_START = 2
_PIXMAPS_KIB = 256
"""Of Qt's own cache: its 10 MiB fill up with backgrounds, and quicken no session."""

_BROKEN = "the program cannot go on; restart it, or install kiosk again"


class StartOptions(Struct, frozen=True):
    """The options of the command line; None where the settings decide."""

    config: Path | None = None
    content: Path | None = None
    windowed: bool = False
    language: str = ""


def new_application(report: Reporter) -> QApplication:
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
    GarbageCollector(application)
    QPixmapCache.setCacheLimit(_PIXMAPS_KIB)
    expose_headings()
    return application


def run(options: StartOptions) -> int:
    """Run the kiosk until it is closed; return the exit status."""
    name_process()
    report = Reporter()
    report.log.tell("started")
    application = new_application(report)
    claim = None if options.windowed else _claim(application)
    services = Services(system_clock(), DeviceSettingsFile(state_path()), report)
    program = Program(application, options, services)
    end_when_told(application)
    if not ScreenWait(application).until_there_is_one(report):
        return 0
    sys.excepthook = program.start_over_after
    program.start()
    program.shell.first_painted.connect(partial(tell_ready, report.log))
    StatusDuty(application, program.shell, services, program.working)
    status = application.exec()
    wait_for_the_last_piece()
    report.log.tell("ended, to start again" if status == RESTART else "ended")
    if status == RESTART:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    del claim
    return status or (CANNOT_START if program.trouble else 0)


def _uncover(window: int) -> None:
    from kiosk.app.machine.x_stacking import lower_what_covers

    lower_what_covers(window)


def _claim(application: QApplication) -> object:
    return claim_screen(application.platformName(), os.environ)


class Program(QObject):
    """The running program: one window, and what to do when something is wrong.

    `trouble` is why the screen says that the kiosk is not working, empty while it is.
    """

    def __init__(
        self, application: QApplication, options: StartOptions, services: Services
    ) -> None:
        super().__init__(application)
        self.trouble = ""
        self._is_attempting = False
        self._has_bug = False
        self._application = application
        self._options = options
        self._services = services
        self._emergency_number = ""
        self._settings: Settings | None = None
        self._kiosk: Kiosk | None = None
        self._shell = Shell(application.setStyleSheet, locked=not options.windowed)
        self._placement = Placement(application, self._shell, windowed=options.windowed)

    @property
    def shell(self) -> Shell:
        """The window."""
        return self._shell

    def working(self) -> tuple[Kiosk | None, str]:
        """Return the kiosk, None if it never came to be, and why it does not work."""
        return self._kiosk, self.trouble

    def start(self) -> None:
        """Show the first page, or whom to ask instead: never a blank."""
        place, show = self._placement.place, self._placement.show
        self._attempt(place, self._load, show, self._start_kiosk)
        if self._has_bug:
            self._begin_again()

    def start_over_after(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        """Report the place of a bug, without a visitor's data, and start a new session.

        A bug on the way to a first page waits: Qt hands what a slot or an event raises
        to this hook, and still uses the widgets that a new start would delete.
        """
        self._services.report.bug(bug, trace)
        forget_bug()
        if self._is_attempting:
            self._has_bug = True
        else:
            self._begin_again()

    def _begin_again(self) -> None:
        """Show the first page; a bug on the way there ends the program's work."""
        if self.trouble:
            return
        self._attempt(self._shell.finish, self._shell.build_session)
        if self._has_bug:
            self._give_up(_BROKEN)

    def _attempt(self, *actions: Callable[[], None]) -> None:
        """Do all of them; of one that fails, say in one line why and show whom to ask.

        `_has_bug` is then whether Qt handed another bug to the hook on the way.
        """
        self._has_bug = False
        self._is_attempting = True
        for action in actions:
            try:
                action()
            except KioskError as error:
                self._services.report.bug(error, None)
                self._give_up(str(error))
            except Exception as bug:  # noqa: BLE001 - or Python would print it, visit and all
                self._services.report.bug(bug, bug.__traceback__)
                self._give_up(_BROKEN)
        self._is_attempting = False

    def _start_kiosk(self) -> None:
        chain = EventChain(self._shell, self._handlers())
        if self._kiosk and self._settings and not self.trouble:
            self._kiosk.start(chain)
            parts = self._application, self._shell, self._kiosk, self._services
            MachineDuties(*parts, self._settings)

    def _load(self) -> None:
        options = self._options
        state = self._services.device_settings.path
        folder = state.parent if state else None
        if folder:
            parsed_texts.begin(folder)
        kept = KeptSettings(folder)
        settings = with_rights_told(kept.load(options.config))
        self._shell.first_painted.connect(partial(kept.keep, settings))
        self._shell.first_painted.connect(parsed_texts.end)
        self._emergency_number = settings.clinic.emergency_number
        register_fonts()
        if settings.problems:
            self._services.report(*map(str, settings.problems))
        self._settings = settings
        self._turn(settings.rotation)
        source = ContentSource.of(settings, options.content, options.language)
        keep_what_is_loaded()
        self._kiosk = Kiosk(
            self._application, self._shell, settings, source, self._services
        )

    def _turn(self, rotation: Rotation) -> None:
        """Turn the picture where the settings say so; a desktop's is its own."""
        if rotation and not self._options.windowed:
            from kiosk.app.machine.rotated_output import RotatedOutput

            RotatedOutput(self._application, rotation, self._services.report).turn()

    def _give_up(self, problem: str) -> None:
        if self.trouble:
            return
        self.trouble = problem
        if self._kiosk:
            self._kiosk.stop()
        self._shell.show_trouble(problem, self._emergency_number)

    def _handlers(self) -> Handlers:
        """Return what handles input even where the kiosk cannot work."""
        lockdown = None if self._options.windowed else self._lock_down()
        scroller = TouchScroller(self._shell)
        return Handlers(lockdown=lockdown, touch_scroller=scroller)

    def _lock_down(self) -> Lockdown:
        """Lock the window; on X, others that no window manager stacks may cover it."""
        on_x = self._application.platformName() == "xcb"
        return Lockdown(self._shell, _uncover if on_x else None)
