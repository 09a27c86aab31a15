"""Whether a finger fits on everything that can be touched, and between."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.domain.metrics import GAP_MM, TOUCH_MM, Metrics
from kiosk.ui.audit.box import Box
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.visibility import Sight, path
from kiosk.ui.widgets.clinic_name import ClinicName

_TOLERANCE_PX = 1.0


class Target(NamedTuple):
    """Something to touch, and the pixels where a touch reaches it."""

    sight: Sight
    hit: Box


def targets(sights: Iterable[Sight]) -> list[Target]:
    """Return everything that can be touched, whether it is enabled or not."""
    return [Target(s, _hit(s)) for s in sights if is_touchable(s.widget)]


def is_touchable(widget: QWidget) -> bool:
    """Tell whether a touch on this widget does something."""
    kinds = (QAbstractButton, ClinicName)
    return isinstance(widget, kinds) or hasattr(type(widget), "clicked")


def too_small(found: Iterable[Target], metrics: Metrics) -> Iterator[Fault]:
    """Yield the targets that are narrower or lower than a finger needs."""
    mm = metrics.px_per_mm
    for sight, hit in found:
        for side, px in (("width", hit.width), ("height", hit.height)):
            if px + _TOLERANCE_PX < TOUCH_MM * mm:
                where = path(sight.widget)
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
            what = f"distance to {path(other.sight.widget)}"
            yield Fault(what, path(one.sight.widget), px / mm, GAP_MM)


def _hit(sight: Sight) -> Box:
    if sight.touch_passes:
        return Box(0, 0, 0, 0)
    hit = sight.reach
    if isinstance(sight.widget, QAbstractButton):
        hit = hit.within(_pressed(sight.widget).moved(*sight.box[:2]))
    for cover in sight.covers:
        if cover.takes_touch:
            hit = hit.minus(cover.box)
    if sight.area:
        view = sight.area.viewport().height()
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
    if one.sight.area is other.sight.area:
        return True
    return all(
        t.sight.area is None or t.sight.shown == t.sight.box for t in (one, other)
    )
