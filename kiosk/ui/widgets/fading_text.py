"""A text that gives way to another one: it fades in where the other was."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle

FADE_MS = 700


class FadingText(QWidget):
    """One text at a time, in room that was reserved for all of them."""

    def __init__(self, style: TextStyle, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._label = QLabel(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)

    def reserve(self, texts: Iterable[str], width: int) -> None:
        """Take the height that the highest of the texts needs at a width in pixels."""
        probes = [labels.plain(text, self._style) for text in texts]
        for probe in probes:
            probe.ensurePolished()
        heights = [probe.heightForWidth(width) for probe in probes]
        self.setFixedHeight(max(heights, default=0))

    def show_text(self, text: str, *, fades: bool) -> None:
        """Show another text, at once or slowly."""
        self._column.removeWidget(self._label)
        self._label.hide()
        self._label.deleteLater()
        self._label = labels.plain(text, self._style)
        self._column.addWidget(self._label)
        self._label.show()
        if fades:
            self._fade_in(self._label)

    def _fade_in(self, label: QLabel) -> None:
        from PySide6.QtCore import QPropertyAnimation  # no start needs these two
        from PySide6.QtWidgets import QGraphicsOpacityEffect

        effect = QGraphicsOpacityEffect(label)
        effect.setOpacity(0.0)
        label.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", label)
        fade.setDuration(FADE_MS)
        fade.setEndValue(1.0)
        fade.finished.connect(self._show_whole)
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _show_whole(self) -> None:
        self._label.setGraphicsEffect(None)  # type: ignore[arg-type]
