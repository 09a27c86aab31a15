"""Measure everything on the glass: can it be touched, can it be read, is it all there.

It looks at the widgets as they stand now, whatever the language, text size or theme.
Contrast is left to the tests: it is measured in pixels.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from kiosk.domain.metrics import Metrics
from kiosk.ui.audit import text_legibility, touch_targets
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.visibility import Sight, box_of, look_over, path

_TOLERANCE_PX = 1.0


def survey(window: QWidget, metrics: Metrics) -> list[Fault]:
    """Return all that is too small, too near or cut off in what `window` shows now."""
    sights = look_over(window)
    found = touch_targets.targets(sights)
    return [
        *touch_targets.too_small(found, metrics),
        *touch_targets.too_near(found, metrics),
        *chain.from_iterable(_unreadable(sight, metrics) for sight in sights),
        *_out_of_place(sights, metrics),
    ]


def _unreadable(sight: Sight, metrics: Metrics) -> Iterator[Fault]:
    widget = sight.widget
    has_text = bool(text_legibility.written(widget))
    if has_text:
        yield from text_legibility.too_small(sight, metrics)
    if has_text or (isinstance(widget, QLabel) and not widget.pixmap().isNull()):
        yield from text_legibility.cut_off(sight, metrics)
        yield from text_legibility.written_over(sight, metrics)


def _out_of_place(sights: Sequence[Sight], metrics: Metrics) -> Iterator[Fault]:
    """Yield what no scrolling reaches, and what scrolls sideways."""
    mm = metrics.px_per_mm
    for sight in sights:
        if (px := _lost(sight)) > _TOLERANCE_PX:
            yield Fault("outside of its parent", path(sight.widget), px / mm, 0.0)
        if (px := _sideways(sight.widget)) > 0:
            yield Fault("scrolls sideways", path(sight.widget), px / mm, 0.0)


def _lost(sight: Sight) -> float:
    """Return the pixels of a widget that its parent cuts off for good."""
    widget, area = sight.widget, sight.area
    parent = widget.parentWidget()
    if widget.isWindow() or not parent:
        return 0
    if area and area.widget() is widget:
        seen = area.verticalScrollBar().maximum() + area.viewport().height()
        return widget.height() - seen
    box = box_of(widget.geometry())
    past = (box.right - parent.width(), box.bottom - parent.height())
    return max(-box.left, -box.top, *past)


def _sideways(widget: QWidget) -> int:
    if not isinstance(widget, QAbstractScrollArea):
        return 0
    return widget.horizontalScrollBar().maximum()
