"""The tabs of the pages, at the side or at the top."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QSizePolicy

from kiosk.content.pages import Page, PageKind
from kiosk.domain.layout import Rail, ScreenLayout
from kiosk.ui.style.lengths import TALLEST_TAB_MM, IconSize, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.touch_button import TouchButton

_ALWAYS = (PageKind.HOME, PageKind.CHECKLIST)


class TabRail(QFrame):
    """One tab a page, its icon beside or above the word. Emits `page_requested`."""

    page_requested = Signal(str)

    def __init__(self, pages: Sequence[Page], look: Look, layout: ScreenLayout) -> None:
        super().__init__()
        set_role(self, Role.RAIL)
        self._look = look
        rail = layout.rail
        self._is_at_side = rail.is_at_side
        self._in_tiles = rail in (Rail.TILES, Rail.NARROW)
        if not rail.is_at_side:
            pages = [page for page in pages if page.kind in _ALWAYS]
        self._group = QButtonGroup(self)
        self._tabs = {page.id: self._tab(page) for page in pages}
        px = look.metrics.px
        grid = QGridLayout(self)
        gap = px(Space.GAP)
        grid.setContentsMargins(gap, gap, gap if self._in_tiles else 0, gap)
        grid.setSpacing(gap)
        for index, tab in enumerate(self._tabs.values()):
            grid.addWidget(tab, index // rail.columns, index % rail.columns)
        for column in range(rail.columns):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        if rail.is_at_side:
            self.setFixedWidth(px(layout.rail_mm))

    def mark(self, page: str) -> None:
        """Mark the tab of the open page, if it has one."""
        self._group.setExclusive(page in self._tabs)
        for name, tab in self._tabs.items():
            tab.set_chosen(chosen=name == page)

    def _tab(self, page: Page) -> TouchButton:
        role = Role.TILE_TAB if self._in_tiles else Role.ROW_TAB
        icon = self._look.icon(page.icon, Colour.ACCENT, IconSize.CONTROL)
        tab = TouchButton(
            page.tab, icon, self._look, role=role, icon_above=self._in_tiles
        )
        tab.setObjectName(f"tab {page.id}")
        tab.setAccessibleDescription(page.title)
        tallest = TALLEST_TAB_MM * self._look.metrics.text_scale
        tab.setMaximumHeight(self._look.metrics.px(tallest))
        policy = QSizePolicy.Policy
        down = policy.Expanding if self._is_at_side else policy.Minimum
        tab.setSizePolicy(policy.Expanding, down)
        tab.clicked.connect(partial(self.page_requested.emit, page.id))
        tab.join(self._group)
        return tab
