"""The tabs of the pages: in a column at the side, or in a block above the bar."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame

from kiosk.content.pages import Page, PageKind
from kiosk.domain.layout import Rail, ScreenLayout
from kiosk.domain.metrics import GAP_MM, TextSize
from kiosk.ui.style.lengths import (
    ROW_TAB_MARGINS,
    TALLEST_TAB_MM,
    TILE_TAB_MARGINS,
    IconSize,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Property, Role
from kiosk.ui.style.text_measure import (
    line_px,
    row_words,
    tab_size,
    words_width,
)
from kiosk.ui.widgets.touch_button import TouchButton

_WITHOUT = (PageKind.HOME, PageKind.BOOKING)
_WAYS = (PageKind.CHECKLIST, PageKind.BOOKING)
_ROLES = {
    (True, True): Role.ROW_TAB,
    (True, False): Role.ROW_TAB_SMALL,
    (False, True): Role.TILE_TAB,
    (False, False): Role.TILE_TAB_SMALL,
}
"""The role of a tab: by whether it is a row, and whether its words are enlarged."""


def pages_with_tab(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages with a tab: the bar leads to the first, the code to booking."""
    return tuple(page for page in pages if page.kind not in _WITHOUT)


class TabRail(QFrame):
    """One tab a page, its icon beside or above the word.

    A tab emits `page_pressed` when it is pressed, `page_requested` when it is clicked.
    Where the words are too large for that, there are two buttons in portrait: to the
    checklist and to booking; in landscape none, they are in the bar.
    """

    page_requested = Signal(str)
    page_pressed = Signal(str)

    def __init__(self, pages: Sequence[Page], look: Look, layout: ScreenLayout) -> None:
        super().__init__()
        self._look, self._layout = look, layout
        self._is_row = layout.rail is Rail.ROWS or not layout.has_tabs
        self._line = line_px(look, tab_size(enlarged=layout.enlarged))
        self._group = QButtonGroup(self)
        shown = pages_with_tab(pages)
        if not layout.has_tabs:
            shown = tuple(page for page in pages if page.kind in _WAYS)
            shown = shown if layout.portrait else ()
        self._tabs = {page.id: self._tab(page) for page in shown}

    def mark(self, page: str) -> None:
        """Mark the tab of the open page, if it has one."""
        self._group.setExclusive(page in self._tabs)
        for name, tab in self._tabs.items():
            tab.set_chosen(chosen=name == page)

    @property
    def without_words(self) -> Sequence[TouchButton]:
        """The tabs whose words have no room; they are shown while pressed."""
        return [tab for tab in self._tabs.values() if tab.is_icon_alone]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tabs into columns, all of one size."""
        super().resizeEvent(event)
        if not self._tabs:
            return
        px, columns = self._look.metrics.px, self._layout.columns
        gap, rows = px(GAP_MM), -(-len(self._tabs) // columns)
        across = (self.width() + gap) // columns - gap
        height = (self.height() + gap) // rows - gap
        if not self._layout.portrait:
            height = min(height, px(TALLEST_TAB_MM))
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for index, tab in enumerate(self._tabs.values()):
            row, column = divmod(index, columns)
            left = column * (across + gap)
            if is_mirrored:
                left = self.width() - left - across
            tab.setGeometry(left, row * (height + gap), across, height)

    def _tab(self, page: Page) -> TouchButton:
        layout, look = self._layout, self._look
        role = Role.DEED if layout.rail is Rail.MENU else self._role
        size = IconSize.CHOICE if layout.rail is Rail.ICONS else IconSize.CONTROL
        icon = look.icon(page.icon, Colour.ACCENT, size)
        words = self._words(page)
        tab = TouchButton(words, icon, look, role=role, icon_above=not self._is_row)
        tab.setParent(self)
        tab.setObjectName(f"tab {page.id}")
        if words != page.title:
            tab.setAccessibleDescription(page.title)
        tab.keep_to_one_line(self._line)
        margins = ROW_TAB_MARGINS if self._is_row else TILE_TAB_MARGINS
        tab.set_margins(margins.in_px(look.metrics.px))
        tab.setProperty(Property.AT_RIGHT, layout.is_mirrored)
        if layout.rail is Rail.MENU:
            self._fit(tab, words)
        if layout.rail is Rail.ICONS:
            tab.show_icon_alone()
        tab.pressed.connect(partial(self.page_pressed.emit, page.id))
        tab.clicked.connect(partial(self.page_requested.emit, page.id))
        tab.join(self._group)
        return tab

    def _fit(self, tab: TouchButton, words: str) -> None:
        """Centre the words of a button in a row; without the icon if they are long."""
        px = self._look.metrics.px
        room = self._layout.tabs.width // self._layout.columns - px(GAP_MM)
        beside = 2 * Space.SMALL + IconSize.CONTROL + Space.GAP
        if words_width(words, self._look, TextSize.ACTION) + px(beside) > room:
            tab.centre_text()
        else:
            tab.centre()

    @property
    def _role(self) -> Role:
        return _ROLES[self._is_row, self._layout.enlarged]

    def _words(self, page: Page) -> str:
        if self._layout.rail is not Rail.ROWS:
            return page.tab
        return row_words(page, self._look, tab_size(enlarged=self._layout.enlarged))
