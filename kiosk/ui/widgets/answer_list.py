"""The rows of the checklist: the symptoms of danger, each area, then the factors."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.follow_up import Question, Reply, questions
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import CHECKLIST_MARGINS, Space
from kiosk.ui.style.names import TextStyle
from kiosk.ui.style.repaint import set_static_contents
from kiosk.ui.widgets.page_sections import Section
from kiosk.ui.widgets.tick_row import TickRow


class AnswerList(QWidget):
    """A row for each answer, in sections; it reports each touch.

    `replied` has a reply, or `None` for one that is taken back.
    """

    answer_toggled = Signal(str)
    none_chosen = Signal(bool)
    replied = Signal(Question, object)

    def __init__(self, summary: str, context: ViewContext) -> None:
        super().__init__()
        set_static_contents(self)
        self._context = context
        self._rows: dict[str, TickRow] = {}
        self._sections: dict[str, QWidget] = {}
        self._names: dict[str, str] = {}
        px = context.look.metrics.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(CHECKLIST_MARGINS.in_px(px))
        self._column.setSpacing(px(Space.SMALL))
        self._lead = labels.plain(summary, TextStyle.LEAD)
        self._column.addWidget(self._lead)
        self._add_questions()
        self._others = self._add_none_of_others()
        self._none = self._add_none()
        self._column.addStretch(1)

    def show_visit(self, visit: Visit) -> None:
        """Tick the answers of a visit; enable "none" only while nothing is ticked."""
        for answer, row in self._rows.items():
            row.set_ticked(answer in visit.answers)
        self._none.setEnabled(not visit.answers)
        self._none.set_ticked(visit.none_of_these)
        self._show_why(shown=bool(visit.answers))
        for question, row in self._others.items():
            reply = question.reply_in(visit.answers, visit.declined)
            row.setEnabled(reply is not Reply.YES)
            row.set_ticked(reply is Reply.NO)

    def show_lead(self, *, shown: bool) -> None:
        """Show what the list is for above it, or leave it to another part."""
        self._lead.setVisible(shown)

    def row(self, answer: str) -> TickRow:
        """Return the row of an answer; raises `KeyError` if there is none."""
        return self._rows[answer]

    @property
    def sections(self) -> list[Section]:
        """The sections in order, by the short names of their areas."""
        return [Section(self._names[name], it) for name, it in self._sections.items()]

    def section(self, name: str) -> QWidget:
        """Return the heading and rows of a group or topic."""
        return self._sections[name]

    def place_of(self, name: str) -> int:
        """Return the index of a section."""
        return list(self._sections).index(name)

    def area_at(self, place: int) -> str:
        """Return the name of the section with this index."""
        return list(self._sections)[place]

    def section_of(self, answer: str) -> str:
        """Return the name of the section with the row of an answer."""
        row = self._rows[answer]
        return next(
            (name for name, it in self._sections.items() if it.isAncestorOf(row)), ""
        )

    def _show_why(self, *, shown: bool) -> None:
        """Show or hide the line that says why "none" cannot be touched.

        The layout is off meanwhile, and the list is resized at once: else Qt squeezes
        all rows into the height before, and then moves them back.
        """
        if self._why.isHidden() is not shown:
            return
        self._column.setEnabled(False)
        self._why.setVisible(shown)
        self._column.setEnabled(True)
        if self.isVisible() and (around := self.parentWidget()):
            needed = self.heightForWidth(self.width())
            self.resize(self.width(), max(around.height(), needed))

    def _add_questions(self) -> None:
        checklist, pack = self._context.checklist, self._context.pack
        first = (s.id for s in checklist.symptoms if s.asked_first)
        self._add_section("", pack.strings.asked_first, first)
        for group in checklist.groups:
            ids = (symptom.id for symptom in checklist.in_group(group))
            self._add_section(group, pack.groups[group], ids)
        for topic in checklist.topics:
            ids = (f.id for f in checklist.factors if f.topic == topic)
            self._add_section(topic, pack.topics[topic], ids)

    def _add_section(self, name: str, heading: str, answers: Iterable[str]) -> None:
        column = self._new_section(name, heading)
        for answer in answers:
            words = self._context.pack.answers[answer]
            row = self._new_row(words, answer)
            row.clicked.connect(partial(self.answer_toggled.emit, answer))
            self._rows[answer] = row
            column.addWidget(row)

    def _new_section(self, name: str, heading: str) -> QVBoxLayout:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.look.metrics.px(Space.GAP))
        column.addWidget(labels.heading(heading, TextStyle.SECTION))
        self._sections[name] = section
        self._names[name] = self._context.pack.areas.get(name, heading)
        self._column.addWidget(section)
        return column

    def _new_row(self, words: str, name: str) -> TickRow:
        answers = self._context.checklist.answers
        sign = self._context.library.sign_picture(name) if name in answers else None
        row = TickRow(words, self._context.look, ticked=False, sign=sign)
        row.setObjectName(name)
        return row

    def _add_none_of_others(self) -> dict[Question, TickRow]:
        """Add a row that answers the question about a list with "no", below it."""
        rows = {}
        for question in questions(self._context.checklist):
            if question.is_list:
                row = self._new_row(self._context.pack.strings.none_fit, "none fit")
                row.clicked.connect(partial(self._decline, question, row))
                last = self._sections[self.section_of(question.factors[-1])]
                if column := last.layout():
                    column.addWidget(row)
                rows[question] = row
        return rows

    def _decline(self, question: Question, row: TickRow) -> None:
        self.replied.emit(question, Reply.NO if row.isChecked() else None)

    def _add_none(self) -> TickRow:
        strings = self._context.pack.strings
        column = self._new_section("none", strings.none_heading)
        row = self._new_row(strings.none_of_these, "none")
        row.clicked.connect(self.none_chosen)
        column.addWidget(row)
        self._why = labels.plain(strings.none_taken, TextStyle.QUIET)
        column.addWidget(self._why)
        return row
