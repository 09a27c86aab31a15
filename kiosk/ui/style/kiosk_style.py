"""The QStyle of the kiosk: it sets the fonts of labels, and paints boxes.

A style sheet would do the same; but Qt remembers so much of one for each widget that
every label takes three times as much memory: docs/decisions/0061.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QWidget,
)

from kiosk.ui.style.box_painter import State
from kiosk.ui.style.box_styles import BOXES, CARD_HEADS, CARDS, LABELS
from kiosk.ui.style.boxes import Boxes
from kiosk.ui.style.look import Look
from kiosk.ui.style.look_resources import LookResources
from kiosk.ui.style.names import Property

_TABLES = (
    (Property.ROLE, BOXES),
    (Property.CARD, CARDS),
    (Property.CARD_HEAD, CARD_HEADS),
    (Property.TEXT_STYLE, LABELS),
)
_ON = QStyle.StateFlag.State_On.value
_SUNKEN = QStyle.StateFlag.State_Sunken.value
_HAS_FOCUS = QStyle.StateFlag.State_HasFocus.value
_ENABLED = QStyle.StateFlag.State_Enabled.value
_FOCUSED = (QPushButton, QLabel)
"""The kinds of widgets that show a ring while they have the focus."""


class KioskStyle(QProxyStyle):
    """Style widgets in one look, as their properties say: `kiosk.ui.style.names`.

    Without a look they are as Qt draws them. A label is styled when it is first shown
    or measured, and stays so whichever look is used later. A widget may have a look of
    its own, as a sample of it.
    """

    def __init__(self) -> None:
        super().__init__("fusion")
        self._plain = QApplication.font()
        self._resources: LookResources | None = None

    @property
    def look(self) -> Look | None:
        """The look that is on."""
        return self._resources.look if self._resources else None

    def use(self, look: Look | None) -> None:
        """Style all widgets that are made from now on in this look.

        Each window's palette is set, too: Qt passes on the application's only when the
        event loop is back, and widgets that are made before would inherit the old one.
        """
        self._resources = of_look = LookResources(look) if look else None
        font, palette = (of_look.font, of_look.palette) if of_look else (None, None)
        QApplication.setFont(font or self._plain)
        QApplication.setPalette(palette or QPalette())
        for window in QApplication.topLevelWidgets():
            window.setFont(font or QFont())
            window.setPalette(palette or QPalette())

    def polish(self, it: object) -> None:
        """Style a widget, before it is first shown; Qt polishes other things, too."""
        if isinstance(it, QWidget | QApplication | QPalette):
            super().polish(it)
        if isinstance(it, QWidget) and (resources := self._resources_of(it)):
            if style := it.property(Property.TEXT_STYLE):
                chosen = _is(it, Property.CHOSEN)
                resources.style_text(it, style, chosen=chosen)
            if not isinstance(it, QPushButton) and (boxes := _boxes_of(it)):
                _make_room(it, boxes, resources)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the box of a button, whose words are labels in it."""
        is_box = element is QStyle.ControlElement.CE_PushButton
        if not (is_box and widget and self._paint(option, painter, widget)):
            super().drawControl(element, option, painter, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the box of a widget that is no button."""
        is_box = element is QStyle.PrimitiveElement.PE_Widget
        if not (is_box and widget and self._paint(option, painter, widget)):
            super().drawPrimitive(element, option, painter, widget)

    def _resources_of(self, widget: QWidget) -> LookResources | None:
        own: LookResources | None = widget.property(Property.OWN_LOOK)
        return own or self._resources

    def _paint(self, option: QStyleOption, painter: QPainter, widget: QWidget) -> bool:
        """Paint the box of a widget; return whether it has one."""
        boxes, resources = _boxes_of(widget), self._resources_of(widget)
        if not (boxes and resources):
            return False
        flags = option.state.value
        state = State(
            chosen=bool(flags & _ON) or _is(widget, Property.CHOSEN),
            pressed=bool(flags & _SUNKEN),
            focused=bool(flags & _HAS_FOCUS) and isinstance(widget, _FOCUSED),
            disabled=not flags & _ENABLED,
            mirrored=_is(widget, Property.AT_RIGHT),
        )
        resources.boxes.paint(boxes, state, painter, option.rect)
        return True


def kiosk_style(application: QApplication) -> KioskStyle:
    """Return the application's style; set one first if it has another kind."""
    style = application.style()
    if not isinstance(style, KioskStyle):
        style = KioskStyle()
        application.setStyle(style)
    return style


def _is(widget: QWidget, name: Property) -> bool:
    return widget.property(name) is True


def _boxes_of(widget: QWidget) -> Boxes | None:
    """Return the boxes of a widget that has some."""
    for name, boxes in _TABLES:
        if value := widget.property(name):
            return boxes.get(value)
    return None


def _make_room(widget: QWidget, boxes: Boxes, resources: LookResources) -> None:
    """Make Qt paint a widget's box, and keep a frame's layout inside its edge."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if isinstance(widget, QFrame) and not isinstance(widget, QLabel):
        widget.setContentsMargins(resources.room(boxes.usual))
