"""Do what keys mean: those of a keyboard, or the six of a keypad.

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
        self._deaf_until = seconds()
        self._is_pressed = False
        self._let_go_at = 0
        shell.front_changed.connect(self._focus.update)

    @property
    def focus(self) -> KeyFocus:
        """The control that keys have the focus on."""
        return self._focus

    def handle(self, event: QEvent) -> bool:
        """Take the keys that mean something; let all else through."""
        if event.type() in _FINGERS and self._focus.is_shown:
            self._focus.hide()
        is_key = isinstance(event, QKeyEvent) and event.type() in _KEYS
        return is_key and self._use(cast(QKeyEvent, event))

    def _use(self, event: QKeyEvent) -> bool:
        """Carry out the command of a key; return whether it has one."""
        command = self._keymap.command(event)
        is_press = event.type() == _TYPE.KeyPress
        was_shown = self._focus.is_shown
        if not command:
            return False
        if is_press:
            self._focus.show()
        event.accept()
        if command is KeyCommand.SELECT:
            self._select(event, is_press=is_press and was_shown)
        elif is_press and (was_shown or command not in _MOVES | _STEPS):
            self._do(command, repeats=event.isAutoRepeat())
        return True

    def _do(self, command: KeyCommand, *, repeats: bool) -> None:
        if command in _MOVES:
            self._focus.move(self._way(command))
        elif command in _STEPS:
            self._focus.step(_STEPS[command])
        elif command in _SCROLLS:
            way, to_the_end = _SCROLLS[command]
            self._focus.scroll(way, to_the_end=to_the_end)
        elif not repeats:
            self._ask_session(command)
        self._focus.update()

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

    def _way(self, command: KeyCommand) -> int:
        """Return which way an arrow leads: to the left is onwards in Arabic."""
        front = self._shell.front
        mirrored = (
            command in (KeyCommand.LEFT, KeyCommand.RIGHT)
            and front is not None
            and front.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        return -_MOVES[command] if mirrored else _MOVES[command]

    def _select(self, event: QKeyEvent, *, is_press: bool) -> None:
        """Press the focused control for as long as the key is down.

        A trembling hand must not press a control that has only just appeared.
        """
        if self._repeats(event, is_press=is_press) or is_press == self._is_pressed:
            return
        if is_press and self._seconds() < self._deaf_until:
            return
        self._is_pressed = is_press
        control, before = self._focus.control, self._focus.front
        if control:
            plain = Qt.KeyboardModifier.NoModifier
            key = QKeyEvent(event.type(), Qt.Key.Key_Select, plain)
            QCoreApplication.sendEvent(control, key)
        self._focus.update()
        if self._focus.front != before:
            self._deaf_until = self._seconds() + MOMENT_S

    def _repeats(self, event: QKeyEvent, *, is_press: bool) -> bool:
        """Check whether a key is only held down.

        On X11 a key that repeats is let go and pressed in the same millisecond, which
        Qt overlooks now and then. A control that counts how long it is held is sent
        these too.
        """
        goes_on = is_press and event.timestamp() == self._let_go_at
        if not is_press:
            self._let_go_at = event.timestamp()
        is_button = isinstance(self._focus.control, QAbstractButton)
        return event.isAutoRepeat() or (goes_on and is_button)
