"""A box in pixels, as it is painted: ground, edge, round corners and mark."""

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.ui.style.boxes import Side

_CORNERS = {
    0: Side.RIGHT | Side.TOP,
    90: Side.TOP | Side.LEFT,
    180: Side.LEFT | Side.BOTTOM,
    270: Side.BOTTOM | Side.RIGHT,
}
"""The corners, and the angle at which each one's quarter of a circle begins.

Qt counts degrees from the right, and against the clock.
"""
_MIDDLES = {Side.RIGHT: 0, Side.TOP: 90, Side.LEFT: 180, Side.BOTTOM: 270}
"""The angle in which each side's middle is seen from that of the box."""


class PaintedMark(Struct, frozen=True):
    """An edge at one side, in pixels; without a colour it only takes room."""

    side: Side
    width: int
    colour: QColor | None


class PaintedBox(Struct, frozen=True):
    """A box in pixels and Qt's colours.

    Corners at a side that is `rounded` have the `radius`; others have none.
    """

    fill: QColor | None
    line: QColor | None
    width: int
    radius: int
    rounded: Side
    mark: PaintedMark | None

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint the ground up to the middle of the edge, and the edge over it."""
        if not (self.radius or self.line or self.mark):
            if self.fill:
                painter.fillRect(place, self.fill)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.fill or Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen(self.line, self.width))
        if self.mark or self.rounded is not Side.ALL:
            painter.drawPath(self._outline(place))
        else:
            half = self.width / 2 if self.line else 0
            radius = max(0, self.radius - half)
            middle = place.adjusted(half, half, -half, -half)
            painter.drawRoundedRect(middle, radius, radius)
        if self.mark and self.mark.colour:
            pen = self._pen(self.mark.colour, self.mark.width)
            painter.strokePath(self._line_of(self.mark, place), pen)
        painter.restore()

    def _pen(self, colour: QColor | None, width: int) -> QPen:
        if not colour:
            return QPen(Qt.PenStyle.NoPen)
        cap = Qt.PenCapStyle.FlatCap if self.radius else Qt.PenCapStyle.SquareCap
        join = Qt.PenJoinStyle.MiterJoin
        return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)

    def _outline(self, place: QRectF) -> QPainterPath:
        """Return the line through the middle of all edges."""
        path = QPainterPath()
        for angle, corner in _CORNERS.items():
            across, down = (
                self._width_at(corner & sides)
                for sides in (Side.LEFT | Side.RIGHT, Side.TOP | Side.BOTTOM)
            )
            _trace(path, self._circle(place, corner, across, down), angle, 90)
        path.closeSubpath()
        return path

    def _line_of(self, mark: PaintedMark, place: QRectF) -> QPainterPath:
        """Return the line through a mark, to the middle of its corners."""
        path, middle = QPainterPath(), _MIDDLES[mark.side]
        for angle, begin in (((middle - 90) % 360, middle - 45), (middle, middle)):
            circle = self._circle(place, _CORNERS[angle], mark.width, mark.width)
            _trace(path, circle, begin, 45)
        return path

    def _width_at(self, side: Side) -> int:
        if self.mark and self.mark.side is side:
            return self.mark.width
        return self.width if self.line else 0

    def _circle(self, place: QRectF, corner: Side, across: int, down: int) -> QRectF:
        """Return what surrounds the circle in a corner, or the corner itself.

        `across` and `down` are the widths of the edges that meet there.
        """
        round_px = 2 * self.radius if corner & self.rounded else 0
        wide, high = max(0, round_px - across), max(0, round_px - down)
        at_left, at_top = Side.LEFT in corner, Side.TOP in corner
        x = place.left() + across / 2 if at_left else place.right() - across / 2 - wide
        y = place.top() + down / 2 if at_top else place.bottom() - down / 2 - high
        return QRectF(x, y, wide, high)


def _trace(path: QPainterPath, circle: QRectF, begin: int, degrees: int) -> None:
    """Add an arc of a circle to a path, or a line to the corner if it has no radius."""
    if circle.isEmpty():
        go = path.lineTo if path.elementCount() else path.moveTo
        go(circle.topLeft())
        return
    if not path.elementCount():
        path.arcMoveTo(circle, begin)
    path.arcTo(circle, begin, degrees)
