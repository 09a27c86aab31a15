"""Where every widget stands on the glass, and what of it can be seen or reached.

What is measured there is left to `survey` and its helpers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from kiosk.ui.audit.box import Box

_UNTOUCHED = Qt.WidgetAttribute.WA_TransparentForMouseEvents
_UNTOLD = frozenset({"QWidget", "QFrame", "QScrollArea", "QStackedWidget"})
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Cover:
    """A widget that stands before others; touches may go through it."""

    widget: QWidget
    box: Box
    takes_touch: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """A visible widget in the pixels of its window.

    `shown` is what its parents leave of `box` now, `reach` what they leave of it
    wherever the scroll `area` is moved to, and `covers` what may stand before it.
    """

    widget: QWidget
    box: Box
    shown: Box
    reach: Box
    covers: tuple[Cover, ...] = ()
    area: QScrollArea | None = None
    touch_passes: bool = False


def look_over(window: QWidget) -> list[Sight]:
    """Return the window and every visible widget in it, parents first.

    A part of the window that stands wholly behind another is left out: nobody is
    offered it now.
    """
    box = Box(0, 0, window.width(), window.height())
    sights: list[Sight] = []
    _look_into(Sight(window, box, box, box), sights)
    return sights


def path(widget: QWidget) -> str:
    """Return where in the window a widget is, for a person who looks for it."""
    steps = [_named(widget)]
    while not widget.isWindow() and (parent := widget.parentWidget()):
        widget = parent
        if type(widget).__name__ not in _UNTOLD:
            steps.append(_named(widget))
    return " > ".join(reversed(steps))


def _look_into(parent: Sight, sights: list[Sight]) -> None:
    """Add what is in `parent` to `sights`."""
    sights.append(parent)
    children = [
        child
        for child in parent.widget.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]
    if not children:
        return
    inner = _inside(parent)
    corner = inner.box[:2]
    boxes = [box_of(child.geometry()).moved(*corner) for child in children]
    for place, (child, box) in enumerate(zip(children, boxes, strict=True)):
        covers = (*inner.covers, *_standing_before(place, children, boxes))
        sight = _seen(child, box, inner, covers)
        if covers and _is_behind(sight):
            continue
        _look_into(sight, sights)


def _inside(parent: Sight) -> Sight:
    """Return how its children see `parent`: in a scroll area they can be moved."""
    area = parent.widget.parentWidget() if not parent.widget.isWindow() else None
    if not isinstance(area, QScrollArea) or area.viewport() is not parent.widget:
        return parent
    free = parent.reach
    for cover in parent.covers:
        free = free.minus(cover.box)
    return replace(
        parent, shown=parent.shown.within(free), reach=free.column, covers=(), area=area
    )


def _seen(child: QWidget, box: Box, parent: Sight, covers: tuple[Cover, ...]) -> Sight:
    return Sight(
        child,
        box,
        shown=box.within(parent.shown),
        reach=box.within(parent.reach),
        covers=covers,
        area=parent.area,
        touch_passes=parent.touch_passes or child.testAttribute(_UNTOUCHED),
    )


def _standing_before(
    place: int, children: Sequence[QWidget], boxes: Sequence[Box]
) -> Iterator[Cover]:
    """Yield the siblings that Qt draws later and that overlap this one."""
    own = boxes[place]
    later = islice(zip(children, boxes, strict=True), place + 1, None)
    for widget, box in later:
        if own.meets(box):
            yield Cover(widget, box, not widget.testAttribute(_UNTOUCHED))


def _is_behind(sight: Sight) -> bool:
    """Tell whether a part of the window is behind another as a whole."""
    is_part = not isinstance(sight.widget, QLabel | QAbstractButton)
    return is_part and any(cover.box.holds(sight.box) for cover in sight.covers)


def box_of(rect: QRect) -> Box:
    """Return a rectangle of Qt's as ours."""
    left, top = rect.x(), rect.y()
    return Box(left, top, left + rect.width(), top + rect.height())


def _named(widget: QWidget) -> str:
    kind, name = type(widget).__name__, widget.accessibleName()
    if not name and isinstance(widget, QLabel | QAbstractButton):
        name = widget.text().rpartition("</style>")[2]
    short = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    return f"{kind} '{short}'" if short else kind
