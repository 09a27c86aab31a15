"""The controls at the foot of the emergency: staff, back, languages, voice, end."""

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.metrics import GAP_MM
from kiosk.domain.preferences import PreferenceQuestion
from kiosk.ui.context import ViewContext
from kiosk.ui.style.lengths import (
    HELP_CONTROL_MARGINS,
    NARROW_EMERGENCY_MM,
    IconSize,
)
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.touch_button import TouchButton


class _Offer(Struct, frozen=True):
    """A button: its name, words and icon, and what it does."""

    name: str
    text: str
    icon: str
    press: Callable[[], None]
    role: Role = Role.HELP_CONTROL
    colour: Colour = Colour.ON_EMERGENCY


_MOST_NAMES = 2
"""Names of other languages that the button shows; of more it says what it does."""


class EmergencyControls(QWidget):
    """Quiet buttons in a row, or two rows where the screen is narrow.

    Where a row has no room for icons beside the words, they are above them.
    `question_requested` asks for the languages, `listening_toggled` for the voice.
    """

    call_requested = Signal()
    closed = Signal()
    finished = Signal()
    question_requested = Signal(PreferenceQuestion)
    listening_toggled = Signal()

    def __init__(
        self, context: ViewContext, width: int, *, has_answers: bool, listening: bool
    ) -> None:
        super().__init__()
        self._context = context
        self._offers = list(self._all(has_answers=has_answers, listening=listening))
        is_narrow = width < context.look.metrics.px(NARROW_EMERGENCY_MM)
        columns = 2 if is_narrow else len(self._offers)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(context.look.metrics.px(GAP_MM))
        beside = self._fill(columns, icon_above=False)
        if self._grid.totalMinimumSize().width() > width:
            for button in beside:
                button.setParent(None)
            self._fill(columns, icon_above=True)

    def _fill(self, columns: int, *, icon_above: bool) -> list[TouchButton]:
        offers = self._offers
        buttons = [self._button(offer, icon_above=icon_above) for offer in offers]
        wide = buttons[0 if self._context.offers_call else -1]
        place = 0
        for button in buttons:
            row, at = divmod(place, columns)
            span = 1 + -len(buttons) % columns if button is wide else 1
            self._grid.addWidget(button, row, at, 1, span)
            place += span
        return buttons

    def _all(self, *, has_answers: bool, listening: bool) -> Iterator[_Offer]:
        strings = self._context.pack.strings
        if self._context.offers_call:
            call = self.call_requested.emit
            look = Role.HELP_CALL, Colour.EMERGENCY
            yield _Offer("call", strings.call_staff, "desk", call, *look)
        back = strings.back_to_answers if has_answers else strings.close_code
        yield _Offer("back", back, "back", self.closed.emit)
        if len(self._context.languages) > 1:
            name = Control.LANGUAGES.value
            yield _Offer(name, self._names, "language", self._ask_language)
        if self._context.speech:
            text = strings.stop_listening if listening else strings.listen
            icon = "quiet" if listening else "listen"
            name = Control.LISTEN.value
            yield _Offer(name, text, icon, self.listening_toggled.emit)
        name = Control.FINISH.value
        yield _Offer(name, strings.finished, "finish", self.finished.emit)

    @property
    def _names(self) -> str:
        """The other languages' own names, or what there is to choose."""
        here = self._context.pack.language
        names = [it.name for it in self._context.languages if it.code != here]
        if len(names) > _MOST_NAMES:
            return self._context.pack.strings.languages
        return " · ".join(names)

    def _ask_language(self) -> None:
        self.question_requested.emit(PreferenceQuestion.LANGUAGES)

    def _button(self, offer: _Offer, *, icon_above: bool) -> TouchButton:
        look, role = self._context.look, offer.role
        icon = look.icon(offer.icon, offer.colour, IconSize.CONTROL)
        button = TouchButton(offer.text, icon, look, role=role, icon_above=icon_above)
        button.setObjectName(offer.name)
        if icon_above:
            button.set_margins(HELP_CONTROL_MARGINS.in_px(look.metrics.px))
        else:
            button.centre()
        for label in button.findChildren(QWidget):
            label.ensurePolished()  # its font decides how wide the row is
        button.clicked.connect(partial(_call, offer.press))
        return button


def _call(press: Callable[[], None], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
    press()
