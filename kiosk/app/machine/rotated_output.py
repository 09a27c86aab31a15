"""Turn the picture of the first screen as the settings say, whenever it comes."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QObject
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.app.machine.tool_run import ToolRun
from kiosk.domain.rotation import Rotation

_SETTLE_MS = 300
"""How long a turned screen may take to say so; the window follows it later, too."""

_X_NAMES = {
    Rotation.NONE: "normal",
    Rotation.QUARTER: "right",
    Rotation.HALF: "inverted",
    Rotation.THREE_QUARTERS: "left",
}


class RotatedOutput(QObject):
    """Turn the first screen, and again when it comes back or is another."""

    def __init__(
        self,
        application: QGuiApplication,
        rotation: Rotation,
        report: Callable[[str], None],
    ) -> None:
        super().__init__(application)
        self._application = application
        self._rotation = rotation
        self._report = report
        self._run: ToolRun | None = None
        self._has_changed = False
        application.primaryScreenChanged.connect(self._start)

    def turn(self) -> None:
        """Turn the screen, and wait until its new size is known."""
        before = self._application.primaryScreen().geometry()
        self._start(self._application.primaryScreen())
        if not self._run:
            return
        self._run.wait()
        deadline = QDeadlineTimer(_SETTLE_MS)
        while not deadline.hasExpired():
            self._application.processEvents()
            if self._application.primaryScreen().geometry() != before:
                return

    def _start(self, screen: QScreen | None) -> None:
        """Turn a screen; one without a name only stands for one that is missing.

        One that comes while another is being turned is turned after that.
        """
        if self._run:
            self._has_changed = True
            return
        if not screen or not screen.name():
            return
        platform = self._application.platformName()
        words = turning_command(platform, screen.name(), self._rotation)
        if not words:
            self._fail(f"Qt's platform {platform} knows no way to turn it")
            return
        self._run = run = ToolRun(words, self)
        run.failed.connect(self._fail)
        run.destroyed.connect(self._forget)
        run.start()

    def _fail(self, why: str) -> None:
        self._report(f"screen.rotation: the picture is not turned: {why}")

    def _forget(self) -> None:
        self._run = None
        if self._has_changed:
            self._has_changed = False
            self._start(self._application.primaryScreen())


def turning_command(platform: str, output: str, rotation: Rotation) -> list[str]:
    """Return the command that turns an output; empty where there is none.

    Wayland's transform counts against the clock: it is how the picture makes up for a
    screen that was turned clockwise.
    """
    if platform == "xcb":
        return ["xrandr", "--output", output, "--rotate", _X_NAMES[rotation]]
    if platform.startswith("wayland"):
        transform = str((360 - rotation) % 360) if rotation else "normal"
        return ["wlr-randr", "--output", output, "--transform", transform]
    return []
