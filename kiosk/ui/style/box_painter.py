"""Paint the boxes of widgets in one look, in the state that each widget is in."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.domain.metrics import Length
from kiosk.ui.style.boxes import Box, Boxes, Mark
from kiosk.ui.style.look import Look
from kiosk.ui.style.painted_box import PaintedBox, PaintedMark


class State(Struct, frozen=True):
    """The state of a widget, as far as its box shows it."""

    chosen: bool = False
    pressed: bool = False
    focused: bool = False
    disabled: bool = False
    mirrored: bool = False


class BoxPainter:
    """Paint boxes in the colours and at the size of a look; each is made once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[int, State], list[tuple[PaintedBox, int]]] = {}

    def paint(
        self, boxes: Boxes, state: State, painter: QPainter, place: QRect
    ) -> None:
        """Paint the box that a widget has in this state."""
        key = id(boxes), state  # tables are never deleted; to hash one takes longer
        if key not in self._made:
            self._made[key] = list(self._make(boxes, state))
        for box, inset in self._made[key]:
            box.paint(painter, QRectF(place).adjusted(inset, inset, -inset, -inset))

    def _make(self, boxes: Boxes, state: State) -> Iterator[tuple[PaintedBox, int]]:
        """Yield the box and a ring within it, and how far each is from the edge."""
        box = boxes.in_state(
            chosen=state.chosen, pressed=state.pressed, disabled=state.disabled
        )
        box = box.mirrored() if state.mirrored else box
        ring = None
        if state.focused:
            ring = boxes.ring_of(chosen=state.chosen, pressed=state.pressed)
        yield self._painted(ring.around(box) if ring else box), 0
        if ring and (inside := ring.inside()):
            yield self._painted(inside), self._px(ring.width)

    def _painted(self, box: Box) -> PaintedBox:
        return PaintedBox(
            fill=self._colour(box.fill),
            line=self._colour(box.line),
            width=self._px(box.width),
            radius=self._px(box.radius),
            rounded=box.rounded,
            mark=self._mark(box.mark) if box.mark else None,
        )

    def _mark(self, mark: Mark) -> PaintedMark:
        return PaintedMark(mark.side, self._px(mark.width), self._colour(mark.line))

    def _colour(self, name: str | None) -> QColor | None:
        """Return a colour of the theme, or one that is the same in every theme."""
        return QColor(self._look.colours.get(name, name)) if name else None

    def _px(self, length: Length | None) -> int:
        return self._look.metrics.length_px(length) if length else 0
