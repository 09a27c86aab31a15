"""An area that scrolls a view by a finger, a button or keys."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QVBoxLayout,
    QWidget,
)

from kiosk.content.words import Strings
from kiosk.domain.metrics import GAP_MM
from kiosk.ui.style.lengths import IconSize
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.touch_button import TouchButton

_RINGS = {Role.MORE: Role.RING_MORE, Role.MORE_HELP: Role.RING_MORE_HELP}


class ReadingArea(QWidget):
    """A view that scrolls with momentum, above a button that shows there is more.

    While the view is too high for the area, the area can have the focus, and keys
    scroll it.
    """

    def __init__(
        self,
        view: QWidget,
        strings: Strings,
        look: Look,
        *,
        role: Role = Role.MORE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._strings = strings
        self._view = view
        self._wanted = 0.0
        view.installEventFilter(self)
        self._area = _scrolling(view, self)
        self._room = look.metrics.px(GAP_MM)
        colour = Colour.ACCENT if role is Role.MORE else Colour.ON_EMERGENCY
        self._down = look.icon("down", colour, IconSize.MORE)
        self._up = look.icon("up", colour, IconSize.MORE)
        self._more = TouchButton(strings.more_below, self._down, look, role=role)
        self._more.setObjectName("more")
        self._more.centre()
        self._more.clicked.connect(self._scroll_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        self._foot = _apart(self._more, look.metrics.px(GAP_MM))
        column.addWidget(self._foot)
        self._ring = _ring(self, role)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._show_more)
        bar.rangeChanged.connect(self._settle)
        self._show_more()

    @property
    def position(self) -> float:
        """How far the view is scrolled, from 0 (top) to 1 (end)."""
        bar = self._area.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else self._wanted

    def go_to(self, position: float) -> None:
        """Scroll to a position, as soon as the view has its height."""
        self._wanted = position
        self._settle()

    def add_foot(self, foot: QWidget) -> None:
        """Add a widget below all of the view."""
        if column := self._view.layout():
            column.addWidget(foot)

    def contains(self, widget: QWidget) -> bool:
        """Return whether a widget is in the view."""
        return self._view.isAncestorOf(widget)

    def is_far(self, widget: QWidget, way: int) -> bool:
        """Return whether moving on (1) or back (-1) to `widget` would skip text.

        For a widget outside the view: whether text is left before the end.
        """
        bar = self._area.verticalScrollBar()
        left = bar.maximum() - bar.value() if way > 0 else bar.value()
        if not self.contains(widget):
            return left > 0
        top = self._top_of(widget)
        needed = top + widget.height() - bar.pageStep() if way > 0 else -top
        return min(needed, left) > self._screenful

    def is_above(self, widget: QWidget) -> bool:
        """Return whether a widget begins above the visible part."""
        return self._top_of(widget) < 0

    def scroll_page(self, way: int, *, to_the_end: bool = False) -> None:
        """Scroll on (1) or back (-1) by 85 % of the visible part, or to the end."""
        bar = self._area.verticalScrollBar()
        QScroller.scroller(self._area.viewport()).stop()
        bar.setValue(
            bar.value() + way * (bar.maximum() if to_the_end else self._screenful)
        )

    def scroll_to(self, widget: QWidget) -> None:
        """Scroll until all of a widget is visible, or its top if it is too high."""
        QScroller.scroller(self._area.viewport()).stop()
        self._area.ensureWidgetVisible(widget, 0, self._room)
        bar = self._area.verticalScrollBar()
        if widget.height() > bar.pageStep():
            bar.setValue(bar.value() + self._top_of(widget) - self._room)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring around the text."""
        super().focusInEvent(event)
        self._ring.setGeometry(self.rect())
        self._ring.show()
        self._ring.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self._ring.hide()

    @property
    def _screenful(self) -> int:
        return round(self._area.verticalScrollBar().pageStep() * 0.85)

    def _top_of(self, widget: QWidget) -> int:
        """Return how many pixels below the top of the visible part a widget begins."""
        return widget.mapTo(self._area, QPoint(0, 0)).y()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show or hide the button when the view has its height."""
        if event.type() == QEvent.Type.Resize:
            self._show_more()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or hide the button for the new size."""
        super().resizeEvent(event)
        self._show_more()

    def _scroll_on(self) -> None:
        """Scroll on, or from the end back to the top."""
        bar = self._area.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        self.scroll_page(-1 if at_end else 1, to_the_end=at_end)

    def _settle(self) -> None:
        bar = self._area.verticalScrollBar()
        if self._wanted and bar.maximum():
            bar.setValue(round(self._wanted * bar.maximum()))
        self._show_more()

    def _show_more(self) -> None:
        bar = self._area.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        # Compared with all the room there is, the button's included: or the button,
        # once there, would itself be the reason that there is more below.
        has_more = self._view.height() > self.height()
        self._foot.setVisible(has_more)
        focus = Qt.FocusPolicy.TabFocus if has_more else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self._ring.setGeometry(self.rect())
        if at_end:
            self._more.set_label(self._strings.back_to_top, self._up)
        else:
            self._more.set_label(self._strings.more_below, self._down)


def _apart(button: TouchButton, gap: int) -> QWidget:
    """Return a button with room around it, away from what scrolls past it."""
    foot = QWidget()
    layout = QVBoxLayout(foot)
    layout.setContentsMargins(gap, gap, gap, gap)
    layout.addWidget(button)
    return foot


def _scrolling(view: QWidget, parent: QWidget) -> QScrollArea:
    # Or Qt makes it as high as its words would be in the narrowest column.
    view.setMinimumHeight(1)
    area = QScrollArea(parent)
    glass = QWidget()  # asking Qt for its own would have it name every class it knows
    area.setViewport(glass)
    area.setWidget(view)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroller = QScroller.scroller(glass)
    properties = scroller.scrollerProperties()
    metric = QScrollerProperties.ScrollMetric
    never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    properties.setScrollMetric(metric.VerticalOvershootPolicy, never)
    properties.setScrollMetric(metric.HorizontalOvershootPolicy, never)
    scroller.setScrollerProperties(properties)
    return area


def _ring(area: QWidget, role: Role) -> QFrame:
    """Return the ring around a text that has the focus."""
    ring = QFrame(area)
    set_role(ring, _RINGS[role])
    ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ring.hide()
    return ring
