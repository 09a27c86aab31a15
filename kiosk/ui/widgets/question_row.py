"""A question that can raise the level, with a button for each reply."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QWidget

from kiosk.content.words import Strings
from kiosk.domain.follow_up import Question, Reply
from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.widgets.touch_button import TouchButton, text_button

_FEW = 2


class QuestionRow(QWidget):
    """A question with its replies below it; beside it if `wide`, or if they are few."""

    replied = Signal(Question, object)

    def __init__(
        self, question: Question, text: str, strings: Strings, look: Look, *, wide: bool
    ) -> None:
        super().__init__()
        self._question = question
        self._group = QButtonGroup(self)
        self._buttons = {
            reply: self._button(getattr(strings, reply.value), reply, text, look)
            for reply in question.replies
        }
        px = look.metrics.px
        wide = wide or (len(self._buttons) == _FEW and not look.metrics.is_large)
        way = QBoxLayout.Direction
        whole = QBoxLayout(way.LeftToRight if wide else way.TopToBottom, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(Space.GAP if wide else Space.HAIR))
        whole.addWidget(labels.plain(text, TextStyle.BODY), 1)
        row = QGridLayout()
        row.setSpacing(px(Space.GAP))
        for place, button in enumerate(self._buttons.values()):
            row.addWidget(button, 0, place)
            row.setColumnMinimumWidth(place, px(TOUCH_MM))
            row.setColumnStretch(place, 0 if wide else 1)
        whole.addLayout(row)

    def show_reply(self, reply: Reply | None) -> None:
        """Show the reply given, or that there is none."""
        self._group.setExclusive(False)  # or Qt keeps one of them chosen
        for each, button in self._buttons.items():
            button.set_chosen(chosen=each is reply)
        self._group.setExclusive(True)

    def _button(self, text: str, reply: Reply, asked: str, look: Look) -> TouchButton:
        button = text_button(text, look, role=Role.REPLY)
        button.setObjectName(f"{self._question.factors[0]} {reply.value}")
        button.setAccessibleDescription(asked)
        if not look.metrics.is_large:
            button.stay_on_one_line()
        button.join(self._group)
        button.clicked.connect(partial(self._reply, reply))
        return button

    def _reply(self, reply: Reply, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.replied.emit(self._question, reply)
