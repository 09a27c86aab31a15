"""Find all that is too small, too near or cut off in what a window shows now.

Touch targets, text and the places of widgets are measured, in any language and size.
Contrast is left to the tests: it is measured in pixels.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from kiosk.domain.metrics import Metrics
from kiosk.ui.audit import text_legibility, touch_targets
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.visibility import VisibleWidget, box_of, path, visible_widgets

_TOLERANCE_PX = 1.0


def size_faults(window: QWidget, metrics: Metrics) -> list[Fault]:
    """Return all that is too small, too near or cut off in what `window` shows now."""
    all_visible = visible_widgets(window)
    found = touch_targets.targets(all_visible)
    return [
        *touch_targets.too_small(found, metrics),
        *touch_targets.too_near(found, metrics),
        *chain.from_iterable(_unreadable(visible, metrics) for visible in all_visible),
        *_out_of_place(all_visible, metrics),
    ]


def _unreadable(visible: VisibleWidget, metrics: Metrics) -> Iterator[Fault]:
    widget = visible.widget
    has_text = bool(text_legibility.text_of(widget))
    if has_text:
        yield from text_legibility.too_small(visible, metrics)
    if has_text or (isinstance(widget, QLabel) and not widget.pixmap().isNull()):
        yield from text_legibility.cut_off(visible, metrics)
        yield from text_legibility.overlapped_text(visible, metrics)


def _out_of_place(
    all_visible: Sequence[VisibleWidget], metrics: Metrics
) -> Iterator[Fault]:
    """Yield widgets that no scrolling reaches, and areas that scroll sideways."""
    mm = metrics.px_per_mm
    for visible in all_visible:
        if (px := _lost_px(visible)) > _TOLERANCE_PX:
            yield Fault("outside of its parent", path(visible.widget), px / mm, 0.0)
        if (px := _sideways_px(visible.widget)) > 0:
            yield Fault("scrolls sideways", path(visible.widget), px / mm, 0.0)


def _lost_px(visible: VisibleWidget) -> float:
    """Return the pixels of a widget that its parent cuts off for good."""
    widget, area = visible.widget, visible.area
    parent = widget.parentWidget()
    if widget.isWindow() or not parent:
        return 0
    if area and area.widget() is widget:
        seen = area.verticalScrollBar().maximum() + area.viewport().height()
        return widget.height() - seen
    box = box_of(widget.geometry())
    past = (box.right - parent.width(), box.bottom - parent.height())
    return max(-box.left, -box.top, *past)


def _sideways_px(widget: QWidget) -> int:
    if not isinstance(widget, QAbstractScrollArea):
        return 0
    return widget.horizontalScrollBar().maximum()
