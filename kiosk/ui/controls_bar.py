"""What is always within reach, at the bottom of every screen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout

from kiosk.domain.comfort import Comfort, Reach
from kiosk.domain.metrics import GAP_MM
from kiosk.ui import labels
from kiosk.ui.clinic_name import ClinicName
from kiosk.ui.look import Look
from kiosk.ui.material import Material
from kiosk.ui.touch_button import TouchButton

_NAME_MM = 40.0
_PROMISE_MM = 90.0
_EDGE_MM = 3.0
_BESIDE_WORD_MM = 4.0
_SMALLEST_MM = 22.0


class ControlsBar(QFrame):
    """How to read and reach, the way to end, and whose kiosk it is.

    `wished` names the control that was touched. In a bar too narrow for it,
    `has_promise` is false, and what all advice is to be read with stands elsewhere.
    """

    wished = Signal(str)
    finished = Signal()
    knocked = Signal()

    def __init__(
        self, material: Material, comfort: Comfort, width: int, *, portrait: bool
    ) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._material = material
        self._comfort = comfort
        self._offers = self._offered()
        px = material.look.metrics.px
        columns, style, cell = self._fitted(width)
        left = width - len(self._offers) * (cell + px(GAP_MM)) - 2 * px(_EDGE_MM)
        both = px(_NAME_MM + _PROMISE_MM * comfort.text_scale)
        least = both if portrait and not comfort.text else px(_NAME_MM)
        beside = columns == len(self._offers) and left >= least
        self.has_promise = left >= both if beside else not comfort.text
        way = QBoxLayout.Direction
        row = QBoxLayout(way.LeftToRight if beside else way.TopToBottom, self)
        edge = px(_EDGE_MM)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(px(GAP_MM))
        row.addLayout(self._names(), 1)
        row.addLayout(
            self._buttons(columns, style, cell if self.has_promise and beside else 0)
        )

    def _offered(self) -> dict[str, tuple[str, str]]:
        """Return what is offered: by name, its words and its icon."""
        strings = self._material.pack.strings
        here = self._material.pack.language
        others = [it.name for it in self._material.languages if it.code != here]
        offers = {
            "languages": ("\n".join(others[:2]), "language"),
            "text": (strings.text_size, "text"),
            "colours": (strings.colours, "theme-high_contrast"),
            "listen": self._listen(),
            "reach": (strings.reach, "lower"),
            "finish": (strings.finished, "finish"),
        }
        if not others:
            del offers["languages"]
        if not self._material.speech:
            del offers["listen"]
        return offers

    def _listen(self) -> tuple[str, str]:
        strings = self._material.pack.strings
        if self._comfort.listening:
            return strings.stop_listening, "quiet"
        return strings.listen, "listen"

    def _fitted(self, width: int) -> tuple[int, str, int]:
        """Return how many stand side by side, in which text style, and how wide.

        Where there is no room for words as large as the visitor wants them, these are
        the ones that stay as they are: each has its icon.
        """
        px = self._material.look.metrics.px
        room = width - 2 * px(_EDGE_MM) + px(GAP_MM)
        count = len(self._offers)
        for style, columns in (
            ("", count),
            ("", -(-count // 2)),
            ("_small", count),
            ("_small", -(-count // 2)),
        ):
            cell = self._widest(style) + px(_BESIDE_WORD_MM)
            cell = max(cell, px(_SMALLEST_MM))
            if columns * (cell + px(GAP_MM)) <= room and self._is_low(columns, style):
                return columns, style, cell
        return max(1, room // px(_SMALLEST_MM + GAP_MM)), "_small", 1

    def _is_low(self, columns: int, style: str) -> bool:
        """Tell whether the bar leaves the page its room."""
        two_rows_of_large = columns < len(self._offers) and not style
        return not two_rows_of_large or self._comfort.text < 2

    def _widest(self, style: str) -> int:
        metrics = self._material.look.metrics
        font = QFont(Look.FAMILIES)
        size = "control" if style else "body"
        font.setPixelSize(metrics.text_px(size))
        font.setBold(True)
        measure = QFontMetricsF(font).horizontalAdvance
        words = " ".join(words for words, _ in self._offers.values()).split()
        return round(max(measure(word) for word in words)) + 1

    def _names(self) -> QBoxLayout:
        strings, look = self._material.pack.strings, self._material.look
        name = ClinicName(self._material.clinic.name, look)
        name.held.connect(self.knocked)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(look.metrics.px(5))
        row.addWidget(name)
        if self.has_promise:
            promise = f"{strings.disclaimer} {strings.nothing_kept}"
            row.addWidget(labels.plain(promise, "bar"), 1)
        return row

    def _buttons(self, columns: int, style: str, cell: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._material.look.metrics.px(GAP_MM))
        for place, (name, (words, icon)) in enumerate(self._offers.items()):
            button = self._button(name, words, icon, style)
            if cell:
                button.setFixedWidth(cell)
            grid.addWidget(button, place // columns, place % columns)
        return grid

    def _button(self, name: str, words: str, icon: str, size: str) -> TouchButton:
        look = self._material.look
        role = "finish" if name == "finish" else "control"
        colour = "heading" if role == "finish" else "on_bar"
        drawn = look.icon(icon, colour, 8)
        button = TouchButton(words, drawn, look, role=f"{role}{size}", icon_above=True)
        if name == "finish":
            button.clicked.connect(self.finished)
        else:
            button.clicked.connect(partial(self._wish, name))
        if name == "reach" and self._comfort.reach is not Reach.USUAL:
            button.setAccessibleDescription(self._material.pack.strings.chosen)
        return button

    def _wish(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.wished.emit(name)
