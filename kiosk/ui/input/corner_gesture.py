"""The way to cleaning mode without a PIN: hold one top corner, then the other."""

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

HOLD_MS = 2000
WITHIN_MS = 10_000
CORNER_MM = 25.0

_TYPE = QEvent.Type
_DOWN = frozenset({_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick, _TYPE.TouchBegin})
_UP = frozenset({_TYPE.MouseButtonRelease, _TYPE.TouchEnd, _TYPE.TouchCancel})
_MOVE = frozenset({_TYPE.MouseMove, _TYPE.TouchUpdate})


class CornerGesture(QObject):
    """Emit `held` once a finger has held one top corner, then the other."""

    held = Signal()

    def __init__(self, window: QWidget, corner_px: int) -> None:
        super().__init__(window)
        self.corner_px = corner_px
        self._window = window
        self._first = ""
        self._corner = ""
        self._hold = _single_shot(self, HOLD_MS)
        self._hold.timeout.connect(self._count)
        self._patience = _single_shot(self, WITHIN_MS)
        self._patience.timeout.connect(self._start_over)

    def handle(self, event: QEvent) -> bool:
        """Look at touches, and let all of them through."""
        kind = event.type()
        if kind in _UP:
            self._hold.stop()
        elif kind in _DOWN or (kind in _MOVE and self._hold.isActive()):
            self._follow(_position(event), begins=kind in _DOWN)
        return False

    def _follow(self, point: QPointF, *, begins: bool) -> None:
        corner = self._corner_at(point)
        if begins and corner:
            self._corner = corner
            self._hold.start()
        elif corner != self._corner:
            self._hold.stop()

    def _corner_at(self, point: QPointF) -> str:
        if point.y() > self.corner_px:
            return ""
        if point.x() < self.corner_px:
            return "left"
        return "right" if point.x() > self._window.width() - self.corner_px else ""

    def _count(self) -> None:
        if self._first and self._first != self._corner:
            self._start_over()
            self.held.emit()
        else:
            self._first = self._corner
            self._patience.start()

    def _start_over(self) -> None:
        self._first = ""


def _position(event: QEvent) -> QPointF:
    if isinstance(event, QTouchEvent):
        return event.points()[0].position()
    return event.position() if isinstance(event, QMouseEvent) else QPointF(-1, -1)


def _single_shot(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
