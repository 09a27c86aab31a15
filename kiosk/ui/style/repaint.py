"""Have Qt repaint no more of a window than what has changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_painted(*containers: QWidget) -> None:
    """Keep what is painted in containers that draw nothing, when their size changes.

    Qt repaints all of a widget that becomes higher or lower, with every row in it; of
    these only the part that has come into sight, and the widgets in them that move.
    """
    for container in containers:
        container.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
