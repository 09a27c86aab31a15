"""The bar with the controls of the reading voice, above the bar of every screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.content.words import Strings
from kiosk.domain.metrics import GAP_MM
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.icon_buttons import IconButton, IconButtons


class ListenBar(QFrame):
    """Play, repeat, go back and on, pace and volume. It reports each press."""

    control_pressed = Signal(Control)

    def __init__(self, context: ViewContext, width: int) -> None:
        super().__init__()
        set_role(self, Role.BAR)
        self._strings = strings = context.pack.strings
        edge = context.look.metrics.px(GAP_MM)
        offers = _offers(strings)
        self._buttons = IconButtons(offers, context.look, width - 2 * edge)
        self._buttons.control_pressed.connect(self.control_pressed)
        self._trouble = labels.plain("", TextStyle.CLINIC)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(edge)
        column.addWidget(self._trouble)
        column.addWidget(self._buttons)

    def show_playing(self, playing: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Offer to pause while it reads, and to read while it does not."""
        pause = IconButton(self._strings.pause, "pause")
        offer = pause if playing else _play(self._strings)
        self._buttons.change(Control.PLAY, offer)

    def show_trouble(self, text: str) -> None:
        """Show why nothing is heard; hide the line again if there are no words."""
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))


def _play(strings: Strings) -> IconButton:
    return IconButton(strings.read_page, "play")


def _offers(strings: Strings) -> dict[Control, IconButton]:
    return {
        Control.PLAY: _play(strings),
        Control.REPEAT: IconButton(strings.repeat, "again"),
        Control.SENTENCE_BEFORE: IconButton(strings.sentence_before, "before"),
        Control.SENTENCE_AFTER: IconButton(strings.sentence_after, "after"),
        Control.SLOWER: IconButton(strings.slower, "slower"),
        Control.FASTER: IconButton(strings.faster, "faster"),
        Control.QUIETER: IconButton(strings.quieter, "softer"),
        Control.LOUDER: IconButton(strings.louder, "louder"),
    }
