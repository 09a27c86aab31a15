"""A page that shows the largest of its versions that needs no scrolling."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.widgets.reading_area import ReadingArea

Version = Callable[[], QWidget]


def fits(widget: QWidget, size: QSize) -> bool:
    """Return whether all of a widget with a layout is visible in a size in pixels."""
    height = labels.height_needed(widget, size.width())
    layout = widget.layout()
    narrowest = layout.totalMinimumSize().width() if layout else 0
    return narrowest <= size.width() and height <= size.height()


class FittedPage(QWidget):
    """The first of `versions` that fits, or the last one, which may then scroll.

    Each version needs less room than the one before it. `area` is the part of the
    page that scrolls.
    """

    def __init__(self, versions: Sequence[Version], context: ViewContext) -> None:
        super().__init__()
        self._versions = versions
        self._content: QWidget | None = None
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.area = ReadingArea(page, context.pack.strings, context.look, parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the version that fits the new size."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._fit(event.size())

    def _fit(self, size: QSize) -> None:
        """Take the largest version that fits."""
        room = QSize(size.width(), size.height() - self._below(size.width()))
        versions = (build() for build in self._versions)
        fitting = next((version for version in versions if fits(version, room)), None)
        self._show(fitting or self._versions[-1]())

    def _below(self, width: int) -> int:
        """Return the height in pixels of what was added below the content."""
        layout = self._column
        items = (layout.itemAt(index) for index in range(layout.count()))
        parts = (item.widget() for item in items if item)
        below = (part for part in parts if part and part is not self._content)
        return sum(labels.height_needed(part, width) for part in below)

    def _show(self, content: QWidget) -> None:
        if self._content:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._column.insertWidget(0, content, 1)
        content.show()
