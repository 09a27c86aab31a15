"""A question with a few large answers, one of which is chosen now."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import PAGE_MARGINS, IconSize, Space
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.touch_button import TouchButton


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its value, its text, its icon and the height of that.

    `language` is the language of the text, or empty if it is that of the screen.
    """

    value: object
    text: str
    icon: str
    icon_mm: float = IconSize.CHOICE
    language: str = ""


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
        across = 1 if portrait else 2
        for index, choice in enumerate(choices):
            grid.addWidget(self._button(choice), index // across, index % across)
        column.addLayout(grid)
        column.addWidget(self._way_back())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingArea(page, context.pack.strings, context.look))

    def _button(self, choice: Choice) -> TouchButton:
        look = self._context.look
        is_chosen = choice.value == self._now
        icon = look.icon(choice.icon, Colour.ACCENT, choice.icon_mm)
        button = TouchButton(choice.text, icon, look, role=Role.CHOICE)
        button.setProperty(LANGUAGE, choice.language)
        button.join(self._group)
        button.set_chosen(chosen=is_chosen)
        button.mark_when_chosen(look.icon("tick", Colour.ACCENT, IconSize.MARK))
        button.clicked.connect(partial(self._choose, choice.value))
        return button

    def _choose(self, value: object, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.chosen.emit(value)

    def _way_back(self) -> TouchButton:
        look, strings = self._context.look, self._context.pack.strings
        icon = look.icon("back", Colour.ON_ACCENT, IconSize.CONTROL)
        back = TouchButton(strings.close_code, icon, look, role=Role.SOLID)
        back.clicked.connect(self.closed)
        return back
