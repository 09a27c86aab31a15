"""Report problems in one line each, and keep the last ones for the staff panel.

Nothing a visitor did is in a line, nor when.
"""

import sys
import traceback
from collections import Counter, deque
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kiosk.app.log import Log, Priority
from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.domain.status_report import ProblemCount

_REMEMBERED = 8


class Reporter:
    """Write problems to the log; `last` are the last few lines, newest first."""

    def __init__(self, log: Log | None = None) -> None:
        self.log = log or Log()
        self.last: deque[str] = deque(maxlen=_REMEMBERED)
        self._times: Counter[str] = Counter()
        self._mended: set[str] = set()

    @property
    def counted(self) -> "tuple[ProblemCount, ...]":
        """The last few problems, each with how often it was reported."""
        from kiosk.domain.status_report import ProblemCount

        return tuple(
            ProblemCount(text=it, times=self._times[it], mended=it in self._mended)
            for it in self.last
        )

    def __call__(self, *lines: str) -> None:
        """Report problems, one a line; the first of them is read first."""
        self._report(Priority.WARNING, *lines)

    def fatal(self, *lines: str) -> None:
        """Report what the program cannot do without, a line each."""
        self._report(Priority.ERROR, *lines)

    def mended(self, *lines: str) -> None:
        """Note of lines that they hold no more; they stay among the last few."""
        self._mended.update(line for line in lines if line in self.last)

    def _report(self, priority: Priority, *lines: str) -> None:
        for line in reversed(lines):
            if line in self.last:
                self.last.remove(line)
            self.last.appendleft(line)
            self._times[line] += 1
        self._mended = self._mended & set(self.last) - set(lines)
        for gone in self._times.keys() - set(self.last):
            del self._times[gone]
        self.log.write(priority, *lines)

    def bug(self, bug: BaseException, trace: TracebackType | None) -> None:
        """Report where a bug is; what it says may be what a visitor did."""
        if isinstance(bug, KioskError):
            self.fatal(*bug.lines)
            return
        self.fatal(bug_line(bug, trace))


def bug_line(bug: BaseException, trace: TracebackType | None) -> str:
    """Return where a bug is, and of which kind; not what it says."""
    frames = traceback.extract_tb(trace)
    at = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"a bug at {at}: {type(bug).__name__}"


def forget_bug() -> None:
    """Let go of the visit that Python keeps for a debugger after a bug."""
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)
