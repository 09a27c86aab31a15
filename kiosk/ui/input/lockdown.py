"""Keep visitors in the kiosk: what a desktop window offers, this one does not.

The desktop itself has to be locked too; a window alone cannot do that.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.input.input_gate import is_hover

LOOK_AGAIN_MS = 5000
WANDERS = 4
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
_CAN_HOLD = frozenset({"xcb", "windows", "cocoa"})


class Lockdown(QObject):
    """Refuse, before the window, what leads out of it; keep the window on top."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._moves = 0
        window.setCursor(Qt.CursorShape.BlankCursor)
        self._can_hold = QGuiApplication.platformName() in _CAN_HOLD
        if self._can_hold:
            timer = QTimer(self)
            timer.timeout.connect(self.come_back)
            timer.start(LOOK_AGAIN_MS)

    def come_back(self) -> None:
        """Stand before whatever has come up."""
        self._window.raise_()
        self._window.activateWindow()
        self._hold_keys()

    def handle(self, event: QEvent) -> bool:
        """Refuse menus, dropped files, other buttons and keys that command."""
        kind = event.type()
        if is_hover(event):
            self._show_arrow()
        if kind == _TYPE.Expose and self._can_hold:
            self._hold_keys()
        if kind in _NEVER:
            return True
        if isinstance(event, QMouseEvent) and kind in _PRESSES:
            self._hide_arrow()
            return event.button() != Qt.MouseButton.LeftButton
        if kind == _TYPE.TouchBegin:
            self._hide_arrow()
        return isinstance(event, QKeyEvent) and kind in _KEYS and _commands(event)

    def _hold_keys(self) -> None:
        """Have every key come here: a window manager sees no Alt+Tab then.

        Taken each time anew, for a window that could not be seen yet has no right to
        it, and somebody else may hold it.
        """
        self._window.windowHandle().setKeyboardGrabEnabled(True)

    def _show_arrow(self) -> None:
        self._moves += 1
        if self._moves == WANDERS:
            self._window.setCursor(Qt.CursorShape.ArrowCursor)

    def _hide_arrow(self) -> None:
        if self._moves >= WANDERS:
            self._window.setCursor(Qt.CursorShape.BlankCursor)
        self._moves = 0


def _commands(event: QKeyEvent) -> bool:
    """Tell whether a key does more than move about and choose."""
    return event.key() not in _USEFUL or bool(event.modifiers() & ~_PLAIN)
