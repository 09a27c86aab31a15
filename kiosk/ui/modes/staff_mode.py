"""Let staff in by their PIN, and do what they ask for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from random import SystemRandom

from PySide6.QtCore import QObject, Signal

from kiosk.content.placeholders import fill
from kiosk.domain.clock import Clock
from kiosk.domain.device_settings import VOLUMES, DeviceSettings
from kiosk.domain.mode import Mode
from kiosk.domain.pin import Pin, PinAttempts
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


@dataclass(frozen=True, slots=True)
class StaffAccess:
    """What lets staff in, and what they are told.

    `facts` is asked whenever the panel is shown; without `sound` there is no volume.
    """

    pin: Pin
    shuffle: bool
    sound: bool
    facts: Callable[[], Sequence[Fact]]


class StaffMode(QObject):
    """The pad, the panel and the tools behind it.

    `wished` carries what only the whole program can do: `reload`, `restart`, `quit`,
    and `chime`, to hear how loud it is.
    """

    wished = Signal(str)
    device_settings_changed = Signal(DeviceSettings)

    def __init__(
        self,
        shell: Shell,
        attendant: VisitorMode,
        staff: StaffAccess,
        clock: Clock,
        kept: DeviceSettings,
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._attendant = attendant
        self._staff = staff
        self._clock = clock
        self.kept = kept
        self._opens_at = clock.seconds() + self._wait()
        self._checked: tuple[Fact, ...] = ()
        self._pad: PinPad | None = None
        self._panel: StaffPanel | None = None

    def ask_pin(self) -> None:
        """Ask for the PIN; the visit waits behind the pad."""
        digits = list(_DIGITS)
        if self._staff.shuffle:
            SystemRandom().shuffle(digits)
        self._pad = PinPad(self._material, digits)
        self._pad.entered.connect(self._try)
        self._pad.closed.connect(self._attendant.resume)
        self._attendant.host(self._pad, Mode.PIN_PAD)
        self._say_closed(self._pad)

    def show_panel(self) -> None:
        """Show the panel; whatever visit there was is over."""
        self._shell.start_over()
        self._panel = StaffPanel(
            self._material,
            [*self._checked, *self._staff.facts()],
            portrait=self._shell.height() > self._shell.width(),
            sound=self._staff.sound,
        )
        self._panel.wished.connect(self._do)
        self._panel.closed.connect(self._attendant.end_visit)
        self._attendant.host(self._panel, Mode.STAFF)

    @property
    def _material(self) -> ViewContext:
        assert self._shell.context  # without it there is no session to ask from
        return self._shell.context

    def _try(self, typed: str) -> None:
        """Try a PIN. While the pad is closed even the right one is refused.

        What comes of it is kept before it is told: to pull the plug gains nothing.
        """
        if not self._pad or self._say_closed(self._pad):
            return
        if self._staff.pin.matches(typed):
            self._keep(replace(self.kept, tries=PinAttempts()))
            self.show_panel()
            return
        now = self._clock.now().timestamp()
        before = self.kept.tries
        self._keep(replace(self.kept, tries=before.after_wrong(now)))
        if self.kept.tries.closed_until not in (before.closed_until, 0.0):
            self._opens_at = self._clock.seconds() + self._wait()
        if not self._say_closed(self._pad):
            self._pad.refuse(self._material.pack.staff.wrong_pin)

    def _say_closed(self, pad: PinPad) -> bool:
        """Tell whether the pad is closed, and on the pad for how long."""
        wait = self._opens_at - self._clock.seconds()
        if wait > 0:
            said = self._material.pack.staff.pad_closed
            pad.refuse(fill(said, {"seconds": str(ceil(wait))}))
        return wait > 0

    def _do(self, deed: str) -> None:
        own: dict[str, Callable[[], None]] = {
            "screen_test": self._test_screen,
            "check_sizes": self._check_sizes,
            "calibrate": self._calibrate,
            "quieter": partial(self._turn, -1),
            "louder": partial(self._turn, 1),
            "clean": self._attendant.clean,
        }
        if deed in own:
            own[deed]()
        else:
            self.wished.emit(deed)

    def _test_screen(self) -> None:
        test = ScreenTest(self._material)
        test.closed.connect(self.show_panel)
        self._attendant.host(test, Mode.STAFF)

    def _check_sizes(self) -> None:
        """Measure every screen; touch leads nowhere meanwhile."""
        self._attendant.measure()
        check = SizeCheck(self._shell, self)
        check.finished.connect(self._show_sizes)
        check.start()

    def _show_sizes(self, report: SizeReport) -> None:
        words = self._material.pack.staff
        text = "\n".join(report.lines(self._material.pack))
        self._checked = ((words.check_sizes, text),)
        self.show_panel()
        self._checked = ()

    def _calibrate(self) -> None:
        across = self._shell.screen().size().width()
        calibration = Calibration(self._material, across)
        calibration.closed.connect(self.show_panel)
        calibration.measured.connect(self._measured)
        self._attendant.host(calibration, Mode.STAFF)

    def _measured(self, width_mm: float) -> None:
        self._keep(replace(self.kept, width_mm=round(width_mm, 1)))
        self.wished.emit("reload")

    def _turn(self, step: int) -> None:
        """Make the sound louder or quieter, and let it be heard."""
        place = VOLUMES.index(self.kept.volume) + step
        volume = VOLUMES[max(0, min(place, len(VOLUMES) - 1))]
        self._keep(replace(self.kept, volume=volume))
        self.wished.emit("chime")
        if self._panel:
            self._panel.show_rows(self._staff.facts())

    def _keep(self, kept: DeviceSettings) -> None:
        self.kept = kept
        self.device_settings_changed.emit(kept)

    def _wait(self) -> float:
        """Return the seconds the pad stays closed by the clock on the wall.

        Asked when something has changed, and counted with the stop watch from there:
        whoever sets the clock neither opens the pad nor keeps it closed.
        """
        return self.kept.tries.wait(self._clock.now().timestamp())
