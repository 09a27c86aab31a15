"""A page that shows the largest of its versions that needs no scrolling."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import FITTED_PAGE_MARGINS
from kiosk.ui.widgets.reading_area import ReadingArea

Version = Callable[[], QWidget]


def fits(widget: QWidget, size: QSize) -> bool:
    """Return whether all of a widget with a layout is visible in a size in pixels."""
    height = labels.height_needed(widget, size.width())
    return _narrowest(widget) <= size.width() and height <= size.height()


def _narrowest(widget: QWidget) -> int:
    layout = widget.layout()
    return layout.totalMinimumSize().width() if layout else 0


class FittedPage(QWidget):
    """The first of `versions` that fits; each needs less room than the one before it.

    Where none does, what was added below the content is left out, and the last one
    that is not too wide scrolls. `area` is the part of the page that scrolls, and
    `page` what is in it: a version made as its child is styled once. Which one fits
    a size is kept in the context for the next visit: `kind` is what else it depends on.
    """

    def __init__(
        self, versions: Sequence[Version], context: ViewContext, kind: Hashable
    ) -> None:
        super().__init__()
        self._versions = versions
        self._fitting, self._kind = context.fitting, kind
        self._content: QWidget | None = None
        self.page = page = QWidget()
        self._column = QVBoxLayout(page)
        edges = FITTED_PAGE_MARGINS.in_px(context.look.metrics.px)
        self._column.setContentsMargins(edges)
        self._column.setSpacing(0)
        self.area = ReadingArea(page, context.pack.strings, context.look, parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the version that fits the new size."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self.area.make_room(0)  # for the button: none is needed if a version fits
            room = self.contentsRect().size()
            self._fit(room.shrunkBy(self._column.contentsMargins()))

    def _fit(self, size: QSize) -> None:
        """Show the largest version that fits, above what was added below if it can."""
        known = self._kind, size.toTuple()
        built: dict[int, QWidget] = {}
        if known not in self._fitting:
            self._fitting[known] = self._found(size, built)
        index, has_below = self._fitting[known]
        for part in self._below:
            part.setVisible(has_below)
        chosen = built.pop(index) if index in built else self._versions[index]()
        self._show(chosen)
        for unfit in built.values():
            unfit.deleteLater()

    def _found(self, size: QSize, built: dict[int, QWidget]) -> tuple[int, bool]:
        """Return the version that fits, and whether what was added below does, too."""
        foot = sum(labels.height_needed(part, size.width()) for part in self._below)
        last = len(self._versions) - 1
        for room in (size - QSize(0, foot), size):
            index = self._largest(room, built)
            if index <= last:
                return index, room != size or not foot
        return self._last_in_width(size.width(), built), False

    def _last_in_width(self, width: int, built: dict[int, QWidget]) -> int:
        """Return the last version that needs no more width: it has to scroll."""
        last = len(self._versions) - 1
        for index in range(last, -1, -1):
            if index not in built:
                built[index] = self._versions[index]()
                labels.height_needed(built[index], width)  # which styles its words
            if _narrowest(built[index]) <= width:
                return index
        return last

    def _largest(self, room: QSize, built: dict[int, QWidget]) -> int:
        """Return the first version that fits: mostly the first; else halve the rest."""

        def does_fit(index: int) -> bool:
            if index not in built:
                built[index] = self._versions[index]()
            return fits(built[index], room)

        indices = range(len(self._versions))
        return 0 if does_fit(0) else bisect_left(indices, 1, lo=1, key=does_fit)

    @property
    def _below(self) -> list[QWidget]:
        """The widgets that were added below the content."""
        layout = self._column
        items = (layout.itemAt(index) for index in range(layout.count()))
        parts = (item.widget() for item in items if item)
        return [part for part in parts if part and part is not self._content]

    def _show(self, content: QWidget) -> None:
        if self._content:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._column.insertWidget(0, content, 1)
        content.lower()  # what is below it is read after it
        content.show()
