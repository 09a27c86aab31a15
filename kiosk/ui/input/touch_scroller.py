"""A finger that moves scrolls; one that does not, presses.

Qt's own scroller does the physics. Its gesture, which would also tell a stroke from a
press, registers itself anew for every page and is never forgotten: 5 KiB a visit.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollArea, QScroller, QWidget

from kiosk.ui.window.shell import Shell

_TYPE = QEvent.Type
_FAR_AWAY = QPointF(-10_000, -10_000)


class TouchScroller(QObject):
    """Move what can be scrolled under the finger.

    Where motion is reduced a page has no momentum: it stops where the finger leaves it.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        shell.stack.view_removed.connect(self.forget)
        self._glass: QWidget | None = None
        self._pressed: QWidget | None = None
        self._stops = False

    def handle(self, event: QEvent) -> bool:
        """Take a press that stops a page in motion; let others go on to the page."""
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind in (_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick):
            self._press(event)
            return self._stops
        if kind == _TYPE.MouseMove:
            self._move(event)
        elif kind == _TYPE.MouseButtonRelease:
            self._tell(QScroller.Input.InputRelease, event)
            self._leave()
        return False

    def forget(self) -> None:
        """Follow the finger no longer: what it touched may be gone."""
        self._glass = self._pressed = None

    def _press(self, event: QMouseEvent) -> None:
        touched = self._shell.childAt(event.position().toPoint())
        self._glass, self._pressed = _glass_under(touched), touched
        state = QScroller.State.Inactive
        if self._glass:
            state = QScroller.scroller(self._glass).state()
        self._stops = state == QScroller.State.Scrolling
        self._tell(QScroller.Input.InputPress, event)

    def _move(self, event: QMouseEvent) -> None:
        self._tell(QScroller.Input.InputMove, event)
        if self._pressed and self._glass:
            scroller = QScroller.scroller(self._glass)
            if scroller.state() == QScroller.State.Dragging:
                _let_go_of(self._pressed)
                self._pressed = None

    def _leave(self) -> None:
        contexts = self._shell.contexts
        if self._glass and contexts and contexts.reduce_motion:
            QScroller.scroller(self._glass).stop()
        self.forget()

    def _tell(self, what: QScroller.Input, event: QMouseEvent) -> None:
        if self._glass:
            place = self._glass.mapFrom(self._shell, event.position())
            scroller = QScroller.scroller(self._glass)
            scroller.handleInput(what, place, event.timestamp())


def _glass_under(widget: QWidget | None) -> QWidget | None:
    """Return the part of a scroll area that its page moves behind."""
    while widget:
        above = widget.parentWidget()
        if isinstance(above, QScrollArea):
            return widget
        widget = above
    return None


def _let_go_of(widget: QWidget) -> None:
    """Have a button think that the finger was lifted somewhere else."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    kind = _TYPE.MouseButtonRelease
    lifted = QMouseEvent(kind, _FAR_AWAY, _FAR_AWAY, left, none, plain)
    QCoreApplication.sendEvent(widget, lifted)
