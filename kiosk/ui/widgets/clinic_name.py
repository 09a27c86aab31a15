"""The clinic's name; held for three seconds, it opens the staff panel."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel

from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import TextStyle
from kiosk.ui.style.properties import set_text_style

HOLD_MS = 3000
REPEAT_MS = 100
"""The longest gap between two repeats of a key that is held down."""


class ClinicName(QLabel):
    """A name to read; `held` is emitted when a finger or a key has held it.

    A short touch does nothing. Of a name without room there is the beginning.
    """

    held = Signal()

    def __init__(self, name: str, look: Look, hold_ms: int = HOLD_MS) -> None:
        super().__init__(name)
        self._name = name
        self.setAccessibleName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        set_text_style(self, TextStyle.CLINIC)
        self.setObjectName("clinic")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(look.metrics.px(TOUCH_MM))
        way = Qt.AlignmentFlag
        end = way.AlignLeft if look.mirrored else way.AlignRight
        self.setAlignment(end | way.AlignAbsolute | way.AlignVCenter)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(hold_ms)
        self._hold.timeout.connect(self.held)
        self._let_go = QTimer(self)
        self._let_go.setSingleShot(True)
        self._let_go.setInterval(REPEAT_MS)
        self._let_go.timeout.connect(self._hold.stop)

    def fit(self, room: int) -> None:
        """Take so many pixels of width, and show as much of the name as that has.

        A name too long for one line may stand on as many as need no higher strip.
        """
        self.setFixedWidth(room)
        self.ensurePolished()
        letters, high = self.fontMetrics(), self.minimumHeight()
        place = QRect(0, 0, room, high)
        lines = letters.boundingRect(place, Qt.TextFlag.TextWordWrap, self._name)
        self.setWordWrap(lines.width() <= room and lines.height() <= high)
        end = Qt.TextElideMode.ElideRight
        beginning = letters.elidedText(self._name, end, room)
        self.setText(self._name if self.wordWrap() else beginning)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start the time of a hold."""
        event.accept()
        self._hold.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stop when the finger slides off."""
        if not self.rect().contains(event.position().toPoint()):
            self._hold.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop when the finger is lifted too soon."""
        self._hold.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start the time of a hold, or go on when the key repeats."""
        if event.key() == Qt.Key.Key_Select:
            if not self._let_go.isActive():
                self._hold.start()
            self._let_go.stop()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop soon, unless the key only repeats."""
        super().keyReleaseEvent(event)
        self._let_go.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop when the focus moves on."""
        super().focusOutEvent(event)
        self._hold.stop()
