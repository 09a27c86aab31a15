"""Start the watchdog, the safe picture, the screen's power, calls and totals."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kiosk.app.kiosk import Kiosk
from kiosk.app.services import Services
from kiosk.files.settings import Settings
from kiosk.ui.window.shell import Shell

if TYPE_CHECKING:
    from kiosk.app.machine.panel_power import PanelPower


_NO_CALLS = (
    "staff.call_button: {folder} is missing, so that the button is not shown; "
    "install the package, or make the folder"
)


class MachineDuties(QObject):
    """Connect a running kiosk with its machine, once its first page is painted.

    The module of a duty is imported when that begins, and only if it is needed.
    """

    def __init__(
        self,
        application: QApplication,
        shell: Shell,
        kiosk: Kiosk,
        services: Services,
        settings: Settings,
    ) -> None:
        super().__init__(shell)
        self._application = application
        self._shell = shell
        self._kiosk = kiosk
        self._services = services
        self._settings = settings
        shell.first_painted.connect(self._begin)

    def _begin(self) -> None:
        """Begin each duty."""
        if "NOTIFY_SOCKET" in os.environ:
            self._tell_supervisor()
        self._keep_safe_picture()
        if self._settings.calls_staff:
            self._call_staff()
        if self._settings.counts_visits:
            self._count_visits()
        if self._shell.is_locked:
            self._keep_screen_on()

    def _tell_supervisor(self) -> None:
        from kiosk.app.machine.supervisor import Supervisor
        from kiosk.app.machine.watchdog import Watchdog

        if supervisor := Supervisor.of(os.environ):
            mode, seconds = self._kiosk.visitor_mode, self._services.clock.seconds
            watchdog = Watchdog(supervisor, self._shell, lambda: mode.mode, seconds)
            self._application.aboutToQuit.connect(watchdog.stop)

    def _keep_safe_picture(self) -> None:
        from kiosk.app.machine.safe_picture import SafePicture

        if (state := self._services.device_settings.path) and self._shell.is_locked:
            report = self._services.report
            picture = SafePicture(
                state.parent, self._shell, self._settings.rotation, report
            )
            self._kiosk.content.idle.connect(picture.keep)

    def _call_staff(self) -> None:
        """Offer to call staff, where `kiosk-status` runs to send the call."""
        from kiosk.files.exchange import Message, exchange

        fleet = exchange()
        if not fleet or not fleet.may_write(Message.CALL):
            folder = fleet.path(Message.CALL).parent if fleet else "a folder for it"
            path = self._settings.path
            self._services.report(f"{path}: {_NO_CALLS.format(folder=folder)}")
            return
        from kiosk.app.machine.staff_call import StaffCallDuty

        mode, clock = self._kiosk.visitor_mode, self._services.clock
        report = self._services.report
        duty = StaffCallDuty(fleet, self._shell, mode, clock.seconds, report)
        self._application.aboutToQuit.connect(duty.end)

    def _count_visits(self) -> None:
        from kiosk.app.machine.usage_totals import UsageTotals
        from kiosk.files.usage_totals import NAME, TotalsFile

        if state := self._services.device_settings.path:
            file = TotalsFile(state.with_name(NAME))
            mode, hours = self._kiosk.visitor_mode, self._settings.clinic.hours
            totals = UsageTotals(file, self._shell, mode, hours, self._services)
            self._application.aboutToQuit.connect(totals.end)

    def _keep_screen_on(self) -> None:
        """Keep the screen on, but for where the clinic lets it sleep."""
        power = self._new_power() if self._settings.off_when_closed else None
        if self._application.platformName() != "xcb":
            if power:
                power.begin()
            return
        from kiosk.app.machine.x_blanking import XBlanking

        blanking = XBlanking(self._services.report, self)
        self._application.aboutToQuit.connect(blanking.put_back)
        if power:
            blanking.switched_off.connect(power.begin)
        blanking.inhibit()

    def _new_power(self) -> "PanelPower":
        from kiosk.app.machine.panel_power import PanelPower

        platform, modes = self._application.platformName(), self._kiosk.visitor_mode
        power = PanelPower(platform, lambda: modes.mode, self._services.report, self)
        modes.mode_changed.connect(power.follow)
        self._application.aboutToQuit.connect(power.wake)
        return power
