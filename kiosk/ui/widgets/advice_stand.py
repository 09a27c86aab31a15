"""The place of the advice on the checklist's screen: a panel, or a line to open it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.domain.advice_place import AdvicePlace, panel_width_mm
from kiosk.domain.follow_up import Question
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import ADVICE_BELOW_MARGINS, ADVICE_MARGINS, Space
from kiosk.ui.style.names import TextStyle
from kiosk.ui.widgets.advice_card import line_of
from kiosk.ui.widgets.advice_line import AdviceLine
from kiosk.ui.widgets.advice_panel import AdvicePanel
from kiosk.ui.widgets.empty_layout import empty
from kiosk.ui.widgets.reading_area import ReadingArea

_MOST_OF_HEIGHT = 0.58
_ANY = (1 << 24) - 1  # the most that Qt knows


class AdviceStand(QWidget):
    """Show the advice where it has room; beside a list, first what the list is for."""

    replied = Signal(Question, object)
    list_requested = Signal()
    staff_card_requested = Signal()
    take_home_requested = Signal(str)
    emergency_requested = Signal()
    advice_requested = Signal()

    def __init__(
        self, summary: str, context: ViewContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._summary = summary
        self._context = context
        self._place: AdvicePlace | None = None
        self._panel: AdvicePanel | None = None
        self._lead: QLabel | None = None
        self._room = 0, 0
        self._state = Visit(), Assessment()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Show the advice on the answers of a visit."""
        self._state = visit, assessment
        self._show()

    def prepare(self) -> bool:
        """Build advice that one touch can bring; return False if none is left."""
        return bool(self._panel and self._panel.prepare())

    def stand(self, place: AdvicePlace, width: int, height: int) -> None:
        """Stand at a place on a screen of a size in pixels."""
        self._room = width, height
        if place is not self._place:
            self._place = place
            self._rebuild(place)
        self._fit()

    def _rebuild(self, place: AdvicePlace) -> None:
        self._clear()
        self._panel = self._lead = None
        px = self._context.look.metrics.px
        below = place is not AdvicePlace.BESIDE
        margins = ADVICE_BELOW_MARGINS if below else ADVICE_MARGINS
        self._column.setContentsMargins(margins.in_px(px))
        if place is not AdvicePlace.LINE:
            self._add_panel(wide=below)
        self._show()

    def _add_panel(self, *, wide: bool) -> None:
        self._panel = panel = AdvicePanel(self._context, wide=wide)
        panel.replied.connect(self.replied)
        panel.list_requested.connect(self.list_requested)
        panel.staff_card_requested.connect(self.staff_card_requested)
        panel.take_home_requested.connect(self.take_home_requested)
        panel.emergency_requested.connect(self.emergency_requested)
        self._lead = lead = labels.plain(self._summary, TextStyle.LEAD)
        lead.setMargin(self._context.look.metrics.px(Space.GAP))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(lead)
        column.addWidget(panel)
        column.addStretch(1)
        look, strings = self._context.look, self._context.pack.strings
        area = ReadingArea(page, strings, look)
        area.setObjectName("advice")
        self._column.addWidget(area)

    def _show(self) -> None:
        """Show the advice on the answers, or hide it while there are none.

        To go it is hidden before its parts change, to come it is shown after that: so
        Qt lays out the list beside it once, and not at each step.
        """
        visit, assessment = self._state
        answered = bool(visit.answers) or visit.none_of_these
        shown = answered or self._place is AdvicePlace.BESIDE
        if not shown:
            self.hide()
        if self._panel and self._lead:
            self._lead.setVisible(not answered)
            self._panel.setVisible(answered)
            self._panel.show_visit(visit, assessment)
        elif self._place is AdvicePlace.LINE:
            self._clear()
            if answered:
                line = self._line(visit, assessment)
                self._column.addWidget(line)
                line.show()
        self._fit()
        if shown:
            self.show()

    def _line(self, visit: Visit, assessment: Assessment) -> AdviceLine:
        text = line_of(self._context, visit, assessment)
        look, strings = self._context.look, self._context.pack.strings
        line = AdviceLine(assessment.level, text, strings.show_again, look)
        line.clicked.connect(self.advice_requested)
        return line

    def _fit(self) -> None:
        """Keep a panel beside to its width, and one below to a share of the height."""
        width, height = self._room
        edges = self._column.contentsMargins()
        across, above = edges.left() + edges.right(), edges.top() + edges.bottom()
        if self._place is AdvicePlace.BESIDE and self._panel:
            metrics = self._context.look.metrics
            wide = metrics.px(panel_width_mm(width / metrics.px_per_mm))
            self.setFixedWidth(wide)
            self._panel.fit(wide - across, height - above)
        elif self._place is AdvicePlace.BELOW and self._panel:
            most = round(height * _MOST_OF_HEIGHT)
            needed = self._panel.fit(width - across, most - above) + above
            self.setFixedHeight(min(needed, most))

    def _clear(self) -> None:
        self.setMinimumSize(0, 0)
        self.setMaximumSize(_ANY, _ANY)
        empty(self._column)
