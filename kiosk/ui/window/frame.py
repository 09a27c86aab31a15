"""The layout of a visit's parts: tabs, docked code, page, advice, bars, overlay."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.layout import ScreenLayout
from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import Reach
from kiosk.ui.style.lengths import ADVICE_WIDTH_MM
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role

_MOST_OF_WIDTH = 0.45
_TAB_SIDES = {
    Reach.LEFT: Qt.LayoutDirection.LeftToRight,
    Reach.RIGHT: Qt.LayoutDirection.RightToLeft,
}


@dataclass(frozen=True, slots=True)
class FrameParts:
    """The tabs, the small code, the open page, the advice and the bars below."""

    rail: QWidget
    dock: QWidget | None
    pages: QWidget
    advice: QWidget
    bars: QWidget


class Frame(QWidget):
    """The parts in their cells; an overlay takes the place of all but the bars.

    A notice may be over everything, the bars too.
    """

    def __init__(
        self, parts: FrameParts, layout: ScreenLayout, metrics: Metrics, width: int
    ) -> None:
        super().__init__()
        self._parts = parts
        self._overlay: _AnySize | None = None
        self._notice: QWidget | None = None
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        side = parts.rail
        if parts.dock:
            side = _above(parts.rail, parts.dock)
        self._behind_overlay = [side, parts.pages, parts.advice]
        self._hidden: list[QWidget] = []
        if not layout.portrait:
            wide = metrics.px(ADVICE_WIDTH_MM * metrics.picture_scale)
            beside = width - metrics.px(layout.rail_mm)
            parts.advice.setFixedWidth(min(wide, round(beside * _MOST_OF_WIDTH)))
        for part in (side, parts.pages, parts.advice, parts.bars):
            part.setParent(self)  # in the order they are read aloud
        self._fill_grid(side, layout)

    def put_tabs_in_reach(self, reach: Reach) -> None:
        """Put the tabs at the side of the hand that reaches, in any language.

        Only once the frame is in its window, which knows the direction of the text.
        """
        if reach in _TAB_SIDES:
            self._mirror(_TAB_SIDES[reach])

    def show_overlay(self, widget: QWidget) -> None:
        """Put `widget` in the place of everything but the bars."""
        self.hide_overlay()
        self._hidden = [part for part in self._behind_overlay if part.isVisibleTo(self)]
        for part in self._hidden:
            part.hide()
        self._overlay = _AnySize(widget)
        rows = self._grid.rowCount()
        self._grid.addWidget(self._overlay, 0, 0, rows - 1, 3)
        self._overlay.stackUnder(self._parts.bars)
        self._overlay.setLayoutDirection(self._text_direction)
        self._overlay.show()  # now, for the keys' focus looks for it there

    def hide_overlay(self) -> None:
        """Remove the overlay; show the parts behind it as they were."""
        if not self._overlay:
            return
        self._grid.removeWidget(self._overlay)
        _delete(self._overlay)
        self._overlay = None
        for part in self._hidden:
            part.show()

    @property
    def overlay(self) -> QWidget | None:
        """The widget in the place of the page, if there is one."""
        return self._overlay.held if self._overlay else None

    @property
    def overlay_size(self) -> QSize:
        """The size that an overlay has."""
        return QSize(self.width(), self.height() - self._parts.bars.height())

    def show_notice(self, notice: QWidget) -> None:
        """Put `notice`, a child, over everything until it is hidden."""
        self.hide_notice()
        self._notice = notice
        notice.setLayoutDirection(self._text_direction)
        notice.setGeometry(self.rect())
        notice.raise_()
        notice.show()

    def hide_notice(self) -> None:
        """Remove the notice."""
        if self._notice:
            _delete(self._notice)
            self._notice = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice over everything."""
        super().resizeEvent(event)
        if self._notice:
            self._notice.setGeometry(self.rect())

    @property
    def _text_direction(self) -> Qt.LayoutDirection:
        return self._parts.pages.layoutDirection()

    def _fill_grid(self, side: QWidget, layout: ScreenLayout) -> None:
        parts, grid = self._parts, self._grid
        grid.setColumnStretch(1, 1)
        if not layout.rail.is_at_side:
            grid.addWidget(side, 0, 0, 1, 3)
            grid.addWidget(parts.pages, 1, 0, 1, 2)
            grid.setRowStretch(1, 1)
            beside = (2, 0, 1, 3) if layout.portrait else (1, 2, 1, 1)
            grid.addWidget(parts.advice, *beside)
            grid.addWidget(parts.bars, 3, 0, 1, 3)
            return
        grid.setRowStretch(0, 1)
        grid.addWidget(parts.pages, 0, 1)
        if not layout.portrait:
            grid.addWidget(side, 0, 0, 2, 1)
            grid.addWidget(parts.advice, 0, 2)
            grid.addWidget(parts.bars, 1, 1, 1, 2)
        else:
            grid.addWidget(side, 0, 0, 2, 1)
            grid.addWidget(parts.advice, 1, 1, 1, 2)
            grid.addWidget(parts.bars, 2, 0, 1, 3)

    def _mirror(self, direction: Qt.LayoutDirection) -> None:
        """Mirror the cells of the parts, but not the inside of a part."""
        for child in self.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            child.setLayoutDirection(self.layoutDirection())
        self.setLayoutDirection(direction)


class _AnySize(QWidget):
    """Let a view have any size; a part without room in it can be scrolled to."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.held = held
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(held)

    def minimumSizeHint(self) -> QSize:
        """Ask for nothing, so that the bars below keep their size."""
        return QSize(1, 1)

    def hasHeightForWidth(self) -> bool:
        """Do not ask for the height that all of the view's words need."""
        return False


def _delete(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


def _above(rail: QWidget, dock: QWidget) -> QWidget:
    side = QFrame()
    set_role(side, Role.RAIL)
    side.setFixedWidth(rail.maximumWidth())
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rail, 1)
    column.addWidget(dock)
    return side
