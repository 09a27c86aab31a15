"""Scroll a view to places where no line, picture or button is cut in half."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPropertyAnimation, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QWidget,
)

from kiosk.ui.style.motion import Motion
from kiosk.ui.style.repaint import set_static_contents
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.unbroken_rows import UnbrokenRows

_LINES_KEPT = 2
_TALLEST_ROW = 0.6
"""A picture over this share of the visible part may be cut."""
_WELL_IN_SIGHT, _ABOVE_LINE = 0.6, 0.15
"""Shares of the visible height where a line being read aloud may be, and is put."""
_MOVING = (QScroller.State.Dragging, QScroller.State.Scrolling)
"""The states of Qt's scroller while a finger, or its momentum, moves the view."""
_CALM = 0.5
"""The share of Qt's own velocity that a fling has."""


class PageScroll(QObject):
    """Scrolls a view, at once or in a moment where something may move.

    `covered` says how many pixels at the foot are covered.
    """

    def __init__(
        self,
        area: QScrollArea,
        view: QWidget,
        covered: Callable[[], int],
        *,
        moves: bool,
    ) -> None:
        super().__init__(area)
        self._area = area
        self._view = view
        self._covered = covered
        self._bar = area.verticalScrollBar()
        self._scroller = QScroller.scroller(area.viewport())
        self._scroller.stateChanged.connect(self._rest)
        self._moves = moves
        self._motion = QPropertyAnimation(self._bar, b"value", self)
        self._motion.setDuration(Motion.PAGE)
        self._rows: UnbrokenRows | None = None
        self._is_moved = False

    @property
    def top(self) -> int:
        """How many pixels of the view are above the visible part, or soon will be."""
        if self._motion.state() is QPropertyAnimation.State.Running:
            return int(self._motion.endValue())
        return self._bar.value()

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight, or soon will be."""
        return self.top >= self._bar.maximum()

    @property
    def rows(self) -> UnbrokenRows:
        """The rows that must not be cut, as the view is laid out now."""
        if not self._rows:
            tallest = round(self._bar.pageStep() * _TALLEST_ROW)
            self._rows = UnbrokenRows.of(self._view, tallest)
        return self._rows

    @property
    def step(self) -> int:
        """The pixels of a screen, less two lines, for the eye to find its place."""
        lines = _LINES_KEPT * self._view.fontMetrics().lineSpacing()
        return max(self._seen - lines, self._seen // 2)

    @property
    def _seen(self) -> int:
        return self._bar.pageStep() - self._covered() - self.head_at(self.top)

    def head_at(self, top: int) -> int:
        """Return the height of the card's head that covers a view scrolled to `top`.

        A view without cards needs none of its rows measured for that.
        """
        return self.rows.head_at(top) if self._view.findChild(CareCardView) else 0

    def forget_rows(self) -> None:
        """Have the rows measured again: the view was laid out again."""
        self._rows = None

    def stop(self) -> None:
        """Stop where the view is."""
        self._motion.stop()
        self._scroller.stop()

    def go(self, top: int) -> None:
        """Scroll to a place, or to one a little above that cuts nothing in half."""
        top = min(max(0, top), self._bar.maximum())
        if top < self._bar.maximum():
            top = self.rows.at_or_above(top)
        self._go(top)

    def go_on(self, way: int) -> None:
        """Scroll on (1) or back (-1) by a screen less two lines, or a little less.

        Past a row as high as the screen it is a little more, as far as was in sight.
        """
        before = self.top
        wanted = before + way * self.step
        if way < 0:
            self._go(max(0, self.rows.at_or_below(wanted)))
            return
        less, more = self.rows.at_or_above(wanted), self.rows.at_or_below(wanted)
        past = more if more <= before + self._seen else wanted
        self._go(min(less if less > before else past, self._bar.maximum()))

    def show_line(self, line: int) -> None:
        """Scroll a line into the upper part of the area, unless it is well in sight."""
        height = self._bar.pageStep()
        first = self.top + self.head_at(self.top)
        if not first <= line < self.top + round(height * _WELL_IN_SIGHT):
            self.go(line - round(height * _ABOVE_LINE))

    def go_to_end(self, way: int) -> None:
        """Scroll to the end (1) or back to the top (-1)."""
        self._go(self._bar.maximum() if way > 0 else 0)

    def keep_heads_in_sight(self) -> int:
        """Move the heads of cards into sight; return how many pixels they cover."""
        covered = 0
        for card in self._view.findChildren(CareCardView):
            if not card.isVisibleTo(self._view):
                continue
            hidden = self._bar.value() - self.top_of(card)
            card.keep_head_in_sight(hidden)
            if 0 < hidden < card.height():
                covered = min(card.head_height, card.height() - hidden)
        return covered

    def top_of(self, widget: QWidget) -> int:
        """Return how many pixels below the top of the view a widget begins."""
        return widget.mapTo(self._view, QPoint(0, 0)).y()

    def _go(self, top: int) -> None:
        self.stop()
        if not self._moves or not self._area.isVisible():
            self._bar.setValue(top)
            return
        self._motion.setStartValue(self._bar.value())
        self._motion.setEndValue(top)
        self._motion.start()

    def _rest(self, state: QScroller.State) -> None:
        """Come to rest where no line is cut, after a finger has moved the view."""
        if state in _MOVING:
            self._is_moved = True
        elif state is QScroller.State.Inactive and self._is_moved:
            self._is_moved = False
            above, below = (
                self.rows.at_or_above(self.top),
                self.rows.at_or_below(self.top),
            )
            nearer = above if self.top - above <= below - self.top else below
            if nearer != self.top and not self.at_end:
                self._go(min(nearer, self._bar.maximum()))


class _Area(QScrollArea):
    """An area that takes its view once it has its own size: Qt measures it but once."""

    def __init__(self, view: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting: QWidget | None = view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the view."""
        if view := self._waiting:
            self._waiting = None
            view.resize(self.viewport().size())
            self.setWidget(view)
        super().resizeEvent(event)


def scrolling_area(view: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area that scrolls a view, which is never wider than the area."""
    # Or Qt makes it as high as its words would be in the narrowest column, and as wide
    # as its longest word.
    view.setMinimumSize(1, 1)
    area = _Area(view, parent)
    glass = QWidget()  # asking Qt for its own would have it name every class it knows
    area.setViewport(glass)
    set_static_contents(area, glass)
    view.setParent(glass)  # its words count before the area takes it
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    _calm(QScroller.scroller(glass))
    return area


def _calm(scroller: QScroller) -> None:
    """Let flings be half as fast as Qt's own, and not go beyond the end."""
    properties = scroller.scrollerProperties()
    metric = QScrollerProperties.ScrollMetric
    never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    properties.setScrollMetric(metric.VerticalOvershootPolicy, never)
    properties.setScrollMetric(metric.HorizontalOvershootPolicy, never)
    fastest = float(properties.scrollMetric(metric.MaximumVelocity))
    properties.setScrollMetric(metric.MaximumVelocity, fastest * _CALM)
    scroller.setScrollerProperties(properties)
