"""Find the visible widgets of a window, and the part of each that can be reached.

Measuring them is left to `size_audit` and its helpers.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import inf

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from kiosk.ui.audit.box import Box
from kiosk.ui.style.names import Property, Role

_UNTOUCHED = Qt.WidgetAttribute.WA_TransparentForMouseEvents
_UNTOLD = frozenset({"QWidget", "QFrame", "QScrollArea", "QStackedWidget"})
_LONGEST_NAME = 40


class Obstacle(Struct, frozen=True):
    """A widget drawn before others; touches may go through it.

    One that `floats` over a scroll area has in its `box` all that no scrolling moves
    out from under it.
    """

    widget: QWidget
    box: Box
    takes_touch: bool
    floats: bool = False


class VisibleWidget(Struct, frozen=True):
    """A visible widget in the pixels of its window.

    `shown` is the part of `box` that its parents leave now, `reach` the part they leave
    wherever the scroll `area` is moved to; `obstacles` may be drawn before it.
    """

    widget: QWidget
    box: Box
    shown: Box
    reach: Box
    obstacles: tuple[Obstacle, ...] = ()
    area: QScrollArea | None = None
    touch_passes: bool = False


def visible_widgets(window: QWidget) -> list[VisibleWidget]:
    """Return the window and every visible widget in it, parents first.

    A part of the window that is wholly behind another is left out.
    """
    box = Box(0, 0, window.width(), window.height())
    all_visible: list[VisibleWidget] = []
    _add_visible(VisibleWidget(window, box, box, box), all_visible)
    return all_visible


def path(widget: QWidget) -> str:
    """Return where in the window a widget is, for a person who looks for it."""
    steps = [_named(widget)]
    while not widget.isWindow() and (parent := widget.parentWidget()):
        widget = parent
        if type(widget).__name__ not in _UNTOLD:
            steps.append(_named(widget))
    return " > ".join(reversed(steps))


def _add_visible(parent: VisibleWidget, all_visible: list[VisibleWidget]) -> None:
    """Add what is in `parent` to `all_visible`."""
    all_visible.append(parent)
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
        obstacles = (*inner.obstacles, *_obstacles_before(place, children, boxes))
        visible = _visible_in(child, box, inner, obstacles)
        if obstacles and _is_behind(visible):
            continue
        _add_visible(visible, all_visible)


def _inside(parent: VisibleWidget) -> VisibleWidget:
    """Return `parent` as its children are shown in it: a scroll area can move them."""
    area = parent.widget.parentWidget() if not parent.widget.isWindow() else None
    if not isinstance(area, QScrollArea) or area.viewport() is not parent.widget:
        return parent
    free, shown = parent.reach, parent.shown
    floating = []
    for cover in parent.obstacles:
        shown = shown.minus(cover.box)
        if cover.box.height > parent.box.height / 2:
            free = free.minus(cover.box)
        elif cover.takes_touch:
            floating.append(_covered_for_good(cover, parent.box, area))
    return replace(
        parent,
        shown=shown,
        reach=free.column,
        obstacles=tuple(floating),
        area=area,
    )


def _covered_for_good(cover: Obstacle, view: Box, area: QScrollArea) -> Obstacle:
    """Return what stays under a floating widget however far the area is scrolled."""
    bar, box = area.verticalScrollBar(), cover.box
    if box.top + box.bottom > view.top + view.bottom:
        box = box._replace(top=box.top + bar.maximum() - bar.value(), bottom=inf)
    else:
        box = box._replace(top=-inf, bottom=box.bottom - bar.value())
    return replace(cover, box=box, floats=True)


def _visible_in(
    child: QWidget, box: Box, parent: VisibleWidget, obstacles: tuple[Obstacle, ...]
) -> VisibleWidget:
    return VisibleWidget(
        child,
        box,
        shown=box.intersection(parent.shown),
        reach=box.intersection(parent.reach),
        obstacles=obstacles,
        area=parent.area,
        touch_passes=parent.touch_passes or child.testAttribute(_UNTOUCHED),
    )


def _obstacles_before(
    place: int, children: Sequence[QWidget], boxes: Sequence[Box]
) -> Iterator[Obstacle]:
    """Yield the siblings that Qt draws later and that overlap this one."""
    own = boxes[place]
    later = islice(zip(children, boxes, strict=True), place + 1, None)
    for widget, box in later:
        if own.overlaps(box):
            yield Obstacle(widget, box, not widget.testAttribute(_UNTOUCHED))


def _is_behind(visible: VisibleWidget) -> bool:
    """Check whether it is meant to be out of sight, wholly behind a part or a veil."""
    is_part = not isinstance(visible.widget, QLabel | QAbstractButton)
    return any(
        cover.box.contains(visible.box)
        for cover in visible.obstacles
        if not cover.floats
        if is_part or cover.widget.property(Property.ROLE) == Role.VEIL
    )


def box_of(rect: QRect) -> Box:
    """Return a rectangle of Qt's as a `Box`."""
    left, top = rect.x(), rect.y()
    return Box(left, top, left + rect.width(), top + rect.height())


def _named(widget: QWidget) -> str:
    kind, name = type(widget).__name__, widget.accessibleName()
    if not name and isinstance(widget, QLabel | QAbstractButton):
        name = widget.text().rpartition("</style>")[2]
    short = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    return f"{kind} '{short}'" if short else kind
