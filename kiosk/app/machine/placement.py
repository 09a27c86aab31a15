"""Bring the window to the screen: wait for one, fill it, show it."""

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app.glass import SMALLEST, FullScreen, ScreenGlass, window_size

_FOUND = 1
MORE_TIME_MS = 5_000


class Placement:
    """The place of the kiosk's window: the whole screen, or a preview of one."""

    def __init__(
        self, application: QApplication, window: QWidget, *, windowed: bool
    ) -> None:
        self._application = application
        self._window = window
        self._windowed = windowed

    def place(self) -> None:
        """Resize the window.

        Views are built in it before it is shown: where Qt itself calls for them, in the
        middle of showing, it does not survive a bug in one.
        """
        flag = Qt.WindowType
        if self._windowed:
            desktop = self._application.primaryScreen().availableGeometry().size()
            self._window.setMinimumSize(SMALLEST)
            self._window.resize(window_size(desktop))
            return
        self._window.setWindowFlag(flag.FramelessWindowHint)
        self._window.setWindowFlag(flag.WindowStaysOnTopHint)
        screen = ScreenGlass(self._application, self._window)
        FullScreen(screen, self._window).fit()

    def show(self) -> None:
        """Show the window, with or without a window manager."""
        if self._windowed:
            self._window.show()
        else:
            self._window.showFullScreen()


class ScreenWait(QEventLoop):
    """Wait for a first screen: on Wayland, Qt does not survive full screen on none."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__()
        self._application = application
        application.primaryScreenChanged.connect(self._look)

    def until_there_is_one(self, report: Callable[[str], None]) -> bool:
        """Return whether there is a screen; not if the program is told to end first."""
        if self._is_there():
            return True
        report("there is no screen yet; the kiosk waits for one")
        self._ask_for_time()
        return self.exec() == _FOUND

    def _ask_for_time(self) -> None:
        """Have the supervisor wait, too: a kiosk without a screen is a healthy one."""
        from kiosk.app.machine.supervisor import MORE_TIME, Supervisor

        if supervisor := Supervisor.of(os.environ):
            timer = QTimer(self)
            timer.timeout.connect(partial(supervisor.tell, MORE_TIME))
            timer.start(MORE_TIME_MS)
            supervisor.tell(MORE_TIME, "STATUS=waiting for a screen")

    def _look(self) -> None:
        if self._is_there():
            self.exit(_FOUND)

    def _is_there(self) -> bool:
        return not self._application.primaryScreen().geometry().isEmpty()
