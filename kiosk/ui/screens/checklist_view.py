"""The symptom checklist: large rows to tick, grouped by complication.

It reports each touch; `Checklist` decides its meaning.
"""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.content.pages import Page
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import CHECKLIST_MARGINS, Space
from kiosk.ui.style.names import TextStyle
from kiosk.ui.widgets.tick_row import TickRow


class ChecklistView(QWidget):
    """A row for each answer: first the symptoms of danger, then each group."""

    answer_toggled = Signal(str)
    none_chosen = Signal(bool)

    def __init__(self, page: Page, context: ViewContext, visit: Visit) -> None:
        super().__init__()
        self._context = context
        self._visit = visit
        px = context.look.metrics.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(CHECKLIST_MARGINS.in_px(px))
        self._column.setSpacing(px(Space.GAP))
        self._column.addWidget(labels.heading(page.title, TextStyle.TITLE))
        self._column.addWidget(labels.plain(page.summary, TextStyle.LEAD))
        self._add_questions()
        self._none = self._add_none()
        self._column.addStretch(1)
        self.show_visit(visit)

    def show_visit(self, visit: Visit) -> None:
        """Enable "none of these" only while no other answer is ticked."""
        self._none.setEnabled(not visit.answers)
        self._none.set_ticked(visit.none_of_these)
        self._why.setVisible(bool(visit.answers))

    def _add_questions(self) -> None:
        checklist, pack = self._context.checklist, self._context.pack
        first = (s.id for s in checklist.symptoms if s.asked_first)
        self._add_rows(pack.strings.asked_first, first)
        for group in checklist.groups:
            ids = (symptom.id for symptom in checklist.in_group(group))
            self._add_rows(pack.groups[group], ids)
        for topic in checklist.topics:
            ids = (f.id for f in checklist.factors if f.topic == topic)
            self._add_rows(pack.topics[topic], ids)

    def _add_rows(self, heading: str, answers: Iterable[str]) -> None:
        self._column.addSpacing(self._column.spacing())
        self._column.addWidget(labels.heading(heading, TextStyle.SECTION))
        for answer in answers:
            words = self._context.pack.answers[answer]
            ticked = answer in self._visit.answers
            sign = self._context.library.sign_picture(answer)
            row = TickRow(words, self._context.look, ticked=ticked, sign=sign)
            row.setObjectName(answer)
            row.clicked.connect(partial(self.answer_toggled.emit, answer))
            self._column.addWidget(row)

    def _add_none(self) -> TickRow:
        strings = self._context.pack.strings
        self._column.addSpacing(self._column.spacing())
        self._column.addWidget(labels.heading(strings.none_heading, TextStyle.SECTION))
        row = TickRow(strings.none_of_these, self._context.look, ticked=False)
        row.setObjectName("none")
        row.clicked.connect(self.none_chosen)
        self._column.addWidget(row)
        self._why = labels.plain(strings.none_taken, TextStyle.QUIET)
        self._column.addWidget(self._why)
        return row
