"""Where the parts of the everyday screen stand, in each shape of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.layout import ScreenLayout
from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import Reach
from kiosk.ui.style.lengths import ADVICE_WIDTH_MM
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role

_MOST_OF_WIDTH = 0.45
_HANDS = {
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
    """The parts in their places; all but the bars can be covered.

    With a hand to reach with, the tabs stand at that side whatever the language.
    """

    def __init__(
        self, parts: FrameParts, shape: ScreenLayout, metrics: Metrics, width: int
    ) -> None:
        super().__init__()
        self._parts = parts
        self._cover: _Fitting | None = None
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        side = parts.rail
        if parts.dock:
            side = _above(parts.rail, parts.dock)
        self._beside = [side, parts.pages, parts.advice]
        self._hidden: list[QWidget] = []
        if not shape.portrait:
            wide = metrics.px(ADVICE_WIDTH_MM * metrics.picture_scale)
            beside = width - metrics.px(shape.rail_mm)
            parts.advice.setFixedWidth(min(wide, round(beside * _MOST_OF_WIDTH)))
        for part in (side, parts.pages, parts.advice, parts.bars):
            part.setParent(self)  # in the order they are read aloud
        self._place(side, shape)

    def serve(self, reach: Reach) -> None:
        """Have the tabs at the side of the hand that is to reach them, if it is one.

        Only once it stands in its window, which tells which way the words run.
        """
        if reach in _HANDS:
            self._turn(_HANDS[reach])

    def cover(self, widget: QWidget) -> None:
        """Put `widget` in the place of everything but the bars."""
        self.uncover()
        self._hidden = [part for part in self._beside if part.isVisibleTo(self)]
        for part in self._hidden:
            part.hide()
        self._cover = _Fitting(widget)
        rows = self._grid.rowCount()
        self._grid.addWidget(self._cover, 0, 0, rows - 1, 3)
        self._cover.stackUnder(self._parts.bars)
        self._cover.setLayoutDirection(self._parts.pages.layoutDirection())
        self._cover.show()  # now, for the keys' focus looks for it there

    def uncover(self) -> None:
        """Show what was covered, as it was."""
        if not self._cover:
            return
        self._grid.removeWidget(self._cover)
        self._cover.hide()
        self._cover.deleteLater()
        self._cover = None
        for part in self._hidden:
            part.show()

    @property
    def covered_by(self) -> QWidget | None:
        """What stands in the place of the page, if anything does."""
        return self._cover.held if self._cover else None

    def _place(self, side: QWidget, shape: ScreenLayout) -> None:
        parts, grid = self._parts, self._grid
        grid.setColumnStretch(1, 1)
        if not shape.rail.is_at_side:
            grid.addWidget(side, 0, 0, 1, 3)
            grid.addWidget(parts.pages, 1, 0, 1, 2)
            grid.setRowStretch(1, 1)
            beside = (2, 0, 1, 3) if shape.portrait else (1, 2, 1, 1)
            grid.addWidget(parts.advice, *beside)
            grid.addWidget(parts.bars, 3, 0, 1, 3)
            return
        grid.setRowStretch(0, 1)
        grid.addWidget(parts.pages, 0, 1)
        if not shape.portrait:
            grid.addWidget(side, 0, 0, 2, 1)
            grid.addWidget(parts.advice, 0, 2)
            grid.addWidget(parts.bars, 1, 1, 1, 2)
        else:
            grid.addWidget(side, 0, 0, 2, 1)
            grid.addWidget(parts.advice, 1, 1, 1, 2)
            grid.addWidget(parts.bars, 2, 0, 1, 3)

    def _turn(self, way: Qt.LayoutDirection) -> None:
        """Turn the places of the parts, but not what is in them."""
        for child in self.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            child.setLayoutDirection(self.layoutDirection())
        self.setLayoutDirection(way)


class _Fitting(QWidget):
    """Fit a view wherever it is put: what has no room there can be scrolled to."""

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
