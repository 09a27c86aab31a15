"""Check that a finger fits on everything that can be touched, and between."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.domain.metrics import GAP_MM, TOUCH_MM, Metrics
from kiosk.ui.audit.box import Box
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.visibility import VisibleWidget, path
from kiosk.ui.widgets.clinic_name import ClinicName

_TOLERANCE_PX = 1.0


class Target(NamedTuple):
    """Something to touch, and the pixels where a touch reaches it."""

    visible: VisibleWidget
    hit: Box


def targets(all_visible: Iterable[VisibleWidget]) -> list[Target]:
    """Return everything that can be touched, enabled or not."""
    return [Target(s, _hit_box(s)) for s in all_visible if is_touchable(s.widget)]


def is_touchable(widget: QWidget) -> bool:
    """Check whether a touch on this widget does something."""
    kinds = (QAbstractButton, ClinicName)
    return isinstance(widget, kinds) or hasattr(type(widget), "clicked")


def too_small(found: Iterable[Target], metrics: Metrics) -> Iterator[Fault]:
    """Yield the targets that are narrower or lower than a finger needs."""
    mm = metrics.px_per_mm
    for visible, hit in found:
        for side, px in (("width", hit.width), ("height", hit.height)):
            if px + _TOLERANCE_PX < TOUCH_MM * mm:
                where = path(visible.widget)
                yield Fault(f"touch target: {side}", where, px / mm, TOUCH_MM)


def too_near(found: Sequence[Target], metrics: Metrics) -> Iterator[Fault]:
    """Yield neighbours that one finger could touch together.

    Of targets that scroll apart from each other only those count that are wholly
    in view: the others come and go.
    """
    mm = metrics.px_per_mm
    for one, other in combinations(found, 2):
        px = one.hit.gap(other.hit)
        if px + _TOLERANCE_PX < GAP_MM * mm and _move_together(one, other):
            what = f"distance to {path(other.visible.widget)}"
            yield Fault(what, path(one.visible.widget), px / mm, GAP_MM)


def _hit_box(visible: VisibleWidget) -> Box:
    if visible.touch_passes:
        return Box(0, 0, 0, 0)
    hit = visible.reach
    if isinstance(visible.widget, QAbstractButton):
        hit = hit.intersection(_pressed(visible.widget).moved(*visible.box[:2]))
    for cover in visible.obstacles:
        if cover.takes_touch:
            hit = hit.minus(cover.box)
    if visible.area:
        view = visible.area.viewport().height()
        hit = hit._replace(bottom=min(hit.bottom, hit.top + view))
    return hit


def _pressed(button: QAbstractButton) -> Box:
    """Return where in the button Qt counts a touch: some count their words alone."""
    width, height = button.width(), button.height()
    across, down = width // 2, height // 2
    hits = button.hitButton
    lefts = (x for x in range(across + 1) if hits(QPoint(x, down)))
    tops = (y for y in range(down + 1) if hits(QPoint(across, y)))
    rights = (x for x in range(width, across, -1) if hits(QPoint(x - 1, down)))
    bottoms = (y for y in range(height, down, -1) if hits(QPoint(across, y - 1)))
    left, top = next(lefts, across), next(tops, down)
    return Box(left, top, next(rights, left), next(bottoms, top))


def _move_together(one: Target, other: Target) -> bool:
    if one.visible.area is other.visible.area:
        return True
    return all(
        t.visible.area is None or t.visible.shown == t.visible.box for t in (one, other)
    )
