"""Switch the screen's power off in the dark mode, and on at a touch."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from kiosk.app.machine.tool_run import ToolRun
from kiosk.domain.mode import RULES, Mode, Screen

_NO_POWER = "Server does not have the DPMS Extension"
_STAYS = "screen.off_when_closed: the screen stays on, and black, while closed"
_X_OFF, _X_ON = "dpms force off", "dpms force on -dpms"
"""To force a state lets X switch by itself, too, which `-dpms` takes back."""


class PanelPower(QObject):
    """Switch the screen off in the dark mode, by what its display server offers.

    A touch reaches the kiosk all the same. Where the server offers nothing, as cage
    does, staff are told once and the screen stays black.
    """

    def __init__(
        self,
        platform: str,
        mode: Callable[[], Mode],
        report: Callable[[str], None],
        parent: QObject,
    ) -> None:
        """`platform` is Qt's; `mode` returns that of the kiosk by now."""
        super().__init__(parent)
        self._is_x = platform == "xcb"
        self._mode = mode
        self._has_begun = False
        self._report = report
        self._is_off = False
        self._has_failed = False

    def begin(self) -> None:
        """Begin, unless X has no power to switch: it would not say so later."""
        if not self._is_x:
            self._has_begun = True
            self.follow()
            return
        query = ToolRun(["xset", "q"], self)
        query.ended.connect(self._read)
        query.failed.connect(self._fail)
        query.start()

    def follow(self) -> None:
        """Switch the screen as the mode of the kiosk wants it."""
        is_off = RULES[self._mode()].screen is Screen.BLACK
        if is_off is not self._is_off and self._has_begun and not self._has_failed:
            self._is_off = is_off
            self._switch(on=not is_off).start()

    def wake(self) -> None:
        """Leave the screen on, and wait for that: the program is about to end."""
        if self._is_off and not self._has_failed:
            run = self._switch(on=True)
            run.start()
            run.wait()

    def _switch(self, *, on: bool) -> ToolRun:
        run = ToolRun(self._command(on=on), self)
        run.failed.connect(self._fail)
        return run

    def _command(self, *, on: bool) -> Sequence[str]:
        if self._is_x:
            return ["xset", *(_X_ON if on else _X_OFF).split()]
        return ["wlopm", "--on" if on else "--off", "*"]

    def _read(self, said: str) -> None:
        if _NO_POWER in said:
            self._fail("the X server cannot switch it")
        else:
            self._has_begun = True
            self.follow()

    def _fail(self, why: str) -> None:
        self._has_failed = True
        self._report(f"{_STAYS}: {why}")
