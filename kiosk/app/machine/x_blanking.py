"""Keep X from blanking the screen while the kiosk is on it, as it does by itself."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.app.machine.tool_run import ToolRun, wait_for_tools

_TIMES = re.compile(r"timeout:\s+(\d+)\s+cycle:\s+(\d+)")
_DPMS = "DPMS is Enabled"
_STAYS = "X blanks the screen as it is set to"


class XBlanking(QObject):
    """Switch X's blanking off, and at the end put it back as it was.

    `switched_off` says that it is.
    """

    switched_off = Signal()

    def __init__(self, report: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._report = report
        self._before: list[str] = []
        self._is_ending = False

    def inhibit(self) -> None:
        """Read how X is set, then switch blanking off."""
        query = ToolRun(["xset", "q"], self)
        query.ended.connect(self._switch_off)
        query.failed.connect(self._fail)
        query.start()

    def put_back(self) -> None:
        """Set X as it was before, and wait for that: the program is about to end.

        An `xset` that still runs must end first: it could switch blanking off again.
        """
        self._is_ending = True
        wait_for_tools(self)
        if self._before:
            restore = ToolRun(["xset", *self._before], self)
            restore.start()
            restore.wait()

    def _switch_off(self, said: str) -> None:
        if self._is_ending:
            return
        words = ["s", "off"]
        found = _TIMES.search(said)
        self._before = ["s", *found.groups()] if found else ["s", "default"]
        if _DPMS in said:
            words.append("-dpms")
            self._before.append("+dpms")
        switch = ToolRun(["xset", *words], self)
        switch.failed.connect(self._fail)
        switch.ended.connect(self.switched_off)
        switch.start()

    def _fail(self, why: str) -> None:
        self._report(f"{_STAYS}: {why}")
