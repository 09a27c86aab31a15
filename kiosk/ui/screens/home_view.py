"""The home page: a map of the face and chest, or a tile for each page."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.content.blocks import Image, Picture
from kiosk.content.pages import Page, PageKind
from kiosk.domain.layout import ScreenLayout
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import FITTED_MARGINS, IconSize, Space
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.body_map import BodyMap, has_places
from kiosk.ui.widgets.fitted_page import FittedPage
from kiosk.ui.widgets.touch_button import TouchButton

_ON_TILES = (PageKind.COMPLICATION, PageKind.CHECKLIST)

_WITHOUT_TABS = frozenset(PageKind) - {PageKind.HOME}
"""The pages with a tile where most of them have no tab."""


class TileSize(Struct, frozen=True):
    """How many tiles are side by side, and what there is besides their words."""

    columns: int
    title: TextStyle = TextStyle.TITLE
    has_hints: bool = True
    has_lead: bool = True
    role: Role = Role.TILE
    loud: Role = Role.LOUD_TILE


_WORDS_ALONE = TileSize(3, has_hints=False)
_BARE = replace(_WORDS_ALONE, title=TextStyle.SECTION, has_lead=False)
_SMALL = replace(_BARE, role=Role.SMALL_TILE, loud=Role.SMALL_LOUD_TILE)
_SMALL_HINTED = replace(_SMALL, has_hints=True)
_BELOW_MAP = TileSize(1), _SMALL_HINTED, _SMALL
_TINY = replace(
    _BARE,
    title=TextStyle.COMPACT_HEADING,
    role=Role.TINY_TILE,
    loud=Role.TINY_LOUD_TILE,
)
_LANDSCAPE = (
    TileSize(2),
    TileSize(3),
    _WORDS_ALONE,
    _BARE,
    _SMALL_HINTED,
    _SMALL,
    _TINY,
)
_PORTRAIT = (
    TileSize(1),
    *(replace(size, columns=2) for size in _LANDSCAPE[1:]),
    _TINY,
)


class HomeView(FittedPage):
    """The map where there is room for it, else tiles.

    A tile emits `page_pressed` when it is pressed, `page_requested` when it is clicked.
    """

    page_requested = Signal(str)
    page_pressed = Signal(str)

    def __init__(
        self, home: Page, context: ViewContext, *, layout: ScreenLayout
    ) -> None:
        self._home = home
        self._context = context
        kinds = _ON_TILES if layout.has_tabs else _WITHOUT_TABS
        self._pages = [page for page in context.pack.pages if page.kind in kinds]
        sizes = _PORTRAIT if layout.portrait else _LANDSCAPE
        versions = [partial(self._tiles, size) for size in sizes]
        figure = _figure(context, home)
        about = [page for page in self._pages if page.kind is PageKind.COMPLICATION]
        if layout.has_tabs and figure and has_places(about):
            on_map = partial(self._map, about, figure)
            versions[:0] = [partial(on_map, size) for size in _BELOW_MAP]
        kind = home.id, layout.has_tabs, layout.portrait
        super().__init__(versions, context, kind)

    def _map(self, about: Sequence[Page], figure: Image, size: TileSize) -> QWidget:
        """Return the map above the tile of the checklist."""
        content, column = self._begun(size.title)
        body = BodyMap(about, figure, self._context.look, content)
        body.page_pressed.connect(self.page_pressed)
        body.page_requested.connect(self.page_requested)
        column.addWidget(body, 1)
        for page in self._pages:
            if page not in about:
                column.addWidget(self._tile(page, size))
        return content

    def _tiles(self, size: TileSize) -> QWidget:
        content, column = self._begun(size.title, has_lead=size.has_lead)
        grid = QGridLayout()
        grid.setSpacing(self._context.look.metrics.px(Space.GAP))
        columns = size.columns
        last = len(self._pages) - 1
        for index, page in enumerate(self._pages):
            row, at = divmod(index, columns)
            wide = columns - at if index == last else 1
            grid.addWidget(self._tile(page, size), row, at, 1, wide)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        column.addLayout(grid, 100)
        column.addStretch(1)
        return content

    def _begun(
        self, title: TextStyle, *, has_lead: bool = True
    ) -> tuple[QWidget, QVBoxLayout]:
        """Return a page with its title, and the column to go on with."""
        px = self._context.look.metrics.px
        content = QWidget(self.page)
        column = QVBoxLayout(content)
        column.setContentsMargins(FITTED_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        column.addWidget(labels.heading(self._home.title, title))
        if has_lead:
            column.addWidget(labels.plain(self._home.summary, TextStyle.LEAD))
        return content, column

    def _tile(self, page: Page, size: TileSize) -> TouchButton:
        look = self._context.look
        loud = page.kind is PageKind.CHECKLIST
        colour = Colour.ON_ACCENT if loud else Colour.ACCENT
        mm = IconSize.CHOICE if size.has_hints else IconSize.CONTROL
        icon = look.icon(page.icon, colour, mm)
        role = size.loud if loud else size.role
        tile = TouchButton(page.tile, icon, look, role=role)
        tile.setObjectName(f"tile {page.id}")
        if size.has_hints:
            tile.add_hint(page.hint)
        else:
            tile.setAccessibleDescription(page.hint)
        expanding = QSizePolicy.Policy.Expanding
        policy = QSizePolicy(expanding, expanding)
        policy.setHeightForWidth(True)
        tile.setSizePolicy(policy)
        tile.pressed.connect(partial(self.page_pressed.emit, page.id))
        tile.clicked.connect(partial(self.page_requested.emit, page.id))
        return tile


def _figure(context: ViewContext, home: Page) -> Image | None:
    """Return the first picture of the page, which is the figure of the map."""
    blocks = context.pack.blocks(home)
    pictures = (block.image for block in blocks if isinstance(block, Picture))
    return next(pictures, None)
