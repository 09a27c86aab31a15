"""A figure with a tile for each complication round it, and a line to its place.

The places of the figure can be touched, too.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QLine, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kiosk.content.blocks import Image
from kiosk.content.pages import Page
from kiosk.domain.metrics import GAP_MM, TOUCH_MM
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    LEAST_FIGURE_MM,
    MAP_DOT_MM,
    MAP_LINE_MM,
    WIDEST_MAP_TILE_MM,
    IconSize,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.touch_button import TouchButton

PLACES: Mapping[str, tuple[float, float]] = {
    "headache": (0.545, 0.257),
    "vision": (0.395, 0.380),
    "weakness": (0.620, 0.460),
    "swallowing": (0.500, 0.660),
    "breathing": (0.500, 0.865),
}
"""By the icon of a page: its place in the drawing, in parts of width and height."""

_SPOTS = {
    **PLACES,
    "headache": (0.560, 0.225),
    "vision": (0.350, 0.410),
    "weakness": (0.690, 0.440),
}
"""The middles of what can be touched: further apart than the places in them."""

_HALF_A_FACE = 0.2  # of the figure's width: tiles stay clear of it
_DISC = 0.475  # the radius of the disc behind the figure, in parts of its width
_NO_ROOM = 1_000_000


def has_places(pages: Sequence[Page]) -> bool:
    """Return whether each of the pages is about a place of the figure of its own."""
    icons = [page.icon for page in pages]
    return bool(icons) and len(set(icons)) == len(icons) and PLACES.keys() >= set(icons)


class BodyMap(QWidget):
    """Tiles at both sides of a figure, joined to it.

    A tile emits `page_pressed` when it is pressed, `page_requested` when it is clicked.
    """

    page_requested = Signal(str)
    page_pressed = Signal(str)

    def __init__(
        self, pages: Sequence[Page], figure: Image, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._figure = look, figure
        self._drawn = QPixmap()
        self._heights: dict[int, int] = {}  # of the tiles, by their width
        self._tiles = {page.icon: self._tile(page) for page in pages}
        self._spots = {page.icon: self._spot(page) for page in pages}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(look.metrics.px(LEAST_FIGURE_MM))

    def hasHeightForWidth(self) -> bool:
        """The narrower it is, the higher are its tiles."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for the figure, and for the tiles with all their words."""
        least = self._look.metrics.px(LEAST_FIGURE_MM)
        tile = self._tile_width(width, least)
        if tile < max(it.minimumSizeHint().width() for it in self._tiles.values()):
            return _NO_ROOM
        gap = self._look.metrics.px(GAP_MM)
        rows = max(map(len, self._sides()))
        return max(least, rows * (self._tile_height(tile) + gap) - gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put figure, tiles and places where they belong."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figure, and a line from each tile to a dot on its place."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(self._figure_rect().topLeft(), self._drawn)
        self._draw_lines(painter)
        self._draw_dots(painter)
        painter.end()

    def _tile(self, page: Page) -> TouchButton:
        icon = self._look.icon(page.icon, Colour.ACCENT, IconSize.MARK)
        tile = TouchButton(page.tab, icon, self._look, role=Role.MAP_TILE)
        tile.setObjectName(f"tile {page.id}")
        tile.setAccessibleName(page.tile)
        tile.add_hint(page.hint)
        tile.pressed.connect(partial(self.page_pressed.emit, page.id))
        tile.clicked.connect(partial(self.page_requested.emit, page.id))
        tile.setParent(self)
        for label in tile.findChildren(QWidget):
            label.ensurePolished()
        return tile

    def _spot(self, page: Page) -> QPushButton:
        """Return a place that can be touched: it has the name of the place."""
        spot = QPushButton(self)
        set_role(spot, Role.SPOT)
        spot.setObjectName(f"place {page.id}")
        spot.setAccessibleName(page.hint)
        spot.setAccessibleDescription(page.tile)
        spot.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        spot.pressed.connect(partial(self.page_pressed.emit, page.id))
        spot.clicked.connect(partial(self.page_requested.emit, page.id))
        return spot

    def _sides(self) -> tuple[list[str], list[str]]:
        """Return the tiles at the left and at the right, from top to bottom."""
        left: list[str] = []
        right: list[str] = []
        for icon in sorted(self._tiles, key=lambda icon: PLACES[icon][1]):
            across = PLACES[icon][0]
            is_left = across < 0.5 or (across == 0.5 and len(left) <= len(right))
            (left if is_left else right).append(icon)
        return left, right

    def _tile_width(self, width: int, figure: int) -> int:
        """Return how wide tiles are: beside the figure, or at least beside the face."""
        px = self._look.metrics.px
        beside = (width - figure) // 2 - px(Space.SMALL)
        least = max(it.minimumSizeHint().width() for it in self._tiles.values())
        if beside < max(least, px(WIDEST_MAP_TILE_MM) // 2):
            beside = round(width / 2 - _HALF_A_FACE * figure) - px(Space.SMALL)
        return min(beside, px(WIDEST_MAP_TILE_MM))

    def _tile_height(self, width: int) -> int:
        if width not in self._heights:
            tiles = self._tiles.values()
            needed = (labels.height_needed(tile, width) for tile in tiles)
            self._heights[width] = max(needed)
        return self._heights[width]

    def _figure_side(self) -> int:
        face = round(self.width() * 0.62)
        return min(self.height(), max(face, self._look.metrics.px(LEAST_FIGURE_MM)))

    def _figure_rect(self) -> QRect:
        side = self._figure_side()
        rect = QRect(0, 0, side, side)
        rect.moveCenter(self.rect().center())
        return rect

    def _at(self, part: tuple[float, float]) -> QPoint:
        """Return the point of a part of the figure's width and height."""
        rect, (across, down) = self._figure_rect(), part
        return rect.topLeft() + QPoint(
            round(across * rect.width()), round(down * rect.height())
        )

    def _lay_out(self) -> None:
        side = self._figure_side()
        mm = side / self._look.metrics.px_per_mm
        self._drawn = self._look.figure(self._figure, mm)
        width = self._tile_width(self.width(), side)
        height = self._tile_height(width)
        for icons, left in zip(self._sides(), (0, self.width() - width), strict=True):
            for index, icon in enumerate(icons):
                middle = round(self.height() * (index + 0.5) / len(icons))
                top = middle - height // 2
                self._tiles[icon].setGeometry(left, top, width, height)
        touch = self._look.metrics.px(TOUCH_MM)
        for icon, spot in self._spots.items():
            spot.resize(touch, touch)
            spot.move(self._at(_SPOTS[icon]) - QPoint(touch // 2, touch // 2))
            self._keep_off_tiles(spot)

    def _keep_off_tiles(self, spot: QPushButton) -> None:
        """Move a place towards the middle, as far as a finger keeps off the tiles."""
        gap = self._look.metrics.px(GAP_MM)
        where = spot.geometry()
        for tile in self._tiles.values():
            near = tile.geometry().adjusted(-gap, -gap, gap, gap)
            if near.intersects(where):
                if near.center().x() < where.center().x():
                    where.moveLeft(near.right() + 1)
                else:
                    where.moveRight(near.left() - 1)
        spot.setGeometry(where)

    def _disc(self) -> QPainterPath:
        """Return the disc behind the figure: lines over it have another ground."""
        disc, rect = QPainterPath(), self._figure_rect()
        radius = _DISC * rect.width()
        disc.addEllipse(rect.toRectF().center(), radius, radius)
        return disc

    def _draw_lines(self, painter: QPainter) -> None:
        """Draw a line from each tile to its place: in another colour over the disc."""
        colours, width = self._look.colours, self._look.metrics.px(MAP_LINE_MM)
        lines = [self._line(icon) for icon in self._tiles]
        painter.setPen(QPen(QColor(colours[Colour.MAP_LINE]), width))
        painter.drawLines(lines)
        painter.save()
        painter.setClipPath(self._disc())
        painter.setPen(QPen(QColor(colours[Colour.PICTURE_MARK]), width))
        painter.drawLines(lines)
        painter.restore()

    def _line(self, icon: str) -> QLine:
        tile, end = self._tiles[icon].geometry(), self._at(PLACES[icon])
        edge = tile.right() if tile.center().x() < end.x() else tile.left()
        return QLine(QPoint(edge, tile.center().y()), end)

    def _draw_dots(self, painter: QPainter) -> None:
        px, colours = self._look.metrics.px, self._look.colours
        ring = QColor(colours[Colour.PICTURE_LIGHT])
        painter.setPen(QPen(ring, px(MAP_LINE_MM)))
        painter.setBrush(QColor(colours[Colour.PICTURE_MARK]))
        radius = px(MAP_DOT_MM) / 2
        for icon in self._tiles:
            painter.drawEllipse(QPointF(self._at(PLACES[icon])), radius, radius)
