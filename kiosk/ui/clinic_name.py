"""The clinic's name; held for three seconds, it is the door for staff."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.ui.look import Look

HOLD_MS = 3000


class ClinicName(QLabel):
    """A name to read. Whoever only touches it sees nothing happen.

    Keys can hold it, too.
    """

    held = Signal()

    def __init__(self, name: str, look: Look, hold_ms: int = HOLD_MS) -> None:
        super().__init__(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setProperty("textStyle", "clinic")
        self.setObjectName("clinic")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(look.metrics.px(20))
        self.setWordWrap(False)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Maximum, policy.Minimum)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(hold_ms)
        self._hold.timeout.connect(self.held)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to wait."""
        event.accept()
        self._hold.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A finger that slides off does not mean it."""
        if not self.rect().contains(event.position().toPoint()):
            self._hold.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A short touch means nothing."""
        self._hold.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to wait."""
        if event.key() == Qt.Key.Key_Select:
            self._hold.start()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A short press means nothing."""
        super().keyReleaseEvent(event)
        self._hold.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes on does not mean it."""
        super().focusOutEvent(event)
        self._hold.stop()
