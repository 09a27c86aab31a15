"""What steers the reading voice; above the controls while the kiosk speaks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.content.words import Strings
from kiosk.domain.metrics import GAP_MM
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.widgets.icon_buttons import IconButton, IconButtons


class ListenBar(QFrame):
    """Play, repeat, go back and on, pace and volume. It reports wishes by name.

    These are `play`, `again`, `before`, `after`, `slower`, `faster`, `softer` and
    `louder`.
    """

    wished = Signal(str)

    def __init__(self, material: ViewContext, width: int) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._strings = strings = material.pack.strings
        edge = material.look.metrics.px(GAP_MM)
        offers = _offers(strings)
        self._buttons = IconButtons(offers, material.look, width - 2 * edge)
        self._buttons.wished.connect(self.wished)
        self._trouble = labels.plain("", "clinic")
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(edge)
        column.addWidget(self._trouble)
        column.addWidget(self._buttons)

    def show_playing(self, playing: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Offer to pause while it reads, and to read while it does not."""
        pause = IconButton(self._strings.pause, "pause")
        self._buttons.say("play", pause if playing else _play(self._strings))

    def show_trouble(self, words: str) -> None:
        """Say in words why nothing is heard, or nothing more if there are none."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))


def _play(strings: Strings) -> IconButton:
    return IconButton(strings.read_page, "play")


def _offers(strings: Strings) -> dict[str, IconButton]:
    return {
        "play": _play(strings),
        "again": IconButton(strings.repeat, "again"),
        "before": IconButton(strings.sentence_before, "before"),
        "after": IconButton(strings.sentence_after, "after"),
        "slower": IconButton(strings.slower, "slower"),
        "faster": IconButton(strings.faster, "faster"),
        "softer": IconButton(strings.quieter, "softer"),
        "louder": IconButton(strings.louder, "louder"),
    }
