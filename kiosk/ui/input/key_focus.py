"""The control that keys have the focus on, and the way to the next.

While fingers are used only the window itself has the focus, so that no touch leaves a
ring.
"""

from typing import cast
from weakref import ref

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.accessibility.reading_order import controls_in
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.window.shell import Shell

_PAGE = "page "


class KeyFocus(QObject):
    """Move the focus through the controls of the window, round and round.

    Controls are known by their names, so that the same is found in a rebuilt session.
    The page, overlay or screen in front has a name too.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.reset()
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._drop)

    @property
    def is_shown(self) -> bool:
        """Whether keys are used: only then is the focus visible."""
        return self._is_shown

    @property
    def front(self) -> str:
        """The name of the page, overlay or screen in front at the last update."""
        return self._front

    @property
    def control(self) -> QWidget | None:
        """The control that has the focus."""
        at = self._at() if self._at else None
        return at if self._is_shown else None

    def show(self) -> None:
        """Show the focus: a key was used."""
        self._is_shown = True
        self.update()

    def hide(self) -> None:
        """Hide the focus: a finger was used."""
        self._is_shown = False
        self._shell.setFocus()

    def reset(self) -> None:
        """Forget where the visitor was."""
        self._at: ref[QWidget] | None = None
        self._passed: ref[QWidget] | None = None
        self._front = ""
        self._last_controls: dict[str, str] = {}
        self.hide()

    def update(self) -> None:
        """Move focus to a control that still exists."""
        if not self._is_shown:
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        front, before = self._shell.front, self._front
        self._front = _name(front) if front else ""
        order = controls_in(self._shell)
        if self._front != before:
            self._change_front(front, before, order)
        elif self.control not in order:
            self._return(front, order)
        elif (other := self._shell.focusWidget()) is not self.control:
            self._go(other if other in order else self.control)
        QTimer.singleShot(0, self._check_again)

    def step(self, way: int) -> None:
        """Go to the next control (1) or to the one before (-1)."""
        if order := controls_in(self._shell):
            self._go(self._target(way, order))

    def move(self, way: int) -> None:
        """Move like `step`, but past no text that has not been on the screen."""
        order = controls_in(self._shell)
        if not order:
            return
        target, at = self._target(way, order), self.control
        area = _area_around(at)
        if not area or not area.is_far(target, way):
            self._go(target)
            return
        if at is not area:
            before = target if area.contains(target) else area
            self._passed = ref((at or area) if way > 0 else before)
        area.scroll_page(way)
        self._focus_on(area)

    def scroll(self, way: int, *, to_the_end: bool = False) -> None:
        """Move the page by a screen, or to its end, and the focus with it."""
        order = controls_in(self._shell)
        areas = [it for it in order if isinstance(it, ReadingArea)]
        area = _area_around(self.control)
        if area not in areas:
            area = areas[0] if areas else None
        if not area:
            return
        area.scroll_page(way, to_the_end=to_the_end)
        above = [it for it in order if area.contains(it) and area.is_above(it)]
        self._passed = ref(above[-1] if above else area)
        self._focus_on(area)

    def _drop(self, before: QWidget | None, now: QWidget | None) -> None:
        """Take back the focus that Qt gives some control as the window is activated."""
        if self._is_shown or before or not now:
            return
        if now is not self._shell and self._shell.isAncestorOf(now):
            self._shell.setFocus()

    def _target(self, way: int, order: list[QWidget]) -> QWidget:
        """Return the next control; within a text, the one after the text passed."""
        at = self.control
        passed = self._passed() if self._passed else None
        near = passed if passed in order else at
        if near not in order:
            return order[0]
        is_before = way < 0 and near is not at
        return order[(order.index(near) + (0 if is_before else way)) % len(order)]

    def _change_front(
        self, front: QWidget | None, before: str, order: list[QWidget]
    ) -> None:
        """Move focus to a new page or screen, or back to where it was on it."""
        if before.startswith(_PAGE) and self._front.startswith(_PAGE):
            self._last_controls.clear()
        if (
            before
            and not before.startswith(_PAGE)
            and self._front in self._last_controls
        ):
            self._return(front, order)
        else:
            self._start(front, order)

    def _return(self, front: QWidget | None, order: list[QWidget]) -> None:
        name = self._last_controls.get(self._front, "")
        known = [it for it in order if name and _name(it) == name]
        if known:
            self._go(known[0])
        else:
            self._start(front, order)

    def _start(self, front: QWidget | None, order: list[QWidget]) -> None:
        """Move to the first control in front; where it has none, stay."""
        inside = controls_in(front) if front else []
        at = self.control
        if inside:
            self._go(inside[0])
        elif order:
            self._go(at if at in order else order[0])
        else:
            self._at = self._passed = None
            self._shell.setFocus()

    def _check_again(self) -> None:
        """Check whether the control can have the focus now that all has its size."""
        order = controls_in(self._shell)
        if self._is_shown and self.control not in order:
            self._return(self._shell.front, order)
        self._show()

    def _go(self, control: QWidget | None) -> None:
        self._passed = None
        self._focus_on(control)

    def _focus_on(self, control: QWidget | None) -> None:
        """Give a control the focus, and keep the place passed in a text."""
        if control:
            self._at = ref(control)
            self._last_controls[self._front] = _name(control)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            self._show()

    def _show(self) -> None:
        """Scroll all of the control into sight."""
        control = self.control
        area = _area_around(control)
        if area and control and area.contains(control):
            area.scroll_to(control)


def _name(widget: QWidget) -> str:
    """Return a widget's own name, or else its accessible name, or that of its class."""
    return widget.objectName() or widget.accessibleName() or type(widget).__name__


def _area_around(widget: QWidget | None) -> ReadingArea | None:
    while widget:
        if isinstance(widget, ReadingArea):
            return widget
        widget = widget.parentWidget()
    return None
