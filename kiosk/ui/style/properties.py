"""Set the dynamic properties of widgets by which `KioskStyle` styles them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.domain.triage import Level
from kiosk.ui.style.names import Property, Role, TextStyle


def set_role(widget: QWidget, role: Role) -> None:
    """Set the part of a widget on the screen."""
    widget.setProperty(Property.ROLE, role.value)


def set_text_style(label: QLabel, style: TextStyle) -> None:
    """Set the text style of a label."""
    label.setProperty(Property.TEXT_STYLE, style.value)


def set_level(widget: QWidget, name: Property, level: Level) -> None:
    """Set the level of a card or of its head, which gives its colours."""
    widget.setProperty(name, level.key)


def set_state(widget: QWidget, name: Property, *, state: bool) -> None:
    """Set a property that changes while the widget is shown, and restyle it.

    A widget that has not been shown yet is styled when it is.
    """
    widget.setProperty(name, state)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().polish(widget)
        widget.update()
