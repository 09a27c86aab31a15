"""The size of the kiosk's picture: that of the screen, or of a preview window."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

USUAL_MM = 476.0
"""The long side of a screen of 21.5 inches, which the preview window shows."""

_SHAPE = QSize(16, 9)
_PART_OF_DESKTOP = 0.9
_PAUSE_MS = 100
SMALLEST = QSize(480, 480)
"""Of the preview window: below, a millimetre would have less than a pixel."""


class ScreenGlass(QObject):
    """The first screen of the machine; another one once that is first.

    `changed` says that it has another size, or is another screen.
    """

    changed = Signal()

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._watched: QScreen | None = None
        self._measured_in = self.size
        application.primaryScreenChanged.connect(self._watch)
        self._watch(application.primaryScreen())

    @property
    def size(self) -> QSize:
        """How many pixels it has."""
        return self.place.size()

    @property
    def place(self) -> QRect:
        """Where it is among the screens, and its size, in pixels."""
        return self._application.primaryScreen().geometry()

    def width_mm(self, given_mm: float) -> float:
        """Return its width: the one that is given, or else its own word.

        One that was given before the screen was turned is now its height.
        """
        if not given_mm:
            return self._application.primaryScreen().physicalSize().width()
        before, now = self._measured_in, self.size
        if before.isEmpty() or _is_portrait(before) is _is_portrait(now):
            return given_mm
        return given_mm * before.height() / before.width()

    def measured(self) -> None:
        """Take widths given from now on as measured in the present orientation."""
        self._measured_in = self.size

    def _watch(self, screen: QScreen) -> None:
        if self._watched is screen:
            return
        self._watched = screen
        screen.geometryChanged.connect(self.changed)
        screen.physicalSizeChanged.connect(self.changed)
        self.changed.emit()


class WindowGlass(QObject):
    """A preview window that shows a whole screen, scaled down.

    At least as many millimetres fit in it as on the screen: it is drawn smaller, but
    laid out no other way. `changed` follows when it has kept a new size for a moment.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.changed)
        window.installEventFilter(self)

    @property
    def size(self) -> QSize:
        """How many pixels it has."""
        return self._window.size()

    def width_mm(self, given_mm: float) -> float:
        """Return the width in mm of the screen shown; its long side is `given_mm`."""
        size = self.size
        long = given_mm or USUAL_MM
        short = long * _SHAPE.height() / _SHAPE.width()
        across, down = (short, long) if _is_portrait(size) else (long, short)
        return max(across, down * size.width() / size.height())

    def measured(self) -> None:
        """Keep nothing: the long side is the long one, whichever way it is held."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait until the window keeps a new size."""
        if event.type() is QEvent.Type.Resize:
            self._pause.start(_PAUSE_MS)
        return False


Glass = ScreenGlass | WindowGlass


class FullScreen(QObject):
    """Keep a window as large as the first screen, with or without a window manager."""

    def __init__(self, glass: ScreenGlass, window: QWidget) -> None:
        super().__init__(window)
        self._glass = glass
        self._window = window
        glass.changed.connect(self.fit)

    def fit(self) -> None:
        """Give the window the place and size of the screen."""
        place = self._glass.place
        if not place.isEmpty() and self._window.geometry() != place:
            self._window.setGeometry(place)


def window_size(desktop: QSize) -> QSize:
    """Return the size in pixels of a preview window on a desktop of this size."""
    keep = Qt.AspectRatioMode.KeepAspectRatio
    return _SHAPE.scaled(desktop * _PART_OF_DESKTOP, keep).expandedTo(SMALLEST)


def _is_portrait(size: QSize) -> bool:
    return size.height() > size.width()
