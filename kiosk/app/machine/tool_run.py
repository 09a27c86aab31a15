"""Run a small tool of the desktop, and say in one line why it failed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Signal

_LONGEST_WAIT_MS = 2000
_PACKAGES = {
    "xrandr": "x11-xserver-utils",
    "xset": "x11-xserver-utils",
    "wlr-randr": "wlr-randr",
    "wlopm": "wlopm",
}
"""The tools that the kiosk runs, and the Debian package of each."""


class ToolRun(QObject):
    """One run of a tool. `ended` carries what it printed; `failed` the reason."""

    ended = Signal(str)
    failed = Signal(str)

    def __init__(self, words: Sequence[str], parent: QObject) -> None:
        """`words` are the tool and its arguments; the run deletes itself."""
        super().__init__(parent)
        self._tool, *arguments = words
        self._process = process = QProcess(self)
        process.setProgram(self._tool)
        process.setArguments(arguments)
        process.setStandardInputFile(QProcess.nullDevice())
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._report_failed_start)

    def start(self) -> None:
        """Run it; the signals come later."""
        self._process.start()

    def wait(self) -> None:
        """Wait for its end; a tool that hangs is ended."""
        _wait_for(self._process)

    def _finish(self, status: int, how: QProcess.ExitStatus) -> None:
        said = _text(self._process.readAllStandardOutput().data())
        wrong = _text(self._process.readAllStandardError().data())
        if how is QProcess.ExitStatus.CrashExit:
            self.failed.emit(f"{self._tool} did not end")
        elif status:
            lines = [line.strip() for line in wrong.splitlines() if line.strip()]
            because = lines[-1] if lines else f"exit status {status}"
            because = because.rpartition(f"{self._tool}: ")[2]  # some name themselves
            self.failed.emit(f"{self._tool}: {because}")
        else:
            self.ended.emit(said)
        self.deleteLater()

    def _report_failed_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            package = _PACKAGES.get(self._tool, self._tool)
            install = f"install it with: sudo apt install {package}"
            self.failed.emit(f"{self._tool} cannot be started; {install}")
            self.deleteLater()


def wait_for_tools(parent: QObject) -> None:
    """Wait for the end of each process that belongs to an object or its children.

    Qt would kill them together with the object, and warn of each.
    """
    for process in parent.findChildren(QProcess):
        _wait_for(process)


def _wait_for(process: QProcess) -> None:
    if not process.waitForFinished(_LONGEST_WAIT_MS):
        process.kill()
        process.waitForFinished(_LONGEST_WAIT_MS)


def _text(said: bytes | bytearray | memoryview) -> str:
    return bytes(said).decode("utf-8", "replace")
