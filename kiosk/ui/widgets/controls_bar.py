"""The bar at the foot of every screen: preferences, the way to end, whose kiosk."""

from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from kiosk.domain.metrics import GAP_MM
from kiosk.domain.preferences import PreferenceQuestion, Preferences, Reach
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import CLINIC_NAME_MM, PROMISE_MM, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.icon_buttons import IconButton, IconButtons

_MOST_NAMES = 2
_QUESTIONS = {
    Control.LANGUAGES: PreferenceQuestion.LANGUAGES,
    Control.TEXT: PreferenceQuestion.TEXT,
    Control.COLOURS: PreferenceQuestion.COLOURS,
    Control.REACH: PreferenceQuestion.REACH,
}


class ControlsBar(QFrame):
    """The controls, the clinic's name and the promise that nothing is kept.

    In a bar too narrow for the promise, `has_promise` is false; the pages end with it.
    """

    question_requested = Signal(PreferenceQuestion)
    listening_toggled = Signal()
    finished = Signal()
    staff_requested = Signal()

    def __init__(
        self,
        context: ViewContext,
        preferences: Preferences,
        width: int,
        *,
        portrait: bool,
    ) -> None:
        super().__init__()
        set_role(self, Role.BAR)
        self._context = context
        px = context.look.metrics.px
        edge = px(GAP_MM)
        room = width - 2 * edge
        buttons = IconButtons(self._offers(preferences), context.look, room)
        buttons.control_pressed.connect(self._report)
        if languages := buttons.buttons.get(Control.LANGUAGES):
            languages.setAccessibleDescription(context.pack.strings.languages)
        left = room - buttons.least
        both = px(CLINIC_NAME_MM + PROMISE_MM * preferences.text_scale)
        roomy = portrait and buttons.rows == 1 and not preferences.text
        beside = left >= (both if roomy else px(CLINIC_NAME_MM))
        self.has_promise = left >= both if beside else not preferences.text
        way = QBoxLayout.Direction
        row = QBoxLayout(way.LeftToRight if beside else way.TopToBottom, self)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(edge)
        row.addLayout(self._names(), 100 if self.has_promise else 0)
        if self.has_promise and beside:
            buttons.setFixedWidth(buttons.least)
        row.addWidget(buttons, 1)

    def _offers(self, preferences: Preferences) -> dict[Control, IconButton]:
        """Return the controls to show: no languages where there is only one."""
        strings, context = self._context.pack.strings, self._context
        here = context.pack.language
        others = [it for it in context.languages if it.code != here]
        offers = {}
        if others:
            shown = sorted(
                others[:_MOST_NAMES], key=attrgetter("rtl")
            )  # tall lines last
            names = "\n".join(it.name for it in shown)
            offers[Control.LANGUAGES] = IconButton(names, "language")
        offers[Control.TEXT] = IconButton(strings.text_size, "text")
        offers[Control.COLOURS] = IconButton(strings.colours, "theme-high_contrast")
        if context.speech:
            stop = IconButton(strings.stop_listening, "quiet")
            offers[Control.LISTEN] = (
                stop if preferences.listening else IconButton(strings.listen, "listen")
            )
        lowered = preferences.reach is not Reach.USUAL
        offers[Control.REACH] = IconButton(
            strings.reach, "reach-usual" if lowered else "lower"
        )
        offers[Control.FINISH] = IconButton(strings.finished, "finish", loud=True)
        return offers

    def _names(self) -> QBoxLayout:
        strings, look = self._context.pack.strings, self._context.look
        name = ClinicName(self._context.clinic.name, look)
        name.held.connect(self.staff_requested)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(look.metrics.px(Space.SMALL))
        row.addWidget(name)
        if self.has_promise:
            promise = f"{strings.disclaimer} {strings.nothing_kept}"
            row.addWidget(labels.plain(promise, TextStyle.BAR), 1)
        return row

    def _report(self, control: Control) -> None:
        """Emit the signal of the control that was pressed."""
        if control is Control.FINISH:
            self.finished.emit()
        elif control is Control.LISTEN:
            self.listening_toggled.emit()
        else:
            self.question_requested.emit(_QUESTIONS[control])
