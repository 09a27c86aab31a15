"""What can be seen of a widget now."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def visible_part(widget):
    """Return the box of what can be seen of a widget and all that is in it.

    Qt counts as seen of a widget only what its children leave of it.
    """
    region = widget.visibleRegion()
    for child in widget.findChildren(QWidget):
        region += child.visibleRegion().translated(child.mapTo(widget, QPoint(0, 0)))
    return region.boundingRect()
