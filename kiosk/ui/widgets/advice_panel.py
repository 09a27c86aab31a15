"""The panel with the care card for the answers so far, beside or below the page."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.content.placeholders import fill
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    ADVICE_BELOW_MARGINS,
    ADVICE_MARGINS,
    LEAST_ADVICE_MM,
    TALLEST_ADVICE_MM,
    IconSize,
)
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.touch_button import TouchButton

_SHARE = 0.3
"""The most of the room above the bars that it takes from the list above it."""


class AdvicePanel(QWidget):
    """One card at a time; nothing at all before the first answer."""

    emergency_requested = Signal()

    def __init__(self, context: ViewContext, room: QSize, *, portrait: bool) -> None:
        super().__init__()
        self._context = context
        self._portrait = portrait
        self._room = room
        self._page: QWidget | None = None
        self._heading = ""
        px = context.look.metrics.px
        self._place = QVBoxLayout(self)
        margins = ADVICE_BELOW_MARGINS if portrait else ADVICE_MARGINS
        self._place.setContentsMargins(margins.in_px(px))
        self.hide()

    @property
    def heading(self) -> str:
        """The heading of the card, or an empty text while there is none."""
        return self._heading

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Show the card for this assessment in place of the one before."""
        self._page = None
        while item := self._place.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        answered = bool(visit.answers) or visit.none_of_these
        self._heading = ""
        if answered:
            self._heading = self._context.pack.advice[assessment.level].heading
            card = self._card(assessment, visit.answers)
            self._place.addWidget(self._fitted(card))
        self.setVisible(answered)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the height below a list: that of the card, up to a share of the room."""
        super().resizeEvent(event)
        self._fit()

    def _fitted(self, card: CareCardView) -> QWidget:
        """Return a card in an area that scrolls where the card is too long."""
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        strings, look = self._context.pack.strings, self._context.look
        area = ReadingArea(self._page, strings, look)
        area.setObjectName("advice")
        return area

    def _fit(self) -> None:
        if not self._portrait or not self._page:
            return
        edges = self._place.contentsMargins()
        width = self.width() - edges.left() - edges.right()
        height = labels.height_needed(self._page, width)
        needed = height + edges.top() + edges.bottom()
        tallest = self._context.look.metrics.px(TALLEST_ADVICE_MM)
        share = round(self._room.height() * _SHARE)
        least = self._context.look.metrics.px(LEAST_ADVICE_MM)
        self.setFixedHeight(min(needed, tallest, max(share, least)))

    def _card(self, assessment: Assessment, answers: frozenset[str]) -> CareCardView:
        pack, look = self._context.pack, self._context.look
        advice = pack.advice[assessment.level]
        body: list[QWidget] = [labels.plain("\n".join(advice.lines), TextStyle.BODY)]
        if answers and not assessment.takes_whole_screen:
            words = (w for answer, w in pack.answers.items() if answer in answers)
            touched = {"answers": " · ".join(words)}
            body.append(
                labels.plain(fill(pack.strings.you_touched, touched), TextStyle.QUIET)
            )
        if assessment.takes_whole_screen:
            icon = look.icon("emergency", Colour.EMERGENCY_INK, IconSize.MARK)
            again = TouchButton(pack.strings.show_again, icon, look, role=Role.AGAIN)
            again.clicked.connect(self.emergency_requested)
            body.append(again)
        return CareCardView(assessment.level, advice.heading, body, look)
