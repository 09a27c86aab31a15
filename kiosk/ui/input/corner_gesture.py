"""The way to cleaning mode without a PIN: hold one top corner, then the other."""

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

HOLD_MS = 2000
IN_TURN_MS = 10_000
CORNER_MM = 25.0

_TYPE = QEvent.Type
_DOWN = frozenset({_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick, _TYPE.TouchBegin})
_UP = frozenset({_TYPE.MouseButtonRelease, _TYPE.TouchEnd, _TYPE.TouchCancel})
_MOVE = frozenset({_TYPE.MouseMove, _TYPE.TouchUpdate})


class CornerGesture(QObject):
    """Watch the two top corners of a window, where nothing else can be touched."""

    held = Signal()

    def __init__(self, window: QWidget, corner_px: int) -> None:
        super().__init__(window)
        self.corner_px = corner_px
        self._window = window
        self._first = ""
        self._corner = ""
        self._hold = _single_shot(self, HOLD_MS)
        self._hold.timeout.connect(self._count)
        self._turn = _single_shot(self, IN_TURN_MS)
        self._turn.timeout.connect(self._forget)

    def handle(self, event: QEvent) -> bool:
        """Look at touches, and let all of them through."""
        kind = event.type()
        if kind in _UP:
            self._hold.stop()
        elif kind in _DOWN or (kind in _MOVE and self._hold.isActive()):
            self._see(_place(event), begins=kind in _DOWN)
        return False

    def _see(self, place: QPointF, *, begins: bool) -> None:
        corner = self._corner_at(place)
        if begins and corner:
            self._corner = corner
            self._hold.start()
        elif corner != self._corner:
            self._hold.stop()

    def _corner_at(self, place: QPointF) -> str:
        if place.y() > self.corner_px:
            return ""
        if place.x() < self.corner_px:
            return "left"
        return "right" if place.x() > self._window.width() - self.corner_px else ""

    def _count(self) -> None:
        if self._first and self._first != self._corner:
            self._forget()
            self.held.emit()
        else:
            self._first = self._corner
            self._turn.start()

    def _forget(self) -> None:
        self._first = ""


def _place(event: QEvent) -> QPointF:
    if isinstance(event, QTouchEvent):
        return event.points()[0].position()
    return event.position() if isinstance(event, QMouseEvent) else QPointF(-1, -1)


def _single_shot(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
