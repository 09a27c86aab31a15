"""Refuse what leads out of the kiosk, and hide the mouse arrow from fingers.

The desktop itself has to be locked too; a window alone cannot do that.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.input.input_gate import is_hover

RAISE_MS = 5000
BACK_MS = 500
"""How long the window is out of sight before it comes back: a window manager may be
about to show it again."""
HOVERS = 4
"""Moves without a button down after which it is a mouse and no finger, so that its
arrow is wanted: a touchscreen that plays the mouse moves once and presses, and all
moves of a finger that is dragged have the button down."""

_TYPE = QEvent.Type
_NEVER = frozenset(
    {_TYPE.ContextMenu, _TYPE.DragEnter, _TYPE.DragMove, _TYPE.DragLeave, _TYPE.Drop}
)
_PRESSES = frozenset(
    {_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick, _TYPE.MouseButtonRelease}
)
_KEYS = frozenset({_TYPE.KeyPress, _TYPE.KeyRelease, _TYPE.ShortcutOverride})
_KEY = Qt.Key
_USEFUL = frozenset(
    {
        *(_KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Space, _KEY.Key_Return),
        *(_KEY.Key_Enter, _KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Left, _KEY.Key_Right),
        *(getattr(_KEY, f"Key_{digit}") for digit in range(10)),  # the PIN
        *(_KEY.Key_Backspace,),
        *(_KEY.Key_PageUp, _KEY.Key_PageDown, _KEY.Key_Home, _KEY.Key_End),
    }
)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_CAN_GRAB = frozenset({"xcb", "windows", "cocoa"})


class Lockdown(QObject):
    """Refuse menus, drops and keys that command; keep the window on top.

    `uncover` is called with the window's id, and lowers what Qt cannot raise it over.
    """

    def __init__(
        self, window: QWidget, uncover: Callable[[int], None] | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._uncover = uncover
        self._moves = 0
        window.setCursor(Qt.CursorShape.BlankCursor)
        self._can_grab = QGuiApplication.platformName() in _CAN_GRAB
        self._put_away = QTimer(self)
        self._put_away.setSingleShot(True)
        self._put_away.timeout.connect(self.raise_window)
        if self._can_grab:
            timer = QTimer(self)
            timer.timeout.connect(self.raise_window)
            timer.start(RAISE_MS)

    def raise_window(self) -> None:
        """Raise the window over any other, wherever it was put away."""
        if not self._window.windowHandle().isExposed():
            self._map_again()
        self._window.raise_()
        if self._uncover:
            self._uncover(self._window.winId())
        self._window.activateWindow()
        self._grab_keyboard()

    def handle(self, event: QEvent) -> bool:
        """Refuse menus, dropped files, other buttons and keys that command."""
        kind = event.type()
        if is_hover(event):
            self._show_arrow()
        if kind == _TYPE.Expose and self._can_grab:
            self._keep_in_sight()
        if kind in _NEVER:
            return True
        if isinstance(event, QMouseEvent) and kind in _PRESSES:
            self._hide_arrow()
            return event.button() != Qt.MouseButton.LeftButton
        if kind == _TYPE.TouchBegin:
            self._hide_arrow()
        return isinstance(event, QKeyEvent) and kind in _KEYS and _commands(event)

    def _keep_in_sight(self) -> None:
        """Come back in a moment if the window was put away; else grab the keyboard."""
        if self._window.windowHandle().isExposed():
            self._grab_keyboard()
        else:
            self._put_away.start(BACK_MS)

    def _map_again(self) -> None:
        """Show the window that was minimised, unmapped or left on another desktop.

        Qt believes that it is shown; hidden first, it comes to the desktop in front.
        """
        if self._window.isVisible():
            self._window.hide()
            self._window.showFullScreen()

    def _grab_keyboard(self) -> None:
        """Grab the keyboard, so that a window manager sees no Alt+Tab.

        It is grabbed each time: a window that was not visible yet may not grab it, and
        another window may have it.
        """
        self._window.windowHandle().setKeyboardGrabEnabled(True)

    def _show_arrow(self) -> None:
        self._moves += 1
        if self._moves == HOVERS:
            self._window.setCursor(Qt.CursorShape.ArrowCursor)

    def _hide_arrow(self) -> None:
        if self._moves >= HOVERS:
            self._window.setCursor(Qt.CursorShape.BlankCursor)
        self._moves = 0


def _commands(event: QKeyEvent) -> bool:
    """Check whether a key does more than move about and choose."""
    return event.key() not in _USEFUL or bool(event.modifiers() & ~_PLAIN)
