"""Qt's style of the kiosk: it gives labels their letters, and paints boxes.

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
from kiosk.ui.style.dress import Dress
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Property

_TABLES = (
    (Property.ROLE, BOXES),
    (Property.CARD, CARDS),
    (Property.CARD_HEAD, CARD_HEADS),
    (Property.TEXT_STYLE, LABELS),
)
_FOCUSED = (QPushButton, QLabel)
"""What shows a ring where the keyboard is."""


class KioskStyle(QProxyStyle):
    """Give widgets the letters and boxes that their properties name, in one look.

    Without a look they are as Qt draws them. A label has its letters from when it is
    first shown or measured, whatever is put on later. A widget may have a `dress` of
    its own, as a sample of another look.
    """

    def __init__(self) -> None:
        super().__init__("fusion")
        self._plain = QApplication.font()
        self._dress: Dress | None = None

    @property
    def look(self) -> Look | None:
        """The look that is on."""
        return self._dress.look if self._dress else None

    def put_on(self, look: Look | None) -> None:
        """Take a look for all widgets that are made from now on.

        Qt tells its windows of the application's palette only a moment later, when what
        is new in them would have the one before.
        """
        self._dress = dress = Dress(look) if look else None
        font, palette = (dress.font, dress.palette) if dress else (None, None)
        QApplication.setFont(font or self._plain)
        QApplication.setPalette(palette or QPalette())
        for window in QApplication.topLevelWidgets():
            window.setFont(font or QFont())
            window.setPalette(palette or QPalette())

    def polish(self, it: object) -> None:
        """Style a widget, before it is first shown; Qt polishes other things, too."""
        if isinstance(it, QWidget | QApplication | QPalette):
            super().polish(it)
        if isinstance(it, QWidget) and (dress := self._dress_of(it)):
            if style := it.property(Property.TEXT_STYLE):
                chosen = _is(it, Property.CHOSEN)
                dress.give_letters(it, style, chosen=chosen)
            if not isinstance(it, QPushButton) and (boxes := _boxes_of(it)):
                _make_room(it, boxes, dress)

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

    def _dress_of(self, widget: QWidget) -> Dress | None:
        own: Dress | None = widget.property(Property.DRESS)
        return own or self._dress

    def _paint(self, option: QStyleOption, painter: QPainter, widget: QWidget) -> bool:
        """Paint the box of a widget; return whether it has one."""
        boxes, dress = _boxes_of(widget), self._dress_of(widget)
        if not (boxes and dress):
            return False
        has, flag = option.state, QStyle.StateFlag
        state = State(
            chosen=bool(has & flag.State_On) or _is(widget, Property.CHOSEN),
            pressed=bool(has & flag.State_Sunken),
            focused=bool(has & flag.State_HasFocus) and isinstance(widget, _FOCUSED),
            disabled=not has & flag.State_Enabled,
            mirrored=_is(widget, Property.AT_RIGHT),
        )
        dress.boxes.paint(boxes, state, painter, option.rect)
        return True


def kiosk_style(application: QApplication) -> KioskStyle:
    """Return the style that the whole application has from now on."""
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


def _make_room(widget: QWidget, boxes: Boxes, dress: Dress) -> None:
    """Have Qt ask for the box, and keep what is in a frame within its edge."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if isinstance(widget, QFrame) and not isinstance(widget, QLabel):
        widget.setContentsMargins(dress.room(boxes.usual))
