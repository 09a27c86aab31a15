"""Everything can be done with keys: those of a keyboard, or the six of a keypad.

Next and previous are enough to get anywhere (EN 301 549, 5.1.6; Section 508, 407).
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from kiosk.ui.input.input_gate import MOMENT_S
from kiosk.ui.input.key_focus import KeyFocus
from kiosk.ui.input.keymap import KeyCommand, Keymap
from kiosk.ui.window.shell import Shell

_TYPE = QEvent.Type
_FINGERS = frozenset({_TYPE.MouseButtonPress, _TYPE.TouchBegin})
_KEYS = frozenset({_TYPE.KeyPress, _TYPE.KeyRelease})
_MOVES = {
    KeyCommand.UP: -1,
    KeyCommand.DOWN: 1,
    KeyCommand.LEFT: -1,
    KeyCommand.RIGHT: 1,
}
_STEPS = {KeyCommand.NEXT: 1, KeyCommand.BACK: -1}
_SCROLLS = {
    KeyCommand.PAGE_UP: (-1, False),
    KeyCommand.PAGE_DOWN: (1, False),
    KeyCommand.TOP: (-1, True),
    KeyCommand.END: (1, True),
}


class KeyNavigation(QObject):
    """Do what keys mean. The first key after a touch only shows where the focus is."""

    def __init__(
        self, shell: Shell, keymap: Keymap, seconds: Callable[[], float]
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._keymap = keymap
        self._seconds = seconds
        self._focus = KeyFocus(shell)
        self._calm_until = seconds()
        self._is_pressed = False
        self._let_go_at = 0
        shell.front_changed.connect(self._focus.settle)

    @property
    def focus(self) -> KeyFocus:
        """Where whoever uses keys is."""
        return self._focus

    def handle(self, event: QEvent) -> bool:
        """Take the keys that mean something; let all else through."""
        if event.type() in _FINGERS and self._focus.is_shown:
            self._focus.leave()
        is_key = isinstance(event, QKeyEvent) and event.type() in _KEYS
        return is_key and self._take(cast(QKeyEvent, event))

    def _take(self, event: QKeyEvent) -> bool:
        """Tell whether a key means something; what it means is done then."""
        deed = self._keymap.deed(event)
        is_press = event.type() == _TYPE.KeyPress
        was_shown = self._focus.is_shown
        if not deed:
            return False
        if is_press:
            self._focus.begin()
        event.accept()
        if deed is KeyCommand.SELECT:
            self._select(event, is_press=is_press and was_shown)
        elif is_press and (was_shown or deed not in _MOVES | _STEPS):
            self._do(deed, repeats=event.isAutoRepeat())
        return True

    def _do(self, deed: KeyCommand, *, repeats: bool) -> None:
        if deed in _MOVES:
            self._focus.read(self._way(deed))
        elif deed in _STEPS:
            self._focus.step(_STEPS[deed])
        elif deed in _SCROLLS:
            way, to_the_end = _SCROLLS[deed]
            self._focus.scroll(way, to_the_end=to_the_end)
        elif not repeats:
            self._ask_session(deed)
        self._focus.settle()

    def _ask_session(self, command: KeyCommand) -> None:
        """Have the session do it, unless a screen is over it."""
        session = self._shell.session_shown
        if not session:
            return
        if command is KeyCommand.HOME:
            session.go_home()
        elif command is KeyCommand.HELP:
            session.overlays.show_key_help()
        else:
            session.listen(command is KeyCommand.LISTEN)

    def _way(self, deed: KeyCommand) -> int:
        """Return which way an arrow leads: to the left is onwards in Arabic."""
        front = self._shell.front
        mirrored = (
            deed in (KeyCommand.LEFT, KeyCommand.RIGHT)
            and front is not None
            and front.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        return -_MOVES[deed] if mirrored else _MOVES[deed]

    def _select(self, event: QKeyEvent, *, is_press: bool) -> None:
        """Press what has the focus for as long as the key is down.

        What just came to the front is not chosen by the same trembling hand.
        """
        if self._repeats(event, is_press=is_press) or is_press == self._is_pressed:
            return
        if is_press and self._seconds() < self._calm_until:
            return
        self._is_pressed = is_press
        control, before = self._focus.control, self._focus.front
        if control:
            plain = Qt.KeyboardModifier.NoModifier
            key = QKeyEvent(event.type(), Qt.Key.Key_Select, plain)
            QCoreApplication.sendEvent(control, key)
        self._focus.settle()
        if self._focus.front != before:
            self._calm_until = self._seconds() + MOMENT_S

    def _repeats(self, event: QKeyEvent, *, is_press: bool) -> bool:
        """Tell whether a key is only held down.

        On X11 a key that repeats is let go and pressed in the same millisecond, which
        Qt overlooks now and then. What counts how long it is held is told all the same.
        """
        goes_on = is_press and event.timestamp() == self._let_go_at
        if not is_press:
            self._let_go_at = event.timestamp()
        is_button = isinstance(self._focus.control, QAbstractButton)
        return event.isAutoRepeat() or (goes_on and is_button)
