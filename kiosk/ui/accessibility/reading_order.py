"""The reading order of widgets, for keys and for the reading voice.

Qt's own order is that in which the widgets were made. This one follows the layouts:
rows from top to bottom, each from its leading side. Parts that a widget puts into their
places by itself are read as they were added to it, as a screen reader does.
"""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QWidget


def controls_in(root: QWidget) -> list[QWidget]:
    """Return the widgets in `root` that keys can move focus to, itself included."""
    return [
        widget
        for widget in walk(root)
        # Of buttons of which one is chosen, Qt's Tab would come to that one alone.
        if isinstance(widget, QAbstractButton)
        or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.isEnabled()
    ]


def walk(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all visible ones in it; nothing inside of a button."""
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QAbstractButton):
        return
    for child in _parts(widget):
        yield from walk(child)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if layout := widget.layout():
        yield from _laid_out(layout)
        return
    yield from (child for child in widget.children() if isinstance(child, QWidget))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in _in_order(layout):
        item = layout.itemAt(index)
        assert item  # as the index is below the count
        if widget := item.widget():
            yield widget
        elif within := item.layout():
            yield from _laid_out(within)


def _in_order(layout: QLayout) -> list[int]:
    indexes = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        indexes.sort(key=lambda index: _cell(layout, index))
    return indexes


def _cell(grid: QGridLayout, index: int) -> tuple[int, ...]:
    return tuple(cast(tuple[int, ...], grid.getItemPosition(index)))
