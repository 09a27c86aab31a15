"""The name of a button without words, shown above it while it is pressed."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.accessibility.properties import decorative
from kiosk.ui.style.lengths import Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import TextStyle
from kiosk.ui.style.properties import set_text_style


class PressedName(QLabel):
    """A label over the others; it follows the buttons it is given."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        set_text_style(self, TextStyle.PRESSED_NAME)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._gap = look.metrics.px(Space.GAP)
        decorative(self)
        self.hide()

    def follow(self, button: QAbstractButton) -> None:
        """Show the name of this button, while it is pressed."""
        button.pressed.connect(self._show)
        button.released.connect(self.hide)

    def _show(self) -> None:
        button, parent = self.sender(), self.parentWidget()
        if not isinstance(button, QAbstractButton) or not parent:
            return
        self.setText(button.accessibleName())
        self.adjustSize()
        top = button.mapTo(parent, QPoint(0, 0))
        middle = QRect(top, button.size()).center()
        left = min(middle.x() - self.width() // 2, parent.width() - self.width())
        above = top.y() - self.height() - self._gap
        self.move(max(0, left), max(0, above))
        self.raise_()
        self.show()
