"""Let touches and keys through, or swallow them: also for a moment after waking.

It sees the events of the window, not those of each widget: an event swallowed here
reaches nothing, and what Qt makes by itself never comes this way.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QKeyEvent,
    QMouseEvent,
    QPointerEvent,
    QTouchEvent,
)

MOMENT_S = 0.7
"""How long touches still lead nowhere after one that woke the screen: a trembling
hand touches twice. KlipperScreen waits 1 s; under half a second does not help."""

_TYPE = QEvent.Type
_NEW_FINGER = QEventPoint.State.Pressed
_BEGINS = frozenset(
    {
        _TYPE.MouseButtonPress,
        _TYPE.MouseButtonDblClick,  # what Qt calls a second press
        _TYPE.TouchBegin,
        _TYPE.TabletPress,
        _TYPE.KeyPress,
        _TYPE.Wheel,
    }
)
_GOES_ON = frozenset(
    {
        _TYPE.MouseMove,
        _TYPE.MouseButtonRelease,
        _TYPE.TouchUpdate,
        _TYPE.TouchEnd,
        _TYPE.TouchCancel,
        _TYPE.TabletMove,
        _TYPE.TabletRelease,
        _TYPE.KeyRelease,
    }
)


class InputGate(QObject):
    """Report every touch; while shut, let none of them through.

    `point` is where on the window the last one began, or None for a key.
    """

    touched = Signal()

    def __init__(self, seconds: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._is_shut = False
        self._is_deaf = False
        self._lets_keys = False
        self._paused_until = seconds()
        self._swallows = False
        self.point: QPoint | None = None

    def shut(self, *, deaf: bool = False, but_for_keys: bool = False) -> None:
        """Let nothing through; report it all the same, unless `deaf`.

        `but_for_keys` lets keys through, and reports none.
        """
        self._is_shut = True
        self._is_deaf = deaf
        self._lets_keys = but_for_keys

    def open(self) -> None:
        """Let touches through, after the current one and `MOMENT_S`."""
        if self._is_shut:
            self.pause()
        self._is_shut = self._is_deaf = self._lets_keys = False

    def pause(self) -> None:
        """Let nothing through and report nothing for `MOMENT_S`."""
        self._paused_until = self._seconds() + MOMENT_S

    def report(self, point: QPoint) -> None:
        """Report a touch that began at `point` before there was a window."""
        self.point = point
        if not self._is_deaf:
            self.touched.emit()

    def handle(self, event: QEvent) -> bool:
        """Return whether the gate swallows the event."""
        if self._lets_keys and isinstance(event, QKeyEvent):
            return False
        if _repeats(event):
            self._swallows |= self._is_closed()
        elif begins(event) and event.spontaneous():
            self._begin(event)
        elif event.type() not in _GOES_ON or is_hover(event):
            return False
        return self._swallow(event)

    def _begin(self, event: QEvent) -> None:
        """Report a touch, and decide whether it and its later events pass."""
        self.point = _point_of(event)
        was_closed, is_paused = self._is_closed(), self._is_paused()
        if not self._is_deaf and not is_paused:
            self.touched.emit()
        self._swallows = was_closed or self._is_closed()

    def _is_paused(self) -> bool:
        return self._seconds() < self._paused_until

    def _is_closed(self) -> bool:
        return self._is_shut or self._is_paused()

    def _swallow(self, event: QEvent) -> bool:
        """Return whether the event belongs to a touch that was swallowed.

        It is accepted, or Qt would make a mouse press of a touch that no widget took.
        """
        if self._swallows:
            event.accept()
        return self._swallows


def _point_of(event: QEvent) -> QPoint | None:
    """Return where a press or the first finger of a touch is."""
    if isinstance(event, QPointerEvent) and event.points():
        return event.points()[0].position().toPoint()
    return None


def _repeats(event: QEvent) -> bool:
    """Check whether a key repeats by itself: a book lies on it, or it is stuck."""
    return isinstance(event, QKeyEvent) and event.isAutoRepeat()


def is_hover(event: QEvent) -> bool:
    """Check whether a mouse moves with no button down: it belongs to no touch."""
    if not isinstance(event, QMouseEvent) or event.type() != _TYPE.MouseMove:
        return False
    return event.buttons() == Qt.MouseButton.NoButton


def begins(event: QEvent) -> bool:
    """Check whether a touch begins; with a palm on the glass, that of a finger."""
    if isinstance(event, QTouchEvent) and event.type() == _TYPE.TouchUpdate:
        return any(point.state() == _NEW_FINGER for point in event.points())
    return event.type() in _BEGINS
