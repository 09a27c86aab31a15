"""The clinic's name; held for three seconds, it is the door for staff."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import TextStyle
from kiosk.ui.style.properties import set_text_style

HOLD_MS = 3000
REPEAT_MS = 100
"""A key that is held down may seem to be let go for so long whenever it repeats."""


class ClinicName(QLabel):
    """A name to read. Whoever only touches it sees nothing happen.

    Keys can hold it, too.
    """

    held = Signal()

    def __init__(self, name: str, look: Look, hold_ms: int = HOLD_MS) -> None:
        super().__init__(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        set_text_style(self, TextStyle.CLINIC)
        self.setObjectName("clinic")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(look.metrics.px(TOUCH_MM))
        self.setWordWrap(False)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Maximum, policy.Minimum)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(hold_ms)
        self._hold.timeout.connect(self.held)
        self._let_go = QTimer(self)
        self._let_go.setSingleShot(True)
        self._let_go.setInterval(REPEAT_MS)
        self._let_go.timeout.connect(self._hold.stop)

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
        """Begin to wait, or go on."""
        if event.key() == Qt.Key.Key_Select:
            if not self._let_go.isActive():
                self._hold.start()
            self._let_go.stop()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A short press means nothing."""
        super().keyReleaseEvent(event)
        self._let_go.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes on does not mean it."""
        super().focusOutEvent(event)
        self._hold.stop()
