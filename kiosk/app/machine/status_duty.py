"""Let `kiosk status` be answered from the first page on, and in trouble.

Where the kiosk is one of a fleet, the same is written into a file.
"""

import socket
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app.services import Services
from kiosk.ui.window.shell import Shell

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.machine.fleet_report import FleetReport
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
        self._started = services.clock.now().isoformat(timespec="seconds")
        self._painted = ""
        self._has_asked_for_voices = False
        self._socket: StatusSocket | None = None
        self._fleet_report: FleetReport | None = None
        _, trouble = working()
        if trouble:  # the screen that says so hides the window, which paints nothing
            QTimer.singleShot(0, self, self._begin)
        else:
            shell.first_painted.connect(self._begin)

    def report(self, *, asks_for_voices: bool = True) -> "StatusReport":
        """Return how the kiosk is now.

        Voices are asked for with the first report, and told from then on: whether they
        are known before would tell that a visitor has listened.
        """
        from kiosk.app.machine.status_report import report_of

        kiosk, trouble = self._working()
        status = kiosk.status() if kiosk else None
        told = report_of(status, self._services.report, trouble)
        if not (asks_for_voices and self._has_asked_for_voices):
            told = replace(told, voices=dict.fromkeys(told.voices))
        if asks_for_voices and kiosk and not self._has_asked_for_voices:
            kiosk.find_voices()
            self._has_asked_for_voices = True
        self._look_at_the_glass()
        return replace(
            told,
            screen_px=(self._shell.width(), self._shell.height()),
            uptime_s=int(self._services.clock.seconds() - self._began),
            started=self._started,
            painted=self._painted,
        )

    def _look_at_the_glass(self) -> None:
        """Note the time if the last frame is not blank, or black as it should be."""
        from kiosk.app.machine.watchdog import is_blank, last_frame
        from kiosk.domain.mode import RULES, Screen

        kiosk, _ = self._working()
        mode = kiosk.visitor_mode.mode if kiosk else None
        is_black = mode is not None and RULES[mode].screen is Screen.BLACK
        if is_black or not is_blank(last_frame(self._shell)):
            self._painted = self._services.clock.now().isoformat(timespec="seconds")

    def _begin(self) -> None:
        """Listen, unless another kiosk is answered for and this is a look beside it."""
        if not hasattr(socket, "AF_UNIX"):  # on Windows there is none in Python
            return
        from kiosk.app.machine.status_socket import StatusSocket
        from kiosk.files.status_places import is_answered, status_place

        place = status_place()
        if not place or (not self._shell.is_locked and is_answered(place)):
            return
        self._write_for_the_fleet()
        try:
            self._socket = StatusSocket(place, self._answer, self)
        except OSError as error:
            why = f"{place}: {error.strerror or error}"
            self._services.report(f'{why}; "kiosk status" finds no kiosk')
            return
        self._application.aboutToQuit.connect(self._socket.close)

    def _write_for_the_fleet(self) -> None:
        """Write the report into a file as well, where there is a folder for it."""
        from kiosk.files.exchange import Message, exchange

        fleet = exchange()
        if not fleet or not fleet.may_write(Message.REPORT):
            return
        from kiosk.app.machine.fleet_report import FleetReport

        answer = partial(self._answer, asks_for_voices=False)
        problems = self._services.report
        told = FleetReport(fleet, answer, self._subject, problems, self._shell)
        self._application.aboutToQuit.connect(told.end)
        self._fleet_report = told

    def _subject(self) -> tuple[str, str]:
        """Return which content is shown, and why nothing works."""
        kiosk, trouble = self._working()
        return kiosk.content.library.fingerprint if kiosk else "", trouble

    def _answer(self, *, asks_for_voices: bool = True) -> bytes:
        """Return the report as JSON; a bug in it must not end a visit."""
        import msgspec

        try:
            report = self.report(asks_for_voices=asks_for_voices)
            return msgspec.json.encode(report)
        except Exception as bug:  # noqa: BLE001 - the hook would begin a new visit
            self._services.report.bug(bug, bug.__traceback__)
            return b""
