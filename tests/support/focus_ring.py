"""Whether the focus can be seen: each control gets it in turn, and pixels are compared.

Half way along each side the ring must be 1 mm thick, and contrast 3:1 with what was
there or with both its neighbours (WCAG 2.2, 2.4.13).
"""

from itertools import groupby

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.domain.metrics import Metrics
from kiosk.ui.audit.box import Box
from kiosk.ui.audit.visibility import path, visible_widgets
from tests.support.contrast import OTHER, Unlike, pixels

RING_MM = 1.0
_DEEPEST_MM = 5.0
_AROUND = 2


def without_ring(window: QWidget, metrics: Metrics) -> list[str]:
    """Return the controls in view on which the focus cannot be seen.

    `window` must be active. In the end nothing has the focus.
    """
    all_visible = [
        visible for visible in visible_widgets(window) if _can_have_focus(visible)
    ]
    return [
        f"{path(visible.widget)}: {said}"
        for visible in all_visible
        for said in _with_focus(window, visible, metrics)
    ]


def _can_have_focus(visible):
    """Tell whether keys can bring the focus there: Tab, or an arrow among tabs."""
    is_button = isinstance(visible.widget, QAbstractButton)
    return is_button and visible.widget.isEnabled() and visible.shown == visible.box


def _with_focus(window, visible, metrics):
    widget, place = visible.widget, visible.widget.geometry()
    left, top, right, bottom = visible.box
    box = Box(
        max(0, left - _AROUND),
        max(0, top - _AROUND),
        min(window.width(), right + _AROUND),
        min(window.height(), bottom + _AROUND),
    )
    _leave(window)
    before = pixels(window, box)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = pixels(window, box)
    moved = widget.geometry() != place
    _leave(window)
    return ["the focus moves it"] if moved else _judged(before, after, metrics)


def _leave(window):
    if focused := window.focusWidget():
        focused.clearFocus()
        QApplication.processEvents()


def _judged(before, after, metrics):
    """Return the first thing that is wrong with a ring."""
    deep = metrics.px(_DEEPEST_MM)
    changed = before != after
    if _without_corners(changed, deep).any():
        return ["the focus changes more than its edge"]
    sides = zip(_middles(before, deep), _middles(after, deep), strict=True)
    return next(
        ([said] for old, new in sides if (said := _side(old, new, metrics))), []
    )


def _without_corners(changed, deep):
    """Return what is inside of an edge: at round corners an edge reaches deeper."""
    inner = changed[deep:-deep, deep:-deep].copy()
    corner = min(changed.shape) // 4
    for rows in (slice(corner), slice(-corner, None)):
        inner[rows, :corner] = inner[rows, -corner:] = False
    return inner


def _middles(picture, deep):
    """Return the pixels that lead from the middle of each side inwards."""
    high, wide = picture.shape
    down, across = picture[:, wide // 2], picture[high // 2]
    return down[:deep], down[::-1][:deep], across[:deep], across[::-1][:deep]


def _side(old, new, metrics):
    changed = np.flatnonzero(old != new)
    if not changed.size:
        return "no focus ring"
    start, end = int(changed[0]), int(changed[-1]) + 1
    if end - start + 1 < RING_MM * metrics.px_per_mm:
        return f"focus ring {(end - start) / metrics.px_per_mm:.1f} mm, wanted 1 mm"
    best = max(_contrasts(old, new, start, end), key=lambda unlike: unlike.ratio)
    return "" if best.ratio >= OTHER else f"focus ring {best}, wanted {OTHER:g}:1"


def _contrasts(old, new, start, end):
    """Yield how a ring's bands differ from what they replaced or stand between."""
    middle = (start + end) // 2
    yield Unlike(int(new[middle]), int(old[middle]))
    bands = [int(colour) for colour, _ in groupby(new[max(0, start - 1) : end + 1])]
    for outer, band, inner in zip(bands, bands[1:], bands[2:], strict=False):
        beside = (Unlike(band, outer), Unlike(band, inner))
        yield min(beside, key=lambda unlike: unlike.ratio)
