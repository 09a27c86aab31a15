"""Let `kiosk status` be answered from the first page on, and in trouble."""

import socket
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app.services import Services
from kiosk.ui.window.shell import Shell

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.machine.status_socket import StatusSocket
    from kiosk.domain.status_report import StatusReport


class StatusDuty(QObject):
    """Tell other programs how the kiosk is; `working` returns it and what is wrong.

    That is None and a reason where it never came to serve visitors.
    """

    def __init__(
        self,
        application: QApplication,
        shell: Shell,
        services: Services,
        working: "Callable[[], tuple[Kiosk | None, str]]",
    ) -> None:
        super().__init__(shell)
        self._application = application
        self._shell = shell
        self._services = services
        self._working = working
        self._began = services.clock.seconds()
        self._has_asked_for_voices = False
        self._socket: StatusSocket | None = None
        _, trouble = working()
        if trouble:  # the screen that says so hides the window, which paints nothing
            QTimer.singleShot(0, self, self._begin)
        else:
            shell.first_painted.connect(self._begin)

    def report(self) -> "StatusReport":
        """Return how the kiosk is now.

        Voices are asked for with the first report, and told from then on: whether they
        are known before would tell that a visitor has listened.
        """
        from kiosk.app.machine.status_report import report_of

        kiosk, trouble = self._working()
        status = kiosk.status() if kiosk else None
        told = report_of(status, self._services.report, trouble)
        if kiosk and not self._has_asked_for_voices:
            told = replace(told, voices=dict.fromkeys(told.voices))
            kiosk.find_voices()
            self._has_asked_for_voices = True
        size = self._shell.width(), self._shell.height()
        uptime_s = int(self._services.clock.seconds() - self._began)
        return replace(told, screen_px=size, uptime_s=uptime_s)

    def _begin(self) -> None:
        """Listen, unless another kiosk is answered for and this is a look beside it."""
        if not hasattr(socket, "AF_UNIX"):  # on Windows there is none in Python
            return
        from kiosk.app.machine.status_socket import StatusSocket
        from kiosk.files.status_places import is_answered, status_place

        place = status_place()
        if not place or (not self._shell.is_locked and is_answered(place)):
            return
        try:
            self._socket = StatusSocket(place, self._answer, self)
        except OSError as error:
            why = f"{place}: {error.strerror or error}"
            self._services.report(f'{why}; "kiosk status" finds no kiosk')
            return
        self._application.aboutToQuit.connect(self._socket.close)

    def _answer(self) -> bytes:
        """Return the report as JSON; a bug in it must not end a visit."""
        import msgspec

        try:
            return msgspec.json.encode(self.report())
        except Exception as bug:  # noqa: BLE001 - the hook would begin a new visit
            self._services.report.bug(bug, bug.__traceback__)
            return b""
