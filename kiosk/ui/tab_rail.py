"""The tabs, and nothing else, on the leading side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QSizePolicy

from kiosk.domain.content import Page
from kiosk.domain.shape import Rail
from kiosk.ui.look import Look
from kiosk.ui.touch_button import TouchButton

_TALLEST_TAB_MM = 32.0


class TabRail(QFrame):
    """One tab a page: rows with the icon beside the word, or tiles with it above."""

    page_requested = Signal(str)

    def __init__(self, pages: Sequence[Page], look: Look, rail: Rail) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._look = look
        self._in_tiles = rail is not Rail.ROWS
        self._group = QButtonGroup(self)
        self._tabs = {page.id: self._tab(page) for page in pages}
        px = look.metrics.px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(3), px(3), px(3) if self._in_tiles else 0, px(3))
        grid.setSpacing(px(3))
        for place, tab in enumerate(self._tabs.values()):
            grid.addWidget(tab, place // rail.columns, place % rail.columns)
        for column in range(rail.columns):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        self.setFixedWidth(px(rail.width_mm))

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
