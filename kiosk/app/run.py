"""Start the program and run it to its exit status: the composition root."""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.app.application import CANNOT_START
from kiosk.app.background import wait_for_the_last_piece
from kiosk.app.content_source import ContentSource
from kiosk.app.first_picture import keep_first_picture
from kiosk.app.garbage import keep_what_is_loaded
from kiosk.app.kiosk import RESTART, Kiosk
from kiosk.app.launch_screen import LaunchScreen
from kiosk.app.loading import register_fonts
from kiosk.app.log import tell_ready
from kiosk.app.machine.clocks import system_clock
from kiosk.app.machine.duties import MachineDuties
from kiosk.app.machine.heap import give_freed_memory_back
from kiosk.app.machine.placement import Placement, ScreenWait
from kiosk.app.machine.process import end_when_told
from kiosk.app.machine.status_duty import StatusDuty
from kiosk.app.machine.tool_run import wait_for_tools
from kiosk.app.problems import Reporter, forget_bug
from kiosk.app.services import Services
from kiosk.app.start_options import StartOptions
from kiosk.domain.rotation import Rotation
from kiosk.errors import KioskError
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.files.kept_settings import KeptSettings
from kiosk.files.parsed_texts import parsed_texts
from kiosk.files.paths import state_path
from kiosk.files.pin_rights import with_rights_told
from kiosk.files.settings import Settings
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.lockdown import Lockdown
from kiosk.ui.input.touch_scroller import TouchScroller
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell

_BROKEN = "the program cannot go on; restart it, or install kiosk again"


def run(
    application: QApplication,
    options: StartOptions,
    report: Reporter,
    launch_screen: LaunchScreen | None = None,
) -> int:
    """Run the kiosk until it is closed; return the exit status."""
    services = Services(system_clock(), DeviceSettingsFile(state_path()), report)
    program = Program(application, options, services)
    end_when_told(application)
    if not ScreenWait(application).until_there_is_one(report):
        return 0
    sys.excepthook = program.start_over_after
    program.start()
    program.take_over(launch_screen)
    program.shell.first_painted.connect(partial(tell_ready, report.log))
    StatusDuty(application, program.shell, services, program.working)
    status = application.exec()
    for owner in (application, program.shell):
        wait_for_tools(owner)
    wait_for_the_last_piece()
    report.log.tell("ended, to start again" if status == RESTART else "ended")
    if status == RESTART:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    return status or (CANNOT_START if program.trouble else 0)


def _uncover(window: int) -> None:
    from kiosk.app.machine.x_stacking import lower_what_covers

    lower_what_covers(window)


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
        self._began = time.time()
        self._application = application
        self._options = options
        self._services = services
        self._emergency_number = ""
        self._settings: Settings | None = None
        self._kiosk: Kiosk | None = None
        self._launch_screen: LaunchScreen | None = None
        self._shell = Shell(kiosk_style(application), locked=not options.windowed)
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

    def take_over(self, launch_screen: LaunchScreen | None) -> None:
        """Follow the picture that was shown until now; keep one where none was."""
        kiosk = None if self.trouble else self._kiosk
        self._launch_screen = launch_screen
        if launch_screen and kiosk:
            launch_screen.tell_touch(self._follow_touch)
            self._shell.first_painted.connect(self._close_launch_screen)
        elif kiosk and self._settings and self._folder:
            given = self._settings, self._folder, self._began
            keep_first_picture(self._shell, kiosk, *given)
        else:  # what tells of trouble covers the window, which paints nothing itself
            self._close_launch_screen()

    def _close_launch_screen(self) -> None:
        launch_screen, self._launch_screen = self._launch_screen, None
        if launch_screen:
            launch_screen.give_way()

    def _follow_touch(self, point: QPoint) -> None:
        """Begin the visit that a touch on the launch screen asked for."""
        assert self._kiosk
        is_page = not self._shell.screen_shown
        self._kiosk.visitor_mode.gate.report(point)
        touched = self._shell.childAt(point)
        if is_page and isinstance(touched, QAbstractButton):
            touched.click()

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
        self._has_bug, self._is_attempting = False, True
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
        options, folder = self._options, self._folder
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
        give_freed_memory_back()
        keep_what_is_loaded()
        self._kiosk = Kiosk(
            self._application, self._shell, settings, source, self._services
        )

    @property
    def _folder(self) -> Path | None:
        """The folder of the state; None for an account without a home."""
        state = self._services.device_settings.path
        return state.parent if state else None

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
        self._close_launch_screen()

    def _handlers(self) -> Handlers:
        """Return what handles input even where the kiosk cannot work."""
        lockdown = None if self._options.windowed else self._lock_down()
        scroller = TouchScroller(self._shell)
        return Handlers(lockdown=lockdown, touch_scroller=scroller)

    def _lock_down(self) -> Lockdown:
        """Lock the window; on X, others that no window manager stacks may cover it."""
        on_x = self._application.platformName() == "xcb"
        return Lockdown(self._shell, _uncover if on_x else None)
