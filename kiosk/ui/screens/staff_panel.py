"""The staff panel: facts about the kiosk, and buttons for what staff can do."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.staff_command import StaffCommand
from kiosk.domain.status import Fact
from kiosk.ui.accessibility.announcer import announce
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import STAFF_FACTS_MARGINS, STAFF_PANEL_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton, text_button

_COLUMNS = 2  # of buttons


class StaffPanel(QFrame):
    """Facts, and a button for each command. It carries none of them out."""

    command_requested = Signal(StaffCommand)
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
        self._touched_once: StaffCommand | None = None
        self._buttons: dict[StaffCommand, TouchButton] = {}
        px = context.look.metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(RedFlagStrip(context.pack.strings, context.look))
        way = QBoxLayout.Direction
        body = QBoxLayout(way.TopToBottom if portrait else way.LeftToRight)
        body.setContentsMargins(STAFF_PANEL_MARGINS.in_px(px))
        body.setSpacing(px(Space.SMALL))
        self._rows = QGridLayout()
        strings = context.pack.strings
        body.addWidget(ReadingArea(self._page(), strings, context.look), 3)
        self._grid = self._commands(sound=sound)
        body.addLayout(self._grid, 3)
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

    def show_outcome(self, outcome: str) -> None:
        """Say below its button how reading the content ended: staff look there.

        That is beside the last button, where no room is taken from the others.
        """
        row, column = divmod(len(self._buttons), _COLUMNS)
        label = labels.plain(outcome, TextStyle.OUTCOME)
        self._grid.addWidget(label, row, column, 1, _COLUMNS - column)
        announce(self, outcome)

    def _page(self) -> QWidget:
        page = QWidget()
        px = self._look.metrics.px
        column = QVBoxLayout(page)
        column.setContentsMargins(STAFF_FACTS_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        column.addWidget(labels.heading(self._words.title, TextStyle.TITLE))
        self._rows.setSpacing(px(Space.GAP))
        column.addLayout(self._rows)
        column.addStretch(1)
        return page

    def _commands(self, *, sound: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._look.metrics.px(Space.GAP))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        commands = [it for it in StaffCommand if sound or not it.is_of_sound]
        for index, command in enumerate(commands):
            button = text_button(self._label(command), self._look, role=Role.DEED)
            button.clicked.connect(partial(self._request, command))
            self._buttons[command] = button
            grid.addWidget(button, *divmod(index, _COLUMNS))
        lock = text_button(self._words.lock, self._look, role=Role.LOUD_TILE)
        lock.clicked.connect(self.closed)
        grid.addWidget(lock, len(commands) // _COLUMNS + 1, 0, 1, _COLUMNS)
        return grid

    def _label(self, command: StaffCommand) -> str:
        return str(getattr(self._words, command))

    def _request(self, command: StaffCommand) -> None:
        """Emit a command; one that ends the program has to be touched twice."""
        before, self._touched_once = self._touched_once, None
        if before:
            self._buttons[before].set_label(self._label(before))
        if command.ends_the_program and command is not before:
            self._touched_once = command
            self._buttons[command].set_label(self._words.touch_again)
            return
        self.command_requested.emit(command)
