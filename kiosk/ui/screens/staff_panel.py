"""What staff want to know, and what they may do."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.status import Fact
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import STAFF_FACTS_MARGINS, STAFF_PANEL_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton, text_button

TOLD_TWICE = ("restart", "quit")
_DEEDS = (
    *("screen_test", "check_sizes", "calibrate", "quieter", "louder"),
    *("clean", "reload", "restart", "quit"),
)


class StaffPanel(QFrame):
    """Facts and deeds. It does none of them: `wished` names one.

    A deed is named as its word in `StaffWords` is.
    """

    wished = Signal(str)
    closed = Signal()

    def __init__(
        self,
        context: ViewContext,
        facts: Sequence[Fact],
        *,
        portrait: bool,
        sound: bool,
    ) -> None:
        super().__init__()
        set_role(self, Role.STAFF)
        self._words = context.pack.staff
        self._look = context.look
        self._asked = ""
        self._buttons: dict[str, TouchButton] = {}
        px = context.look.metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(RedFlagStrip(context.pack.strings, context.look))
        way = QBoxLayout.Direction
        body = QBoxLayout(way.TopToBottom if portrait else way.LeftToRight)
        body.setContentsMargins(STAFF_PANEL_MARGINS.in_px(px))
        body.setSpacing(px(Space.LARGE))
        self._rows = QGridLayout()
        strings = context.pack.strings
        body.addWidget(ReadingArea(self._page(), strings, context.look), 3)
        body.addLayout(self._deeds(sound=sound), 3)
        column.addLayout(body, 1)
        self.show_rows(facts)

    def show_rows(self, facts: Sequence[Fact]) -> None:
        """Show these facts in place of the ones before."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, (about, said) in enumerate(facts):
            self._rows.addWidget(labels.plain(about, TextStyle.QUIET), row, 0)
            self._rows.addWidget(labels.plain(said, TextStyle.BODY), row, 1)
        self._rows.setColumnStretch(0, 2)
        self._rows.setColumnStretch(1, 5)

    def _page(self) -> QWidget:
        page = QWidget()
        px = self._look.metrics.px
        column = QVBoxLayout(page)
        column.setContentsMargins(STAFF_FACTS_MARGINS.in_px(px))
        column.setSpacing(px(Space.MEDIUM))
        column.addWidget(labels.heading(self._words.title, TextStyle.TITLE))
        self._rows.setSpacing(px(Space.GAP))
        column.addLayout(self._rows)
        column.addStretch(1)
        return page

    def _deeds(self, *, sound: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._look.metrics.px(Space.MEDIUM))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        deeds = [d for d in _DEEDS if sound or d not in ("quieter", "louder")]
        for index, deed in enumerate(deeds):
            button = text_button(getattr(self._words, deed), self._look, role=Role.DEED)
            button.clicked.connect(partial(self._wish, deed))
            self._buttons[deed] = button
            grid.addWidget(button, index // 2, index % 2)
        lock = text_button(self._words.lock, self._look, role=Role.LOUD_TILE)
        lock.clicked.connect(self.closed)
        grid.addWidget(lock, (len(deeds) + 1) // 2, 0, 1, 2)
        return grid

    def _wish(self, deed: str) -> None:
        """Report what is wished; what ends the program has to be touched twice."""
        is_sure = deed == self._asked
        if self._asked:
            self._buttons[self._asked].set_label(getattr(self._words, self._asked))
            self._asked = ""
        if deed in TOLD_TWICE and not is_sure:
            self._asked = deed
            self._buttons[deed].set_label(self._words.touch_again)
            return
        self.wished.emit(deed)
