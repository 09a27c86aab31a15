"""Tell the supervisor that the screen is well: answering, painted, and of use.

A process may live while its screen is frozen or blank. The supervisor hears of nothing
but what is seen here, so that it starts the program again when this says nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.app.machine.supervisor import ALIVE, READY, STOPPING, Supervisor
from kiosk.domain.mode import RULES, Mode, Screen

_SIGNS_IN_TIME = 3
"""Signs of life that are sent in the time that the supervisor waits for one."""
_UNWATCHED_S = 1.0
_SAMPLE = QSize(48, 48)
LONGEST_S = {Mode.CLEANING: 90.0, Mode.MEASURING: 900.0}
"""How long a mode that no touch ends may last: a minute, and some for each screen."""


class Watchdog(QObject):
    """Look at the window again and again, and tell the supervisor that it is well."""

    def __init__(
        self,
        supervisor: Supervisor,
        window: QWidget,
        mode: Callable[[], Mode],
        seconds: Callable[[], float],
    ) -> None:
        """`mode` returns that of the kiosk by now, `seconds` is a clock."""
        super().__init__(window)
        self._supervisor = supervisor
        self._window = window
        self._mode = mode
        self._seconds = seconds
        self._last_mode, self._entered = mode(), seconds()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._begin)
        every_s = (supervisor.watchdog_s or _UNWATCHED_S) / _SIGNS_IN_TIME
        self._timer.start(round(every_s * 1000))
        self._begin()

    def stop(self) -> None:
        """Say that the program ends."""
        self._timer.stop()
        self._supervisor.tell(STOPPING)

    def _begin(self) -> None:
        """Say that the program is ready, once a visitor sees that it is."""
        if not self._is_well():
            return
        self._supervisor.tell(READY, "STATUS=serving visitors")
        self._timer.timeout.disconnect(self._begin)
        if self._supervisor.watchdog_s:
            self._timer.timeout.connect(self._look)
        else:
            self._timer.stop()

    def _look(self) -> None:
        if self._is_well():
            self._supervisor.tell(ALIVE)

    def _is_well(self) -> bool:
        """Return whether something is painted, and a touch leads or will lead on."""
        mode, now = self._mode(), self._seconds()
        if mode is not self._last_mode:
            self._last_mode, self._entered = mode, now
        rules = RULES[mode]
        leads_on = rules.is_responsive or now - self._entered < LONGEST_S.get(mode, 0)
        is_black = rules.screen is Screen.BLACK
        return leads_on and (is_black or not is_blank(last_frame(self._window)))


def last_frame(window: QWidget) -> QImage:
    """Return what a window last painted; a null image if it has painted nothing."""
    store = window.backingStore()
    frame = store.paintDevice() if store else None
    return frame if isinstance(frame, QImage) else QImage()


def is_blank(frame: QImage) -> bool:
    """Return whether an image is null, or of one colour wherever it is sampled."""
    if frame.isNull():
        return True
    ways = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.FastTransformation,
    )
    sample = frame.scaled(_SAMPLE, *ways).convertToFormat(QImage.Format.Format_RGB32)
    colours = memoryview(sample.constBits()).cast("I")
    return len(set(colours)) == 1
