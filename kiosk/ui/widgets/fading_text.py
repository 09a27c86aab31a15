"""A text that gives way to another one: it fades in where the other was."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle

FADE_MS = 500
FRAME_MS = 50
"""20 frames a second are as smooth to the eye where nothing moves."""


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
        from PySide6.QtCore import QTimeLine  # no start needs these two

        from kiosk.ui.widgets.fade_effect import FadeEffect

        effect = FadeEffect(label)
        label.setGraphicsEffect(effect)
        fade = QTimeLine(FADE_MS, label)
        fade.setUpdateInterval(FRAME_MS)
        fade.valueChanged.connect(effect.set_opacity)
        fade.finished.connect(self._show_whole)
        fade.start()

    def _show_whole(self) -> None:
        self._label.setGraphicsEffect(None)  # type: ignore[arg-type]
