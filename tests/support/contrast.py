"""Contrast as the eye gets it: measured in the pixels of a window, not in its colours.

Letters and lines have soft edges, so a colour counts only where it stands pure: the
ground is the colour met most often, the ink that which differs most from it.
WCAG 2.2: 1.4.6 for text (7:1), 1.4.11 and 2.4.13 for what is not text (3:1).
"""

from functools import lru_cache
from math import ceil, sqrt
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.audit.box import Box
from kiosk.ui.audit.text_legibility import text_box, text_of
from kiosk.ui.audit.touch_targets import is_touchable
from kiosk.ui.audit.visibility import path, visible_widgets
from kiosk.ui.style.labels import document_of
from kiosk.ui.widgets.qr_code import QrCode

TEXT = 7.0
OTHER = 3.0
_HARDLY_SEEN = 1.5  # of a fill: nobody needs it to find the words on it
_PURE = 3  # so many pixels of one colour are no soft edge
_LINES = 2.5  # of a text are enough to know its colours
_SAMPLE = 4000  # pixels are enough to know the colours of a text
_OUTSIDE = 2  # pixels beyond a control are what it stands on
_SHARE = 0.12  # of a text's pixels: no letters' edges are so many, a ground is


class Unlike(NamedTuple):
    """Two colours and how much they differ."""

    ink: int
    ground: int

    @property
    def ratio(self):
        return ratio(self.ink, self.ground)

    def __str__(self):
        ink, ground = self.ink & 0xFFFFFF, self.ground & 0xFFFFFF
        return f"#{ink:06X} on #{ground:06X}, {self.ratio:.2f}:1"


@lru_cache(maxsize=4096)
def luminance(colour):
    """Return the relative luminance, 0 to 1, of 0xRRGGBB; what is above counts not."""
    channels = ((colour >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    linear = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@lru_cache(maxsize=65536)
def ratio(one, other):
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pixels(window, box=None):
    """Return what a window, or a part of it, looks like: rows of 0xFFRRGGBB."""
    picture = window.grab(_rect(box)) if box else window.grab()
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32)
    # Copied: the picture, and with it what it lends, is gone with this function.
    return rows.reshape(image.height(), image.width()).copy()


def too_pale(window: QWidget) -> list[str]:
    """Return all words, controls and icons in `window` that are hard to see now."""
    shot = pixels(window)
    faults = []
    for visible in visible_widgets(window):
        widget = visible.widget
        if isinstance(widget, QLabel) and not isinstance(widget, QrCode):
            faults += _label(shot, visible)
        if _is_control(widget) and visible.shown == visible.box:
            faults += _control(shot, visible)
    return faults


def colours(patch):
    """Return the colours of a patch, the most frequent first, with their counts."""
    found, counts = np.unique(patch, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return found[order].tolist(), counts[order].tolist()


def thinned(patch):
    """Return a large patch with some pixels alone, as far apart in both directions.

    So no row of letters can fall between them.
    """
    step = ceil(sqrt(patch.size / _SAMPLE))
    return patch[::step, ::step] if step > 1 else patch


def ink_on_ground(patch):
    """Return the least contrast between what is drawn in a patch and its grounds.

    None if nothing is drawn.
    """
    patch = thinned(patch)
    found, counts = colours(patch)
    ground = found[0]
    pure = [c for c, n in zip(found[1:], counts[1:], strict=True) if n >= _PURE]
    if not pure:
        return None
    ink = max(pure, key=lambda colour: ratio(colour, ground))
    enough = _SHARE * patch.size
    often = [c for c, n in zip(found, counts, strict=True) if n > enough and c != ink]
    grounds = [c for c in often if c == ground or _is_ground(patch, c)]
    return min(
        (Unlike(ink, g) for g in grounds or [ground]), key=lambda unlike: unlike.ratio
    )


def _is_ground(patch, colour):
    """Tell whether a colour fills whole lines of a patch, as letters never do."""
    same = patch == colour
    return bool((same.mean(axis=1) > 0.9).any() or (same.mean(axis=0) > 0.9).any())


def _label(shot, visible):
    label = visible.widget
    rich = document_of(label)
    if rich and text_of(label):
        return [
            f for place in _pieces(rich, visible) for f in _words(shot, visible, place)
        ]
    if text_of(label):
        return _words(shot, visible, text_box(visible))
    if not label.pixmap().isNull() and visible.shown == visible.box:
        return _judged(shot, visible, visible.box, "icon", OTHER)
    return []


def _words(shot, visible, place):
    """Judge the words in one place, if at least a line of them is in view."""
    seen = place.intersection(visible.shown)
    line = visible.widget.fontMetrics().height()
    if seen.height < min(place.height, 1.5 * line) or seen.is_empty:
        return []
    seen = seen._replace(bottom=min(seen.bottom, seen.top + _LINES * line))
    return _judged(shot, visible, seen, "text", TEXT)


def _judged(shot, visible, place, what, wanted):
    unlike = ink_on_ground(_patch(shot, place))
    if unlike is None:
        return [f"{path(visible.widget)}: {what} cannot be told from its ground"]
    if unlike.ratio < wanted:
        return [f"{path(visible.widget)}: {what} {unlike}, wanted {wanted:g}:1"]
    return []


def _pieces(rich, visible):
    """Yield where the pieces of rich text are: what has one format on one line."""
    label = visible.widget
    room = label.contentsRect()
    spare = max(0, room.height() - rich.size().height())
    centred = bool(label.alignment() & Qt.AlignmentFlag.AlignVCenter)
    x = visible.box.left + room.x()
    y = visible.box.top + room.y() + (spare / 2 if centred else 0)
    layouts = rich.documentLayout()
    block = rich.begin()
    while block.isValid():
        corner = layouts.blockBoundingRect(block).topLeft()
        for piece in _spans(block):
            yield _outward(piece.translated(corner)).moved(round(x), round(y))
        block = block.next()


def _spans(block):
    """Yield the rectangle in its block of each format's first words.

    A full stop by itself has too few pixels to tell its colour.
    """
    layout = block.layout()
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        pieces += 1
        blank = len(piece.text()) - len(piece.text().lstrip())
        start = piece.position() + blank - block.position()
        line = layout.lineForTextPosition(start)
        if not line.isValid() or not any(map(str.isalnum, piece.text())):
            continue
        end = start + piece.length() - blank
        end = min(end, line.textStart() + line.textLength())
        ends = line.cursorToX(start)[0], line.cursorToX(end)[0]
        yield QRectF(min(ends), line.y(), abs(ends[1] - ends[0]), line.height())


def _outward(rect):
    left, top = int(rect.left()), int(rect.top())
    return Box(left, top, int(rect.right()) + 1, int(rect.bottom()) + 1)


def _patch(shot, box):
    left, top, right, bottom = (int(side) for side in box)
    return shot[max(0, top) : bottom, max(0, left) : right]


def _rect(box):
    left, top, right, bottom = (int(side) for side in box)
    return QRect(left, top, right - left, bottom - top)


def _is_control(widget):
    """Tell whether a widget has an edge; a place on a drawing has a dot instead."""
    role = widget.property("role")
    return role == "tick_box" or (is_touchable(widget) and role != "spot")


def _control(shot, visible):
    """Judge what tells where to touch.

    A control with words may do without an edge: then they and its icon tell, and so
    they do on a fill that is hardly seen. If it has an edge, on one side at least that
    must be seen from end to end.
    """
    sides = [s for s in _sides(shot, visible.widget, visible.box) if s.size]
    edges = [edge for side in sides if (edge := _edge(side))]
    if not edges:
        return []
    best = max(edges, key=lambda unlike: unlike.ratio)
    is_hardly_seen = best.ratio < _HARDLY_SEEN and _has_words(visible.widget)
    if best.ratio >= OTHER or is_hardly_seen:
        return []
    return [f"{path(visible.widget)}: edge {best}, wanted {OTHER:g}:1"]


def _has_words(widget):
    return any(text_of(label) for label in widget.findChildren(QLabel))


def _sides(shot, widget, box, inside=12):
    """Yield the four sides, each as rows that lead from outside to inside.

    A side that lies on the edge of the parent is none: what is beyond is not what the
    control stands on.
    """
    left, top, right, bottom = (int(side) for side in box)
    across, down = (right - left) // 5, (bottom - top) // 5
    x, y = slice(left + across, right - across), slice(top + down, bottom - down)
    place, parent = widget.geometry(), widget.parentWidget().rect()
    if place.top() >= _OUTSIDE:
        yield shot[top - _OUTSIDE : top + inside, x]
    if place.bottom() + _OUTSIDE <= parent.bottom():
        yield shot[bottom - inside : bottom + _OUTSIDE, x][::-1]
    if place.left() >= _OUTSIDE:
        yield shot[y, left - _OUTSIDE : left + inside].T
    if place.right() + _OUTSIDE <= parent.right():
        yield shot[y, right - inside : right + _OUTSIDE].T[::-1]


def _edge(side):
    """Return the clearest line or fill along a side against what is outside of it."""
    outer = _usual(side[0])
    inner = {
        colour
        for row in side[_OUTSIDE:]
        if (colour := _usual(row)) not in (None, outer)
    }
    if outer is None or not inner:
        return None
    return max((Unlike(colour, outer) for colour in inner), key=lambda u: u.ratio)


def _usual(row):
    """Return the colour of nearly all of a row, if it has one."""
    first = row[len(row) // 2]
    same = np.count_nonzero(row == first)
    return int(first) if same > 0.8 * len(row) else None
