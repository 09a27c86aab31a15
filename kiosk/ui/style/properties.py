"""Set the properties of a widget by which the style sheet knows it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.domain.triage import Level
from kiosk.ui.style.names import Property, Role, TextStyle


def set_role(widget: QWidget, role: Role) -> None:
    """Give a widget the part that it plays on the screen."""
    widget.setProperty(Property.ROLE, role.value)


def set_text_style(label: QLabel, style: TextStyle) -> None:
    """Have a label written in one of the style sheet's ways."""
    label.setProperty(Property.TEXT_STYLE, style.value)


def set_level(widget: QWidget, name: Property, level: Level) -> None:
    """Colour a card, or its head, by how soon its advice is to be followed."""
    widget.setProperty(name, level.key)


def set_state(widget: QWidget, name: Property, *, state: bool) -> None:
    """Set a property that changes while the widget is shown, and restyle it.

    A widget that has not been shown yet is styled when it is.
    """
    widget.setProperty(name, state)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
