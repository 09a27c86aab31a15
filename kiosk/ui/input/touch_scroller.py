"""Scroll the page under a finger that moves; one that does not move presses.

Qt's own scroller does the physics. Its gesture, which would also distinguish a stroke
from a press, registers itself for every page and is never forgotten: 5 KiB a visit.
"""

import math

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollArea, QScroller, QScrollerProperties, QWidget

from kiosk.ui.widgets.reading_area import ReadingArea
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
        self._viewport: QWidget | None = None
        self._pressed: QWidget | None = None
        self._held_row = 0.0
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
            self._move_as_far_as_finger(event)
            self._feed(QScroller.Input.InputRelease, event)
            self._release()
        return False

    def forget(self) -> None:
        """Follow the finger no longer: the touched widget may be deleted."""
        self._viewport = self._pressed = None

    def _press(self, event: QMouseEvent) -> None:
        touched = self._shell.childAt(event.position().toPoint())
        self._viewport, self._pressed = _viewport_under(touched), touched
        state = QScroller.State.Inactive
        if self._viewport:
            state = QScroller.scroller(self._viewport).state()
        self._stops = state == QScroller.State.Scrolling
        self._feed(QScroller.Input.InputPress, event)
        if area := self._area():
            self._held_row = area.verticalScrollBar().value() + event.position().y()

    def _area(self) -> QScrollArea | None:
        """Return what scrolls the page under the finger."""
        area = self._viewport and self._viewport.parentWidget()
        return area if isinstance(area, QScrollArea) else None

    def _move(self, event: QMouseEvent) -> None:
        self._feed(QScroller.Input.InputMove, event)
        if self._pressed and self._viewport:
            scroller = QScroller.scroller(self._viewport)
            if scroller.state() == QScroller.State.Dragging:
                _release_elsewhere(self._pressed)
                self._pressed = None

    def _move_as_far_as_finger(self, event: QMouseEvent) -> None:
        """Move the page by what Qt would drop when the finger is lifted.

        Qt moves it with a timer, and a kiosk that is busy for a moment learns of a
        whole stroke before that timer is due.
        """
        area = self._area()
        if not area:
            return
        scroller, bar = QScroller.scroller(area.viewport()), area.verticalScrollBar()
        missing = self._held_row - event.position().y() - bar.value()
        slack = _undragged_pixels(scroller)
        if scroller.state() == QScroller.State.Dragging and abs(missing) > slack:
            bar.setValue(round(bar.value() + missing - math.copysign(slack, missing)))
            scroller.resendPrepareEvent()

    def _release(self) -> None:
        contexts = self._shell.contexts
        if self._viewport and contexts and contexts.reduce_motion:
            QScroller.scroller(self._viewport).stop()
        self.forget()

    def _feed(self, kind: QScroller.Input, event: QMouseEvent) -> None:
        if self._viewport:
            point = self._viewport.mapFrom(self._shell, event.position())
            scroller = QScroller.scroller(self._viewport)
            scroller.handleInput(kind, point, event.timestamp())


def _undragged_pixels(scroller: QScroller) -> float:
    """Return how far a finger moves before the page begins to move with it."""
    metric = QScrollerProperties.ScrollMetric.DragStartDistance
    metres = float(scroller.scrollerProperties().scrollMetric(metric))
    return metres * scroller.pixelPerMeter().y()


def _viewport_under(widget: QWidget | None) -> QWidget | None:
    """Return the part of a scroll area that its page moves behind.

    A stroke may also begin on the button that floats over the page.
    """
    while widget:
        above = widget.parentWidget()
        if isinstance(above, QScrollArea):
            return widget
        if isinstance(above, ReadingArea) and (area := above.findChild(QScrollArea)):
            return area.viewport()
        widget = above
    return None


def _release_elsewhere(widget: QWidget) -> None:
    """Send a button a release outside it, so that it is not pressed."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    kind = _TYPE.MouseButtonRelease
    lifted = QMouseEvent(kind, _FAR_AWAY, _FAR_AWAY, left, none, plain)
    QCoreApplication.sendEvent(widget, lifted)
