"""Make the looks for the screen, and again whenever its size changes."""

from PySide6.QtCore import QObject, Signal

from kiosk.app.glass import Glass
from kiosk.app.loading import Looks
from kiosk.domain.metrics import Metrics


class ScreenLooks(QObject):
    """Make looks as large as the glass is.

    Its width is the one that staff measured, or that the settings say, or else its own
    word. With `moves` pages glide. `changed` says that everything is to be drawn again.
    """

    changed = Signal()

    def __init__(
        self,
        glass: Glass,
        settings_mm: float,
        measured_mm: float,
        parent: QObject,
        *,
        moves: bool = False,
    ) -> None:
        super().__init__(parent)
        self._glass = glass
        self._settings_mm = settings_mm
        self._measured_mm = measured_mm
        self._moves = moves
        self._looks = Looks(self._metrics(), moves)
        glass.changed.connect(self._fit)

    @property
    def looks(self) -> Looks:
        """The looks to draw in."""
        return self._looks

    @property
    def given_mm(self) -> float:
        """The glass's width, if staff measured it or the settings say it; else 0."""
        return self._measured_mm or self._settings_mm

    @property
    def width_mm(self) -> float:
        """The glass's width as it is turned now, if only by its own word."""
        return self._glass.width_mm(self.given_mm)

    def measure(self, width_mm: float) -> None:
        """Draw everything on a glass that is so wide."""
        if width_mm != self._measured_mm:
            self._glass.measured()
        self._measured_mm = width_mm
        self._fit()

    def _metrics(self) -> Metrics:
        return Metrics.of_screen(self._glass.size.toTuple(), self.width_mm)

    def _fit(self) -> None:
        if self._looks.metrics != (metrics := self._metrics()):
            self._looks = Looks(metrics, self._moves)
            self.changed.emit()
