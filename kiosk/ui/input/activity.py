"""Tell of every touch, key and turn of a wheel, whatever follows from it.

It comes before `InputGate`: what the gate swallows stops speech all the same.
"""

from PySide6.QtCore import QEvent, QObject, Signal

from kiosk.ui.input.input_gate import begins


class Activity(QObject):
    """Emit `touched` for each, and let all of them through."""

    touched = Signal()

    def handle(self, event: QEvent) -> bool:
        """Tell of an event that begins a touch; never take it."""
        if begins(event):
            self.touched.emit()
        return False
