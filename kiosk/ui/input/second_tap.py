"""Let the second of two quick taps do nothing on what has just appeared.

Many people tap twice to open a thing once. The first tap opens a page; the second one
must not press what the page now has under the finger, nor take back a tick.
"""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton

from kiosk.ui.window.shell import Shell

QUICK_S = 0.4

_TYPE = QEvent.Type
_PRESSES = frozenset({_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick})


class SecondTap(QObject):
    """Take a press soon after another, unless its button was there and is as it was.

    A button that stays, such as that of a PIN pad, can be pressed as quickly as one
    likes. `seconds` is a clock.
    """

    def __init__(self, shell: Shell, seconds: Callable[[], float]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._seconds = seconds
        self._last = seconds() - QUICK_S
        self._takes = False
        self._places: WeakKeyDictionary[QAbstractButton, tuple[QRect, bool]] = (
            WeakKeyDictionary()
        )
        shell.front_changed.connect(self._wait)

    def handle(self, event: QEvent) -> bool:
        """Return whether the event belongs to a tap that does nothing."""
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind in _PRESSES:
            self._press(event.position().toPoint())
        elif kind == _TYPE.MouseButtonRelease:
            self._wait()
        if self._takes:
            event.accept()
        return self._takes

    def _wait(self) -> None:
        """Count the moment from now: a page may take long to appear after a tap."""
        self._last = self._seconds()

    def _press(self, point: QPoint) -> None:
        is_quick = self._seconds() - self._last < QUICK_S
        self._takes = is_quick and self._is_other(point)
        self._wait()
        if not self._takes:
            self._note_places()

    def _is_other(self, point: QPoint) -> bool:
        """Return whether another button, or another state, is here than before."""
        button = self._button_at(point)
        if not button:
            return False
        place, was_checked = self._places.get(button, (QRect(), False))
        return not place.contains(point) or button.isChecked() != was_checked

    def _button_at(self, point: QPoint) -> QAbstractButton | None:
        widget = self._shell.childAt(point)
        while widget:
            if isinstance(widget, QAbstractButton):
                return widget
            widget = widget.parentWidget()
        return None

    def _note_places(self) -> None:
        """Remember which button is where, and whether it is ticked."""
        self._places.clear()
        for button in self._shell.findChildren(QAbstractButton):
            if button.isVisible():
                corner = button.mapTo(self._shell, QPoint(0, 0))
                place = QRect(corner, button.size())
                self._places[button] = place, button.isChecked()
