"""An area that scrolls a view by a finger, a button or keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.words import Strings
from kiosk.domain.metrics import GAP_MM
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Role
from kiosk.ui.style.repaint import set_static_contents
from kiosk.ui.widgets.more_button import MoreButton, lay_over
from kiosk.ui.widgets.page_scroll import PageScroll, scrolling_area
from kiosk.ui.widgets.page_sections import PageSections, Section
from kiosk.ui.widgets.reading_edges import ReadingEdges


class ReadingArea(QWidget):
    """A view that scrolls with momentum, below a button that tells what comes next.

    While the view is too high for the area, the area can have the focus, and keys
    scroll it. `section_changed` carries the index of the section being read.
    """

    section_changed = Signal(int)

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
        set_static_contents(self)
        self._view = view
        self._wanted = 0.0
        self._section = 0
        self._room_added = self._slack = 0
        self._gap = look.metrics.px(GAP_MM)
        view.installEventFilter(self)
        self._area = scrolling_area(view, self)
        self._edges = ReadingEdges(self, look, role)
        self._foot = MoreButton(strings, look, role)
        self._foot.asked.connect(self._scroll_on)
        self._grid = lay_over(self._area, self._foot, self)
        self._scroll = PageScroll(self._area, view, self._covered, moves=look.moves)
        self._sections = PageSections(self._scroll, self._gap)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
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

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Name the view's sections; the button tells which of them comes next."""
        self._sections.all = sections
        self._show_more()

    def go_to_section(self, index: int) -> None:
        """Scroll to where a section begins; the first one begins with the view."""
        self._align_end()
        self._sections.go_to(index)
        self._follow()

    def add_foot(self, foot: QWidget) -> None:
        """Add a widget below all of the view."""
        if column := self._view.layout():
            column.addWidget(foot)

    def make_room(self, room: int) -> None:
        """Have room for the button below the last words of the view."""
        if (layout := self._view.layout()) and room != self._room_added:
            margins = layout.contentsMargins()
            margins.setBottom(margins.bottom() - self._room_added + room)
            self._room_added = room
            layout.setContentsMargins(margins)
            layout.update()

    def contains(self, widget: QWidget) -> bool:
        """Return whether a widget is in the view."""
        return self._view.isAncestorOf(widget)

    def is_far(self, widget: QWidget, way: int) -> bool:
        """Return whether moving on (1) or back (-1) to `widget` would skip text.

        For a widget outside the view: whether text is left before the end.
        """
        bar = self._area.verticalScrollBar()
        at = self._scroll.top
        left = bar.maximum() - at if way > 0 else at
        if not self.contains(widget):
            return left > 0
        top = self._scroll.top_of(widget) - at
        shown = bar.pageStep() - self._covered()
        needed = top + widget.height() - shown if way > 0 else -top
        return min(needed, left) > self._scroll.step

    def is_above(self, widget: QWidget) -> bool:
        """Return whether a widget begins above the visible part."""
        return self._scroll.top_of(widget) < self._scroll.top

    def scroll_page(self, way: int, *, to_the_end: bool = False) -> None:
        """Scroll on (1) or back (-1) by a screen less two lines, or to the end."""
        self._align_end()
        if to_the_end:
            self._scroll.go_to_end(way)
        else:
            self._scroll.go_on(way)

    def scroll_to(self, widget: QWidget) -> None:
        """Scroll until all of a widget is visible, or its top if it is too high."""
        bar, at = self._area.verticalScrollBar(), self._scroll.top
        top = self._scroll.top_of(widget)
        bottom = top + widget.height()
        shown = bar.pageStep() - self._covered()
        head = self._scroll.head_at(at)
        if top - head < at or widget.height() > shown:
            self._scroll.go(top - head - self._gap)
        elif bottom + self._gap > at + shown:
            lowest = bottom + self._gap - shown
            self._scroll.go(min(self._scroll.rows.at_or_below(lowest), top))

    def show_line(self, widget: QWidget, y: int) -> None:
        """Scroll a line of a widget into the upper part, unless it is in sight."""
        self._scroll.show_line(self._scroll.top_of(widget) + y)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring around the text."""
        super().focusInEvent(event)
        self._edges.show_focus(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self._edges.show_focus(focused=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show or hide the button when the view has its height."""
        if isinstance(event, QResizeEvent):
            if event.oldSize().width() != self._view.width():
                self._slack = 0
            self._scroll.forget_rows()
            self._show_more()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or hide the button for the new size."""
        super().resizeEvent(event)
        self._show_more()

    def _covered(self) -> int:
        return self._foot.sizeHint().height() if self._has_more else 0

    @property
    def _has_more(self) -> bool:
        if not self._area.widget():  # Qt has not measured it
            return False
        layout, needed = self._view.layout(), self._view.height()
        if layout and layout.hasHeightForWidth():  # it may not have been applied yet
            needed = layout.totalHeightForWidth(self.width())
        return needed - self._room_added > self.height()

    def _next_section(self) -> int | None:
        shown = self._area.verticalScrollBar().pageStep() - self._covered()
        return self._sections.next(shown, self._view.height() - self._room_added)

    def _align_end(self) -> None:
        """Have room enough at the foot that no line is cut in half at the end."""
        last = self._area.verticalScrollBar().maximum()
        clean = self._scroll.rows.at_or_below(last)
        if 0 < last < clean:
            self._slack += clean - last
            self.make_room(self._covered() + self._slack)
            view = self._view
            view.resize(view.width(), view.heightForWidth(view.width()))
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self._scroll.forget_rows()

    def _scroll_on(self) -> None:
        """Scroll to the next section or a screen on, or from the end to the top."""
        self._align_end()
        if self._scroll.at_end:
            self._scroll.go_to_end(-1)
        elif (section := self._next_section()) is not None:
            self.go_to_section(section)
        else:
            self._scroll.go_on(1)
        self._name_next()
        self._grid.activate()

    def _settle(self) -> None:
        bar = self._area.verticalScrollBar()
        if self._wanted and bar.maximum():
            bar.setValue(round(self._wanted * bar.maximum()))
        self._show_more()

    def _show_more(self) -> None:
        has_more = self._has_more
        foot = self._foot.sizeHint().height() if has_more else 0
        self._foot.setVisible(has_more)
        self.make_room(foot + self._slack if has_more else 0)
        focus = Qt.FocusPolicy.TabFocus if has_more else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._edges.lay_out(self.size(), foot=foot, mirrored=mirrored)
        self._follow()

    def _follow(self) -> None:
        """Show where the view is scrolled to, and keep the head of a card in sight."""
        bar = self._area.verticalScrollBar()
        at, shown = bar.value(), bar.pageStep()
        head = self._scroll.keep_heads_in_sight()
        self._edges.show_place(at, shown, bar.maximum() - at, head=head)
        self._name_next()
        self._mark_section(at)

    def _mark_section(self, at: int) -> None:
        shown = self._area.verticalScrollBar().pageStep()
        section = self._sections.current(at, shown)
        if self._sections.all and section != self._section:
            self._section = section
            self.section_changed.emit(section)

    def _name_next(self) -> None:
        if self._scroll.at_end:
            self._foot.lead_to_the_top()
        else:
            section = self._next_section()
            name = "" if section is None else self._sections.all[section].name
            self._foot.lead_to(name)
