"""The advice of one level on a care card, with questions or with what can be done."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.content.pages import PageKind
from kiosk.content.placeholders import fill
from kiosk.domain.follow_up import Question, open_questions, questions
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import IconSize, Space
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.question_row import QuestionRow
from kiosk.ui.widgets.take_home_button import take_home_button
from kiosk.ui.widgets.touch_button import TouchButton, text_button


class AdviceCard(QWidget):
    """A care card and the buttons below it.

    A card that `asks` questions shows the same text for all answers of its level. If
    the advice has no room above the questions, `fit` hides some of its lines: never
    the first one, nor the one about getting worse. `wide` puts replies beside their
    questions.
    """

    replied = Signal(Question, object)
    list_requested = Signal()
    staff_card_requested = Signal()
    take_home_requested = Signal(str)
    emergency_requested = Signal()

    def __init__(
        self,
        visit: Visit,
        assessment: Assessment,
        context: ViewContext,
        *,
        asks: bool,
        wide: bool,
    ) -> None:
        super().__init__()
        self.asks = asks
        self._context = context
        self._wide = wide
        self._rows: dict[Question, QuestionRow] = {}
        self._may_wait: list[QLabel] = []
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(context.look.metrics.px(Space.GAP))
        body = list(self._asking(assessment) if asks else self._telling(assessment))
        heading = advice_heading(context, visit, assessment)
        place.addWidget(CareCardView(assessment.level, heading, body, context.look))
        for widget in self._below_card(visit, assessment, asks=asks):
            place.addWidget(widget)

    def show_replies(self, visit: Visit) -> None:
        """Show which replies were given."""
        for question, row in self._rows.items():
            row.show_reply(question.reply_in(visit.answers, visit.declined))

    def fit(self, width: int, height: int) -> int:
        """Show as many lines as a size in pixels has room for; return its height."""
        for part in self._may_wait:
            _show_now(part, self, shown=True)
        for part in self._may_wait:
            if labels.height_needed(self, width) <= height:
                break
            _show_now(part, self, shown=False)
        return labels.height_needed(self, width)

    def _below_card(
        self, visit: Visit, assessment: Assessment, *, asks: bool
    ) -> Iterator[QWidget]:
        is_result = not (asks or assessment.takes_whole_screen)
        to_staff = [self._to_staff()] if visit.answers else []
        deeds = [*to_staff, *(self._take_home() if is_result else ())]
        yield from [_side_by_side(deeds, self._context)] if self._wide else deeds
        if visit.answers and is_result:
            yield self._touched(visit)

    def _asking(self, assessment: Assessment) -> Iterator[QWidget]:
        """Yield the advice, then the questions."""
        pack = self._context.pack
        yield from self._lines_so_far(assessment)
        yield from self._phone()
        asks = labels.heading(pack.strings.can_change, TextStyle.PART)
        self._may_wait.insert(0, asks)
        yield asks
        for question in questions(self._context.checklist):
            yield self._list_button() if question.is_list else self._row(question)

    def _lines_so_far(self, assessment: Assessment) -> Iterator[QLabel]:
        """Yield all lines; the first and that about getting worse never wait."""
        pack = self._context.pack
        lines = pack.advice[assessment.level].lines
        kept = {lines[0], self._whom_to_call(lines)}
        for line in lines:
            label = labels.plain(line, TextStyle.BODY)
            if line not in kept:
                self._may_wait.append(label)
            yield label

    def _whom_to_call(self, lines: Sequence[str]) -> str:
        """Return the line that says whom to call if it gets worse."""
        strings = self._context.pack.strings
        own = self._context.clinic.emergency_number
        number = own or strings.your_local_emergency_number
        return next((line for line in lines[1:] if number in line), lines[-1])

    def _telling(self, assessment: Assessment) -> Iterator[QWidget]:
        """Yield all of the advice."""
        pack, look = self._context.pack, self._context.look
        for line in pack.advice[assessment.level].lines:
            yield labels.plain(line, TextStyle.BODY)
        yield from self._phone()
        if assessment.takes_whole_screen:
            icon = look.icon("emergency", Colour.EMERGENCY_INK, IconSize.MARK)
            again = TouchButton(pack.strings.show_again, icon, look, role=Role.AGAIN)
            again.clicked.connect(self.emergency_requested)
            yield again

    def _phone(self) -> Iterator[QLabel]:
        """Yield how to call the clinic, if its number is set."""
        phone, pack = self._context.clinic.phone, self._context.pack
        if phone:
            text = fill(pack.strings.call_us, {"phone": pack.apart(phone)})
            yield labels.plain(text, TextStyle.ADDRESS)

    def _row(self, question: Question) -> QuestionRow:
        pack, look = self._context.pack, self._context.look
        text = pack.questions[question.factors[0]]
        row = QuestionRow(question, text, pack.strings, look, wide=self._wide)
        row.replied.connect(self.replied)
        self._rows[question] = row
        return row

    def _list_button(self) -> TouchButton:
        look, strings = self._context.look, self._context.pack.strings
        icon = look.icon("questions", Colour.ACCENT, IconSize.CONTROL)
        button = TouchButton(strings.any_of_these, icon, look, role=Role.DEED)
        button.setObjectName("any of these")
        button.clicked.connect(self.list_requested)
        return button

    def _to_staff(self) -> TouchButton:
        strings = self._context.pack.strings
        button = text_button(strings.show_to_staff, self._context.look, role=Role.DEED)
        button.setObjectName("show to staff")
        button.clicked.connect(self.staff_card_requested)
        return button

    def _take_home(self) -> Iterator[TouchButton]:
        """Yield what offers the checklist's page, which holds no answer."""
        pages, kind = self._context.pack.pages, PageKind.CHECKLIST
        page = next((it.id for it in pages if it.kind is kind), "")
        if button := take_home_button(self._context, Role.DEED):
            button.clicked.connect(partial(self.take_home_requested.emit, page))
            yield button

    def _touched(self, visit: Visit) -> QLabel:
        pack = self._context.pack
        words = (w for answer, w in pack.answers.items() if answer in visit.answers)
        touched = {"answers": " · ".join(words)}
        return labels.plain(fill(pack.strings.you_touched, touched), TextStyle.QUIET)


def _side_by_side(buttons: Sequence[QWidget], context: ViewContext) -> QWidget:
    row = QWidget()
    beside = QHBoxLayout(row)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(context.look.metrics.px(Space.GAP))
    for button in buttons:
        beside.addWidget(button, 1)
    return row


def _show_now(part: QWidget, card: QWidget, *, shown: bool) -> None:
    """Show or hide a part of a card, whose height is asked for before Qt tells it."""
    part.setVisible(shown)
    around = part.parentWidget()
    while around and around is not card:
        around.updateGeometry()
        around = around.parentWidget()


def advice_heading(context: ViewContext, visit: Visit, assessment: Assessment) -> str:
    """Return the heading of the advice, empty before the first answer."""
    pack, checklist = context.pack, context.checklist
    if not visit.answers and not visit.none_of_these:
        return ""
    if open_questions(checklist, visit.answers, visit.declined):
        return line_of(context, visit, assessment)
    return pack.advice[assessment.level].heading


def line_of(context: ViewContext, visit: Visit, assessment: Assessment) -> str:
    """Return the advice in a few words, "so far" while a question is open."""
    pack = context.pack
    short = pack.advice[assessment.level].short
    if open_questions(context.checklist, visit.answers, visit.declined):
        return fill(pack.strings.so_far, {"short": short})
    return short[:1].upper() + short[1:]
