"""A row of buttons that jump to the areas of a list, with the number ticked in each."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from kiosk.content.packs import Pack
from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.style.lengths import CHIP_MARGINS, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Role
from kiosk.ui.widgets.touch_button import TouchButton, text_button


class AreaChips(QWidget):
    """A chip for each area, in one row or as few as have room for their words."""

    chosen = Signal(str)

    def __init__(self, pack: Pack, look: Look) -> None:
        super().__init__()
        self._pack = pack
        self._columns = 0
        self._least = look.metrics.px(TOUCH_MM)
        self._group = QButtonGroup(self)
        self._chips = {area: self._chip(area, look) for area in pack.areas}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.metrics.px(Space.GAP))
        self._fill(len(self._chips))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many answers are ticked in each area; none is no number."""
        for area, chip in self._chips.items():
            words = self._pack.areas[area]
            if count := counts.get(area, 0):
                words = f"{words} {self._pack.number(count)}"
            if words != chip.accessibleName():
                chip.set_label(words)
                chip.adjust()
                self._fill(self._columns_in(self.width()))
        self._grid.activate()  # or a chip is painted once with its words cut off

    def mark(self, area: str) -> None:
        """Mark the area that is in sight; none where there is no chip for it."""
        self._group.setExclusive(False)  # or Qt keeps one of them chosen
        for name, chip in self._chips.items():
            chip.set_chosen(chosen=name == area)
        self._group.setExclusive(True)

    def event(self, event: QEvent) -> bool:
        """Use other rows when the words, or the letters they have, are others."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fill(self._columns_in(self.width()))
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as few rows as have room for the words."""
        super().resizeEvent(event)
        self._fill(self._columns_in(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the width of one chip, for the narrowest page."""
        widest = max(chip.sizeHint().width() for chip in self._chips.values())
        return QSize(widest, self.minimumHeight())

    def height_in(self, width: int) -> int:
        """Return how high their rows are at a width."""
        return self._height_of(self._columns_in(width))

    def _columns_in(self, width: int) -> int:
        """Return how many chips fit beside each other, in rows of the same length."""
        gap = self._grid.spacing()
        widths = [chip.sizeHint().width() for chip in self._chips.values()]
        if sum(widths) + gap * (len(widths) - 1) <= width:
            return len(widths)
        fitting = max(1, (width + gap) // (max(widths) + gap))
        rows = -(-len(widths) // fitting)
        return -(-len(widths) // rows)

    def _fill(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns + 1):
            self._grid.setColumnStretch(column, 0)
            self._grid.setColumnMinimumWidth(column, 0)
        self._columns = columns
        for place, chip in enumerate(self._chips.values()):
            self._grid.addWidget(chip, place // columns, place % columns)
            self._grid.setColumnMinimumWidth(place % columns, self._least)
        self._grid.setColumnStretch(columns, 1)
        self.setFixedHeight(self._height_of(columns))

    def _height_of(self, columns: int) -> int:
        rows = -(-len(self._chips) // columns)
        high = max(chip.sizeHint().height() for chip in self._chips.values())
        high = max(high, *(chip.minimumHeight() for chip in self._chips.values()))
        return rows * high + (rows - 1) * self._grid.spacing()

    def _chip(self, area: str, look: Look) -> TouchButton:
        chip = text_button(self._pack.areas[area], look, role=Role.CHIP)
        chip.setObjectName(f"area {area}")
        chip.stay_on_one_line()
        if inside := chip.layout():
            inside.setContentsMargins(CHIP_MARGINS.in_px(look.metrics.px))
        chip.join(self._group)
        chip.clicked.connect(partial(self._choose, area))
        return chip

    def _choose(self, area: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.chosen.emit(area)
