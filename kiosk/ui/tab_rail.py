"""The tabs, and nothing else, on the leading side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from kiosk.domain.content import Page
from kiosk.ui.look import Look
from kiosk.ui.touch_button import TouchButton

_WIDTH_MM = {1: 86.0, 2: 98.0}
_TALLEST_TAB_MM = 32.0


class TabRail(QWidget):
    """One tab a page, in one column of rows or in two of tiles."""

    page_requested = Signal(str)

    def __init__(self, pages: Sequence[Page], look: Look, *, columns: int) -> None:
        super().__init__()
        self._look = look
        self._in_tiles = columns > 1
        self._group = QButtonGroup(self)
        self._tabs = {page.id: self._tab(page) for page in pages}
        px = look.metrics.px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(3), px(3), px(3) if self._in_tiles else 0, px(3))
        grid.setSpacing(px(3))
        for place, tab in enumerate(self._tabs.values()):
            grid.addWidget(tab, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        self.setFixedWidth(px(_WIDTH_MM[columns]))

    def mark(self, page: str) -> None:
        """Show which page is open."""
        self._tabs[page].setChecked(True)

    def _tab(self, page: Page) -> TouchButton:
        role = "tile_tab" if self._in_tiles else "row_tab"
        icon = self._look.icon(page.icon, "accent", 8)
        tab = TouchButton(
            page.tab, icon, self._look, role=role, icon_above=self._in_tiles
        )
        tab.setAccessibleDescription(page.title)
        tab.setCheckable(True)
        tab.setMaximumHeight(self._look.metrics.px(_TALLEST_TAB_MM))
        expanding = QSizePolicy.Policy.Expanding
        tab.setSizePolicy(expanding, expanding)
        tab.clicked.connect(partial(self.page_requested.emit, page.id))
        self._group.addButton(tab)
        return tab
