"""The sections of a page, "On this page": a column of rows, or chips under its lead."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.accessibility.properties import leads_on
from kiosk.ui.style import text_measure
from kiosk.ui.style.lengths import Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Property, Role
from kiosk.ui.style.properties import set_state
from kiosk.ui.widgets.touch_button import TouchButton


class SectionList(QWidget):
    """A button for each section; the one being read is marked. Emits `chosen`."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], look: Look, role: Role) -> None:
        super().__init__()
        self._gap = look.metrics.px(Space.GAP)
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._gap)
        self._buttons = [
            self._button(index, name, look, role) for index, name in enumerate(names)
        ]
        self.mark(0)

    @classmethod
    def in_column(cls, names: Sequence[str], look: Look) -> "SectionList":
        """Return rows one below the other."""
        sections = cls(names, look, Role.SECTION_ROW)
        for button in sections._buttons:
            sections._column.addWidget(button)
        return sections

    @classmethod
    def in_chips(
        cls, names: Sequence[str], look: Look, width: int, rows: int
    ) -> "SectionList":
        """Return chips side by side in some rows; those without room are left out."""
        sections = cls(names, look, Role.CHIP)
        sections._fill_rows(names, look, width, rows)
        return sections

    def mark(self, index: int) -> None:
        """Mark the section being read."""
        if index < len(self._buttons):
            self._buttons[index].set_chosen(chosen=True)

    def _button(self, index: int, name: str, look: Look, role: Role) -> TouchButton:
        button = TouchButton(name, QPixmap(), look, role=role)
        button.setObjectName(f"section {name}")
        leads_on(button)
        set_state(button, Property.AT_RIGHT, state=look.mirrored)
        button.join(self._group)
        button.clicked.connect(partial(self.chosen.emit, index))
        return button

    def _fill_rows(
        self, names: Sequence[str], look: Look, width: int, rows: int
    ) -> None:
        row, left = QHBoxLayout(), 0
        for index, button in enumerate(self._buttons):
            button.centre()
            needed = text_measure.button_width(names[index], look) + self._gap
            if needed > left:
                if self._column.count() == rows:
                    self._leave_out(index)
                    break
                row, left = self._new_row(), width + self._gap
            row.insertWidget(row.count() - 1, button)
            left -= needed

    def _leave_out(self, first: int) -> None:
        """Delete the buttons from this one on: no layout would delete them."""
        for button in self._buttons[first:]:
            button.deleteLater()
        del self._buttons[first:]

    def _new_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._gap)
        row.addStretch(1)
        self._column.addLayout(row)
        return row
