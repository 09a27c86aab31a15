"""Let staff in by their PIN, show their panel, and open its tools."""

from collections.abc import Callable, Sequence
from functools import partial
from math import ceil
from random import SystemRandom

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from kiosk.content.placeholders import fill
from kiosk.domain.clock import Clock
from kiosk.domain.device_settings import VOLUMES, DeviceSettings
from kiosk.domain.mode import Mode
from kiosk.domain.pin import Pin, PinAttempts, TypedPin
from kiosk.domain.rotation import Rotation
from kiosk.domain.staff_command import Outcome, StaffCommand
from kiosk.domain.status import Fact
from kiosk.ui.context import ViewContext
from kiosk.ui.modes.size_check import SizeCheck, SizeReport
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.screens.calibration import Calibration
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.screen_test import ScreenTest
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.window.shell import Shell

_DIGITS = "1234567890"


class StaffAccess(Struct, frozen=True):
    """The PIN of the staff, and the facts for their panel.

    `facts` is called whenever the panel is shown; without `sound` there is no volume.
    `touch_rotation` returns how the machine turns touches.
    """

    pin: Pin
    shuffle: bool
    sound: bool
    facts: Callable[[], Sequence[Fact]]
    touch_rotation: Callable[[], Rotation] = lambda: Rotation.NONE


class StaffMode(QObject):
    """Ask for the PIN, show the panel, and show the tools behind it.

    `command_requested` carries what only the whole program can do, `sound_requested`
    that staff want to hear how loud it is now.
    """

    command_requested = Signal(StaffCommand)
    sound_requested = Signal()
    device_settings_changed = Signal(DeviceSettings)

    def __init__(
        self,
        shell: Shell,
        visitor_mode: VisitorMode,
        access: StaffAccess,
        clock: Clock,
        device_settings: DeviceSettings,
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._visitor_mode = visitor_mode
        self._access = access
        self._clock = clock
        self.device_settings = device_settings
        self._opens_at = clock.seconds() + self._wait()
        self._news: tuple[Fact, ...] = ()
        self._pad: PinPad | None = None
        self._panel: StaffPanel | None = None

    def ask_pin(self) -> None:
        """Show the PIN pad; the visit waits behind it."""
        digits = list(_DIGITS)
        if self._access.shuffle:
            SystemRandom().shuffle(digits)
        self._pad = PinPad(self._context, digits)
        self._pad.entered.connect(self._try)
        self._pad.closed.connect(self._visitor_mode.resume)
        self._visitor_mode.show_staff_screen(self._pad, Mode.PIN_PAD)
        self._refuse_if_closed(self._pad)

    def show_panel(self) -> None:
        """Show the panel; the visit before is over."""
        self._shell.start_over()
        self._panel = StaffPanel(
            self._context,
            [*self._news, *self._access.facts()],
            portrait=self._shell.height() > self._shell.width(),
            sound=self._access.sound,
        )
        self._panel.command_requested.connect(self._carry_out)
        self._panel.closed.connect(self._visitor_mode.end_visit)
        self._visitor_mode.show_staff_screen(self._panel, Mode.STAFF)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how reading the content again ended, and first what is wrong with it."""
        about = self._context.pack.staff.content
        self._show_first(*((about, problem) for problem in outcome.problems))
        if self._panel:
            self._panel.show_outcome(outcome.said)

    def _show_first(self, *news: Fact) -> None:
        """Show the panel with some facts above all others."""
        self._news = news
        self.show_panel()
        self._news = ()

    @property
    def _context(self) -> ViewContext:
        assert self._shell.context  # without it there is no session to ask from
        return self._shell.context

    def _try(self, typed: TypedPin) -> None:
        """Try a PIN. While the pad is closed even the right one is refused.

        The attempt is kept before its outcome is shown: to pull the plug gains nothing.
        """
        if not self._pad or self._refuse_if_closed(self._pad):
            return
        if self._access.pin.matches(typed.digits):
            self._keep(replace(self.device_settings, tries=PinAttempts()))
            self.show_panel()
            return
        now = self._clock.now().timestamp()
        before = self.device_settings.tries
        after = before.after_wrong(now)
        self._keep(replace(self.device_settings, tries=after))
        if after.closed_until not in (before.closed_until, 0.0):
            self._opens_at = self._clock.seconds() + self._wait()
        if not self._refuse_if_closed(self._pad):
            self._pad.refuse(self._context.pack.staff.wrong_pin)

    def _refuse_if_closed(self, pad: PinPad) -> bool:
        """Return whether the pad is closed, and show on it for how long."""
        wait = self._opens_at - self._clock.seconds()
        if wait > 0:
            text = self._context.pack.staff.pad_closed
            pad.refuse(fill(text, {"seconds": str(ceil(wait))}))
        return wait > 0

    def _carry_out(self, command: StaffCommand) -> None:
        own: dict[StaffCommand, Callable[[], None]] = {
            StaffCommand.SCREEN_TEST: self._test_screen,
            StaffCommand.CHECK_SIZES: self._check_sizes,
            StaffCommand.CALIBRATE: self._calibrate,
            StaffCommand.QUIETER: partial(self._change_volume, -1),
            StaffCommand.LOUDER: partial(self._change_volume, 1),
            StaffCommand.CLEAN: self._visitor_mode.clean,
        }
        if command in own:
            own[command]()
        else:
            self.command_requested.emit(command)

    def _test_screen(self) -> None:
        test = ScreenTest(self._context, self._access.touch_rotation())
        test.closed.connect(self.show_panel)
        self._visitor_mode.show_staff_screen(test, Mode.STAFF)

    def _check_sizes(self) -> None:
        """Measure every screen, and show the report on the panel."""
        self._visitor_mode.measure()
        check = SizeCheck(self._shell, self)
        check.finished.connect(self._show_sizes)
        check.start()

    def _show_sizes(self, report: SizeReport) -> None:
        words = self._context.pack.staff
        text = "\n".join(report.lines(self._context.pack))
        self._show_first((words.check_sizes, text))

    def _calibrate(self) -> None:
        calibration = Calibration(self._context, self._shell.width())
        calibration.closed.connect(self.show_panel)
        calibration.measured.connect(self._keep_width)
        self._visitor_mode.show_staff_screen(calibration, Mode.STAFF)

    def _keep_width(self, width_mm: float) -> None:
        self._keep(replace(self.device_settings, width_mm=round(width_mm, 1)))
        self.show_panel()

    def _change_volume(self, step: int) -> None:
        """Make the sound louder or quieter, and let staff hear it."""
        index = VOLUMES.index(self.device_settings.volume) + step
        volume = VOLUMES[max(0, min(index, len(VOLUMES) - 1))]
        self._keep(replace(self.device_settings, volume=volume))
        self.sound_requested.emit()
        if self._panel:
            self._panel.show_rows(self._access.facts())

    def _keep(self, device_settings: DeviceSettings) -> None:
        self.device_settings = device_settings
        self.device_settings_changed.emit(device_settings)

    def _wait(self) -> float:
        """Return the seconds the pad stays closed by the clock on the wall.

        Asked when something has changed, and counted with the stop watch from there:
        setting the clock neither opens the pad nor keeps it closed.
        """
        return self.device_settings.tries.wait(self._clock.now().timestamp())
