"""Turn Qt's own messages into one line with a remedy."""

import os

from PySide6.QtCore import QMessageLogContext, QtMsgType

from kiosk.app.problems import Reporter

_NO_SCREEN = (
    "there is no screen to show anything on; start the kiosk in a desktop session, "
    "or set DISPLAY or WAYLAND_DISPLAY to one"
)
_NO_LIBRARY = "Qt misses a system library for this screen"
_OWN_WORDS = {
    "There are no outputs": "the screen is gone; the kiosk waits for it",
    "Configure event with maximized or fullscreen state contains invalid": "",
}
"""What Qt says of a screen that goes, and it in plain words; none for what follows."""

_UNREACHABLE = {"xcb": "connect to display", "wayland": "wl_display"}


class QtMessages:
    """A message handler for Qt.

    Qt ends the whole program where it finds no screen. What it says before is kept
    back, and said in one line of ours with exit status `status`.
    """

    def __init__(self, report: Reporter, status: int) -> None:
        self._report = report
        self._status = status
        self._held: list[str] | None = []

    def started(self) -> None:
        """Pass messages on from now: Qt has found its screen."""
        self._held = None

    def __call__(
        self, kind: QtMsgType, context: QMessageLogContext, message: str
    ) -> None:
        """Take one message."""
        line = " ".join(message.split())
        if kind is QtMsgType.QtFatalMsg:
            self._end(line)
        elif self._held is not None:
            self._held.append(line)
        elif kind is not QtMsgType.QtDebugMsg and (words := _in_own_words(line)):
            self._report(words)

    def _end(self, line: str) -> None:
        if self._held is None:
            self._report.fatal(f"Qt: {line}")
        else:
            lacks_library = _lacks_library(self._held)
            self._report.fatal(_library_advice() if lacks_library else _NO_SCREEN)
        os._exit(self._status)


def _in_own_words(line: str) -> str:
    own = (words for said, words in _OWN_WORDS.items() if line.startswith(said))
    return next(own, f"Qt: {line}")


def _library_advice() -> str:
    from kiosk.files.debian_packages import Use, how_to_install

    return f"{_NO_LIBRARY}; {how_to_install(Use.RUN)}"


def _lacks_library(held: list[str]) -> bool:
    """Check whether Qt lacks a system library, rather than a screen."""
    said = " ".join(held)
    return any(
        f'Could not load the Qt platform plugin "{plugin}"' in said
        and reason not in said
        for plugin, reason in _UNREACHABLE.items()
    )
