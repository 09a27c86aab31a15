"""Report every touch, key and turn of a wheel, swallowed by the gate or not.

It comes before `InputGate`, so that any touch stops speech.
"""

from PySide6.QtCore import QEvent, QObject, Signal

from kiosk.ui.input.input_gate import begins


class Activity(QObject):
    """Emit `touched` for each, and let all of them through."""

    touched = Signal()

    def handle(self, event: QEvent) -> bool:
        """Report an event that begins a touch; never take it."""
        if begins(event):
            self.touched.emit()
        return False
