"""The words about a call for staff."""

from PySide6.QtWidgets import QLabel, QStackedWidget

from kiosk.content.words import Strings
from kiosk.domain.staff_call import CallState
from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle


def call_words(state: CallState, strings: Strings) -> str:
    """Return what a visitor is told of a call; nothing before there is one."""
    return {
        CallState.NONE: "",
        CallState.CALLING: strings.calling_staff,
        CallState.COMING: strings.staff_coming,
        CallState.UNANSWERED: strings.nobody_answered,
    }[state]


class CallTitle(QStackedWidget):
    """A title that gives way to what is told of a call.

    It always has the height of the longest, so that nothing around it moves.
    """

    def __init__(self, title: str, strings: Strings, style: TextStyle) -> None:
        super().__init__()
        self._labels: dict[CallState, QLabel] = {}
        for state in CallState:
            words = call_words(state, strings) or title
            self._labels[state] = labels.heading(words, style)
            self.addWidget(self._labels[state])

    def show_call(self, state: CallState) -> None:
        """Show what is told of a call, or the title."""
        self.setCurrentWidget(self._labels[state])
