"""Have Qt repaint no more of a window than what has changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_static_contents(*containers: QWidget) -> None:
    """Have Qt not repaint these widgets as a whole when they are resized.

    By default Qt repaints a resized widget and every widget in it. Of these it repaints
    only the part that has come into sight, and the child widgets that have moved. They
    must draw nothing themselves, or what they drew for the size before would stay.
    """
    for container in containers:
        container.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
