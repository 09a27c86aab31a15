"""Invite whoever passes by, in one language after another."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.domain.attract import Slide, drift
from kiosk.ui import labels
from kiosk.ui.look import Look
from kiosk.ui.red_flag_strip import RedFlagStrip

SLIDE_MS = 10_000
_CARD_MM = 260.0
_EDGE_MM = 8.0
_ICON_MM = 52.0


class Attract(QFrame):
    """One slide at a time, each a little elsewhere, below the red-flag strip."""

    def __init__(self, slides: Sequence[Slide], name: str, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "attract")
        self._slides = slides
        self._name = name
        self._look = look
        self._step = 0
        self._strip = QWidget()
        self._card = QWidget()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)
        self._timer.start(SLIDE_MS)
        self._show()

    def turn(self) -> None:
        """Show the next slide."""
        self._step += 1
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the slide where it belongs in this much room."""
        super().resizeEvent(event)
        self._place()

    def _show(self) -> None:
        slide = self._slides[self._step % len(self._slides)]
        for old in (self._strip, self._card):
            old.deleteLater()
        self._strip = RedFlagStrip(slide.strings, self._look)
        self._card = self._drawn(slide)
        for new in (self._strip, self._card):
            new.setParent(self)
            new.show()
        self._place()

    def _place(self) -> None:
        """Move the card about the room that is left; the strip stays on top."""
        edge = self._look.metrics.px(_EDGE_MM)
        width = self.width()
        strip = labels.height_needed(self._strip, width)
        self._strip.setGeometry(0, 0, width, strip)
        wide = min(self._look.metrics.px(_CARD_MM), width - 2 * edge)
        size = QSize(wide, labels.height_needed(self._card, wide))
        across, down = drift(self._step)
        room_across = width - 2 * edge - size.width()
        room_down = self.height() - strip - 2 * edge - size.height()
        left = edge + round(across * max(0, room_across))
        top = strip + edge + round(down * max(0, room_down))
        self._card.setGeometry(left, top, size.width(), size.height())

    def _drawn(self, slide: Slide) -> QFrame:
        px, strings = self._look.metrics.px, slide.strings
        card = QFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        icon = self._look.icon(slide.icon, "accent", _ICON_MM)
        column.addWidget(labels.drawing(icon))
        column.addWidget(labels.plain(strings.invitation, "invitation"))
        if slide.fact:
            column.addWidget(labels.plain(slide.fact, "fact"))
        begin = labels.plain(strings.touch_to_begin, "begin")
        begin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        begin.setMinimumHeight(px(24))
        column.addWidget(begin)
        column.addWidget(labels.plain(f"{self._name}. {strings.nothing_kept}", "lead"))
        return card
