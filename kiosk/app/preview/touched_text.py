"""Tell which paragraph of the screen is touched, and let the touch go on."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QMouseEvent, QTextDocument, QWindow
from PySide6.QtWidgets import QLabel

from kiosk.ui.audio.reading_script import character_at, label_text
from kiosk.ui.window.shell import Shell

_STROKE_PX = 12


class TouchedText(QObject):
    """Emits `touched` with the words of a paragraph that is touched, not stroked."""

    touched = Signal(str)

    def __init__(self, shell: Shell, window: QWindow) -> None:
        super().__init__(shell)
        self._shell = shell
        self._pressed: QPointF | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse, and swallow nothing."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position()
            elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
                way = event.position() - self._pressed
                self._pressed = None
                if way.manhattanLength() < _STROKE_PX:
                    self._tell(event.position().toPoint())
        return False

    def _tell(self, point: QPoint) -> None:
        if not self._shell.rect().contains(point):
            return
        if text := self._text_at(point):
            self.touched.emit(text)

    def _text_at(self, point: QPoint) -> str:
        for label in self._labels():
            within = label.mapFrom(self._shell, point)
            if label.isVisible() and label.visibleRegion().contains(within):
                return paragraph_at(label, within)
        return ""

    def _labels(self) -> Iterator[QLabel]:
        """Yield each label, those of the page or overlay in front first."""
        for part in (self._shell.front, self._shell.session_shown):
            if part:
                yield from part.findChildren(QLabel)


def paragraph_at(label: QLabel, point: QPoint) -> str:
    """Return the words of the paragraph at a point of a label."""
    document = QTextDocument()
    document.setPlainText(label_text(label))
    return document.findBlock(character_at(label, point)).text()
