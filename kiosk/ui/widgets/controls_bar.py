"""What is always within reach, at the bottom of every screen."""

from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from kiosk.domain.metrics import GAP_MM
from kiosk.domain.preferences import Preferences, Reach
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.widgets.icon_buttons import IconButton, IconButtons

_NAME_MM = 40.0
_PROMISE_MM = 90.0
_MOST_NAMES = 2


class ControlsBar(QFrame):
    """How to read and reach, the way to end, and whose kiosk it is.

    `wished` names the control that was touched. In a bar too narrow for it,
    `has_promise` is false, and what all advice is to be read with stands elsewhere.
    """

    wished = Signal(str)
    finished = Signal()
    staff_requested = Signal()

    def __init__(
        self,
        material: ViewContext,
        preferences: Preferences,
        width: int,
        *,
        portrait: bool,
    ) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._material = material
        px = material.look.metrics.px
        edge = px(GAP_MM)
        room = width - 2 * edge
        buttons = IconButtons(self._offers(preferences), material.look, room)
        buttons.wished.connect(self._pass_on)
        if languages := buttons.buttons.get("languages"):
            languages.setAccessibleDescription(material.pack.strings.languages)
        left = room - buttons.least
        both = px(_NAME_MM + _PROMISE_MM * preferences.text_scale)
        roomy = portrait and buttons.rows == 1 and not preferences.text
        beside = left >= (both if roomy else px(_NAME_MM))
        self.has_promise = left >= both if beside else not preferences.text
        way = QBoxLayout.Direction
        row = QBoxLayout(way.LeftToRight if beside else way.TopToBottom, self)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(edge)
        row.addLayout(self._names(), 100 if self.has_promise else 0)
        if self.has_promise and beside:
            buttons.setFixedWidth(buttons.least)
        row.addWidget(buttons, 1)

    def _offers(self, preferences: Preferences) -> dict[str, IconButton]:
        """Return what there is to choose: no language where there is only one."""
        strings, material = self._material.pack.strings, self._material
        here = material.pack.language
        others = [it for it in material.languages if it.code != here]
        offers = {}
        if others:
            shown = sorted(
                others[:_MOST_NAMES], key=attrgetter("rtl")
            )  # tall lines last
            names = "\n".join(it.name for it in shown)
            offers["languages"] = IconButton(names, "language")
        offers["text"] = IconButton(strings.text_size, "text")
        offers["colours"] = IconButton(strings.colours, "theme-high_contrast")
        if material.speech:
            stop = IconButton(strings.stop_listening, "quiet")
            offers["listen"] = (
                stop if preferences.listening else IconButton(strings.listen, "listen")
            )
        lowered = preferences.reach is not Reach.USUAL
        offers["reach"] = IconButton(
            strings.reach, "reach-usual" if lowered else "lower"
        )
        offers["finish"] = IconButton(strings.finished, "finish", loud=True)
        return offers

    def _names(self) -> QBoxLayout:
        strings, look = self._material.pack.strings, self._material.look
        name = ClinicName(self._material.clinic.name, look)
        name.held.connect(self.staff_requested)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(look.metrics.px(5))
        row.addWidget(name)
        if self.has_promise:
            promise = f"{strings.disclaimer} {strings.nothing_kept}"
            row.addWidget(labels.plain(promise, "bar"), 1)
        return row

    def _pass_on(self, name: str) -> None:
        if name == "finish":
            self.finished.emit()
        else:
            self.wished.emit(name)
