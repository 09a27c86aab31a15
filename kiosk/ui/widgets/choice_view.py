"""A question with a few large answers, one of which is chosen now."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import PAGE_MARGINS, IconSize, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.look_resources import LookResources
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.touch_button import TouchButton, way_back

_MOST_IN_A_COLUMN = 5


class Choice(Struct, frozen=True):
    """One answer: its value, its text, and its icon if it has one.

    `language` is the language of the text, or empty if it is that of the screen;
    `look` is the look that the answer is a sample of.
    """

    value: object
    text: str
    icon: str = ""
    language: str = ""
    look: Look | None = None


class ChoiceView(QFrame):
    """Ask a question; `chosen` carries the value of the answer."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        question: str,
        choices: Sequence[Choice],
        now: object,
        context: ViewContext,
        *,
        portrait: bool,
    ) -> None:
        super().__init__()
        set_role(self, Role.OVERLAY)
        self._context = context
        self._now = now
        self.question = question
        self._group = QButtonGroup(self)
        px = context.look.metrics.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(PAGE_MARGINS.in_px(px))
        column.setSpacing(px(Space.SMALL))
        column.addStretch(1)
        column.addWidget(labels.heading(question, TextStyle.TITLE))
        grid = QGridLayout()
        grid.setSpacing(px(Space.SMALL))
        across = 1 if portrait and len(choices) <= _MOST_IN_A_COLUMN else 2
        for index, choice in enumerate(choices):
            grid.addWidget(self._button(choice), index // across, index % across)
            grid.setRowStretch(index // across, 1)
        column.addLayout(grid)
        column.addWidget(self._way_back(), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingArea(page, context.pack.strings, context.look))

    def _button(self, choice: Choice) -> TouchButton:
        look = choice.look or self._context.look
        is_chosen = choice.value == self._now
        icon = QPixmap()
        if choice.icon:
            icon = look.icon(choice.icon, Colour.ACCENT, IconSize.CHOICE)
        role = Role.SAMPLE if choice.look else Role.CHOICE
        button = TouchButton(choice.text, icon, self._context.look, role=role)
        if choice.language:
            button.centre_text()
        button.setProperty(LANGUAGE, choice.language)
        button.join(self._group)
        button.set_chosen(chosen=is_chosen)
        button.mark_when_chosen(look.icon("tick", Colour.ACCENT, IconSize.MARK))
        if choice.look:
            LookResources(choice.look).style_sample(button)
        button.clicked.connect(partial(self._choose, choice.value))
        return button

    def _choose(self, value: object, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.chosen.emit(value)

    def _way_back(self) -> TouchButton:
        strings = self._context.pack.strings
        back = way_back(strings.close_code, self._context.look)
        back.clicked.connect(self.closed)
        return back
