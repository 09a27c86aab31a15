"""What steers the reading voice; above the controls while the kiosk speaks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.content.words import Strings
from kiosk.domain.metrics import GAP_MM
from kiosk.ui.context import Material
from kiosk.ui.style import labels
from kiosk.ui.widgets.icon_buttons import IconButtons, Offer


class ListenBar(QFrame):
    """Play, repeat, go back and on, pace and volume. It reports wishes by name.

    These are `play`, `again`, `before`, `after`, `slower`, `faster`, `softer` and
    `louder`.
    """

    wished = Signal(str)

    def __init__(self, material: Material, width: int) -> None:
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
        pause = Offer(self._strings.pause, "pause")
        self._buttons.say("play", pause if playing else _play(self._strings))

    def show_trouble(self, words: str) -> None:
        """Say in words why nothing is heard, or nothing more if there are none."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))


def _play(strings: Strings) -> Offer:
    return Offer(strings.read_page, "play")


def _offers(strings: Strings) -> dict[str, Offer]:
    return {
        "play": _play(strings),
        "again": Offer(strings.repeat, "again"),
        "before": Offer(strings.sentence_before, "before"),
        "after": Offer(strings.sentence_after, "after"),
        "slower": Offer(strings.slower, "slower"),
        "faster": Offer(strings.faster, "faster"),
        "softer": Offer(strings.quieter, "softer"),
        "louder": Offer(strings.louder, "louder"),
    }
