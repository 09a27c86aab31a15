"""Where the parts of the everyday screen stand, in each shape of the window."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.metrics import Metrics
from kiosk.domain.shape import Rail, Shape

_ADVICE_MM = 112.0


@dataclass(frozen=True, slots=True)
class Parts:
    """The tabs, the small code, the open page, the advice and the bar."""

    rail: QWidget
    dock: QWidget
    pages: QWidget
    advice: QWidget
    bar: QWidget

    def arranged(self, shape: Shape, metrics: Metrics) -> QWidget:
        """Return a widget with the parts in their places."""
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.pages, 0, 1)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(1, 1)
        if not shape.portrait:
            self.advice.setFixedWidth(metrics.px(_ADVICE_MM))
            grid.addWidget(self._rail_above_code(), 0, 0, 2, 1)
            grid.addWidget(self.advice, 0, 2)
            grid.addWidget(self.bar, 1, 1, 1, 2)
        elif shape.rail is Rail.NARROW:
            grid.addWidget(self.rail, 0, 0, 2, 1)
            grid.addWidget(self.advice, 1, 1)
            grid.addLayout(_row(self.dock, self.bar), 2, 0, 1, 3)
        else:
            grid.addWidget(self._rail_above_code(), 0, 0)
            grid.addWidget(self.advice, 1, 0, 1, 3)
            grid.addWidget(self.bar, 2, 0, 1, 3)
        return widget

    def _rail_above_code(self) -> QWidget:
        side = QFrame()
        side.setProperty("role", "rail")
        side.setFixedWidth(self.rail.maximumWidth())
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rail, 1)
        column.addWidget(self.dock)
        return side


def _row(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(first)
    row.addWidget(second, 1)
    return row
