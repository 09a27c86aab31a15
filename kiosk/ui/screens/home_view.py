"""The home page: a tile for each subject to read about."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.content.pages import Page, PageKind
from kiosk.domain.layout import ScreenLayout
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import PAGE_MARGINS, TALLEST_TILE_MM, IconSize, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.touch_button import TouchButton

_ON_TILES = (PageKind.COMPLICATION, PageKind.CHECKLIST, PageKind.BOOKING)

_WITHOUT_TABS = frozenset(PageKind) - {PageKind.HOME}
"""The pages with a tile where most of them have no tab."""


class HomeView(QWidget):
    """Tiles for complications, checklist and booking. Emits `page_requested`."""

    page_requested = Signal(str)

    def __init__(
        self, home: Page, pages: Sequence[Page], look: Look, *, layout: ScreenLayout
    ) -> None:
        super().__init__()
        self._look = look
        px = look.metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        column.addWidget(labels.heading(home.title, TextStyle.TITLE))
        column.addWidget(labels.plain(home.summary, TextStyle.LEAD))
        column.addSpacing(px(Space.GAP))
        grid = QGridLayout()
        grid.setSpacing(px(Space.SMALL))
        columns = 1 if layout.portrait else 2
        kinds = _ON_TILES if layout.has_tabs else _WITHOUT_TABS
        tiles = [self._tile(page) for page in pages if page.kind in kinds]
        for index, tile in enumerate(tiles):
            wide = index == len(tiles) - 1 and index % columns == 0
            grid.addWidget(
                tile, index // columns, index % columns, 1, columns if wide else 1
            )
        column.addLayout(grid, 100)
        column.addStretch(1)

    def _tile(self, page: Page) -> TouchButton:
        loud = page.kind is PageKind.CHECKLIST
        colour = Colour.ON_ACCENT if loud else Colour.ACCENT
        icon = self._look.icon(page.icon, colour, IconSize.TILE)
        role = Role.LOUD_TILE if loud else Role.TILE
        tile = TouchButton(page.tile, icon, self._look, role=role)
        tile.setObjectName(f"tile {page.id}")
        tile.add_hint(page.hint)
        expanding = QSizePolicy.Policy.Expanding
        tile.setSizePolicy(expanding, expanding)
        if self._look.metrics.text_scale == 1:
            tile.setMaximumHeight(self._look.metrics.px(TALLEST_TILE_MM))
        tile.clicked.connect(partial(self.page_requested.emit, page.id))
        return tile
