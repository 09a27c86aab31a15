"""The sections of a view that scrolls: which is being read, and which comes next."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.page_scroll import PageScroll

_READ_AT = 3
"""The section that covers this part of the visible height is the one being read."""


class Section(NamedTuple):
    """A section: its name, and the widget it begins with."""

    name: str
    widget: QWidget


class PageSections:
    """Finds where sections begin; `gap` pixels above each are left free."""

    def __init__(self, scroll: PageScroll, gap: int) -> None:
        self._scroll = scroll
        self._gap = gap
        self._asked, self._asked_top = 0, -1
        self.all: Sequence[Section] = ()

    def go_to(self, index: int) -> None:
        """Scroll to a section, which counts as the one being read from then on."""
        self._scroll.go(self.top(index))
        self._asked, self._asked_top = index, self._scroll.top

    def top(self, index: int) -> int:
        """Return where to scroll to for a section; the first begins with the view."""
        if index == 0:
            return 0
        return self._scroll.top_of(self.all[index].widget) - self._gap

    def next(self, shown: int, end: int) -> int | None:
        """Return the first section that begins below and is not wholly in sight.

        `shown` pixels of the view can be seen; it is `end` pixels high.
        """
        at = self._scroll.top
        tops = [self.top(index) for index in range(len(self.all))]
        ends = (*tops, end)[1:]
        unseen = (index for index, below in enumerate(ends) if below > at + shown)
        first = next(unseen, None)
        return first if first is not None and tops[first] > at + self._gap else None

    def current(self, at: int, shown: int) -> int:
        """Return the section being read in a view scrolled to `at`."""
        if self._scroll.top == self._asked_top:
            return self._asked
        line = at + shown // _READ_AT
        begun = (index for index in range(len(self.all)) if self.top(index) <= line)
        return len(self.all) - 1 if self._scroll.at_end else max(begun, default=0)
