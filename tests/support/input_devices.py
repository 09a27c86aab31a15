"""A finger, a mouse and a keyboard at a window, as Qt's platform reports them."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.support.screen import settle


class InputDevices:
    """Input that goes the whole way: through the window, not to a widget."""

    _panel = None

    def __init__(self, shell):
        self._shell = shell
        self.window = shell.windowHandle()
        InputDevices._panel = InputDevices._panel or QTest.createTouchDevice()

    def click(self, x=5, y=5, button=Qt.MouseButton.LeftButton):
        plain = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.window, button, plain, QPoint(x, y))
        settle()

    def put_finger_down(self, x=5, y=5):
        touch = QTest.touchEvent(self.window, InputDevices._panel)
        touch.press(0, QPoint(x, y), self.window).commit()
        QCoreApplication.processEvents()

    def move_finger(self, x, y):
        touch = QTest.touchEvent(self.window, InputDevices._panel)
        touch.move(0, QPoint(x, y), self.window).commit()
        QCoreApplication.processEvents()

    def lift_finger(self, x=5, y=5):
        touch = QTest.touchEvent(self.window, InputDevices._panel)
        touch.release(0, QPoint(x, y), self.window).commit()
        settle()

    def add_finger(self, x=5, y=5):
        """Put a second finger down beside the first, which rests."""
        touch = QTest.touchEvent(self.window, InputDevices._panel)
        touch.stationary(0).press(1, QPoint(x, y), self.window).commit()
        settle()

    def tap(self, x=5, y=5):
        self.put_finger_down(x, y)
        self.lift_finger(x, y)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window, key, modifier)
        settle()

    def turn_wheel(self):
        QTest.wheelEvent(self.window, QPoint(5, 5), QPoint(0, 120))
        settle()

    def middle_of(self, widget: QWidget):
        return widget.mapTo(self._shell, widget.rect().center()).toTuple()
