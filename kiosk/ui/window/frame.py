"""The parts of a visit where the layout has them: strip, tabs, code, page, bar."""

from msgspec import Struct
from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.domain.layout import Box, ScreenLayout
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role


class FrameParts(Struct, frozen=True):
    """The strip, tabs, the small code, urgent notices, the open page and the bar."""

    strip: QWidget
    rail: QWidget
    dock: QWidget | None
    notice: QWidget | None
    pages: QWidget
    bar: QWidget


class Frame(QWidget):
    """The parts in their places; an overlay takes that of tabs, code and page.

    A notice may be over the bar, too. Nothing moves when a page, an overlay or an
    advice changes.
    """

    def __init__(self, parts: FrameParts, layout: ScreenLayout) -> None:
        super().__init__()
        set_role(self, Role.FRAME)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts, self._layout = parts, layout
        self._overlay: _AnySize | None = None
        self._notice: QWidget | None = None
        self._side, self._beside_bar = QFrame(), QFrame()
        set_role(self._side, Role.SIDE)
        set_role(self._beside_bar, Role.BAR)
        ways = [(parts.rail, layout.tabs), (parts.dock, layout.code)]
        page = [(parts.notice, layout.notice), (parts.pages, layout.page)]
        boxes = [
            (parts.strip, layout.strip),
            (self._side, layout.side),
            *([*page, *ways] if layout.portrait else [*ways, *page]),
            (self._beside_bar, layout.bar._replace(left=0, width=layout.strip.width)),
            (parts.bar, layout.bar),
        ]
        self._boxes = {part: box for part, box in boxes if part}
        for part, box in self._boxes.items():  # as they are read
            part.setParent(self)
            part.setGeometry(_rect(box))
        self._beside_bar.hide()
        self._hidden: list[QWidget] = []

    def show_overlay(self, widget: QWidget) -> None:
        """Put `widget` between the strip and the bar."""
        self.hide_overlay()
        kept = (self._parts.strip, self._parts.bar)
        behind = (part for part in self._boxes if part not in kept)
        self._hidden = [part for part in behind if part.isVisibleTo(self)]
        for part in self._hidden:
            part.hide()
        self._beside_bar.show()
        self._overlay = _AnySize(widget, self, self._around_overlay)
        self._overlay.stackUnder(self._beside_bar)
        self._overlay.fit()
        self._overlay.show()  # now, for the keys' focus looks for it there

    def hide_overlay(self) -> None:
        """Remove the overlay; show the parts behind it as they were."""
        if not self._overlay:
            return
        _delete(self._overlay)
        self._overlay = None
        self._beside_bar.hide()
        for part in self._hidden:
            part.show()

    @property
    def overlay(self) -> QWidget | None:
        """The widget in the place of the page, if there is one."""
        return self._overlay.held if self._overlay else None

    @property
    def overlay_size(self) -> QSize:
        """The size that an overlay has."""
        return self.size().shrunkBy(self._around_overlay)

    @property
    def around_foot(self) -> QMargins:
        """What no arm reaches beside and below the bar."""
        layout, size = self._layout, self.size()
        reach, controls = layout.reach, layout.controls
        lowest = controls.bottom + controls.top - layout.bar.top
        right, bottom = size.width() - reach.right, size.height() - lowest
        return QMargins(reach.left, 0, max(0, right), max(0, bottom))

    def show_notice(self, notice: QWidget) -> None:
        """Put `notice`, a child, over all but the strip until it is hidden."""
        self.hide_notice()
        self._notice = notice
        notice.setGeometry(self._below_strip)
        notice.raise_()
        notice.show()

    def hide_notice(self) -> None:
        """Remove the notice."""
        if self._notice:
            _delete(self._notice)
            self._notice = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep notice and overlay in their places."""
        super().resizeEvent(event)
        if self._notice:
            self._notice.setGeometry(self._below_strip)
        if self._overlay:
            self._overlay.fit()

    @property
    def _below_strip(self) -> QRect:
        return self.rect().adjusted(0, self._layout.strip.bottom, 0, 0)

    @property
    def _around_overlay(self) -> QMargins:
        """The room around an overlay: strip and bar, and what cannot be reached."""
        reach, size = self._layout.reach, self.size()
        top = max(reach.top, self._layout.strip.bottom)
        right, bottom = size.width() - reach.right, size.height() - reach.bottom
        return QMargins(reach.left, top, right, bottom)


class _AnySize(QWidget):
    """Let a view have any size; a part without room in it can be scrolled to."""

    def __init__(self, held: QWidget, parent: QWidget, around: QMargins) -> None:
        super().__init__(parent)
        self.held = held
        self._parent, self._around = parent, around
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(held)

    def fit(self) -> None:
        """Fill the parent but for what is around it."""
        self.setGeometry(self._parent.rect().marginsRemoved(self._around))

    def minimumSizeHint(self) -> QSize:
        """Ask for nothing, so that the bar below keeps its size."""
        return QSize(1, 1)

    def hasHeightForWidth(self) -> bool:
        """Do not ask for the height that all of the view's words need."""
        return False


def _delete(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


def _rect(box: Box) -> QRect:
    return QRect(box.left, box.top, box.width, box.height)
