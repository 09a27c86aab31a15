"""Take everything out of a layout that is filled again."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Hide and delete every widget of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
