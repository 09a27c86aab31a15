"""The symptom checklist: large rows to tick, by areas of the body, and the advice.

It reports each touch; `Checklist` decides its meaning.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.content.pages import Page
from kiosk.domain.advice_place import AdvicePlace
from kiosk.domain.follow_up import Question, questions
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import CHECKLIST_HEAD_MARGINS, Space
from kiosk.ui.style.names import TextStyle
from kiosk.ui.style.repaint import set_static_contents
from kiosk.ui.widgets.advice_card import advice_heading
from kiosk.ui.widgets.advice_stand import AdviceStand
from kiosk.ui.widgets.answer_list import AnswerList
from kiosk.ui.widgets.area_chips import AreaChips
from kiosk.ui.widgets.reading_area import ReadingArea

_CHIPS_SHARE = 3
"""A page so many times as high as its chips has them; a lower one is for its rows."""


class ChecklistView(QWidget):
    """The rows in an `area` that scrolls, chips that jump above it, advice beside it.

    Where there is no room for all of the advice, `advice_requested` asks for it.
    """

    answer_toggled = Signal(str)
    none_chosen = Signal(bool)
    replied = Signal(Question, object)
    advice_requested = Signal()
    staff_card_requested = Signal()
    take_home_requested = Signal(str)
    emergency_requested = Signal()

    def __init__(
        self,
        page: Page,
        context: ViewContext,
        visit: Visit,
        assessment: Assessment,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: QWidget | None = None
        self._list = AnswerList(page.summary, context)
        head_and_list = _GivingWay(self)
        set_static_contents(head_and_list)
        self.area = ReadingArea(
            self._list, context.pack.strings, context.look, parent=head_and_list
        )
        self.area.set_sections(self._list.sections)
        self._chips = AreaChips(context.pack, context.look)
        self._stand = AdviceStand(page.summary, context, self)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._lay_out(page, head_and_list)
        self._whole.addWidget(head_and_list, 1)
        self._whole.addWidget(self._stand)
        self._connect()
        self.show_visit(visit, assessment)

    @property
    def advice_heading(self) -> str:
        """The heading of the advice, or an empty text while there is none."""
        return self._heading

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Show the answers of a visit, the number in each area, and the advice."""
        self._heading = advice_heading(self._context, visit, assessment)
        self._list.show_visit(visit)
        symptoms = self._context.checklist.symptoms
        ticked = [it.group for it in symptoms if it.id in visit.answers]
        self._chips.show_counts({group: ticked.count(group) for group in ticked})
        self._stand.show_visit(visit, assessment)

    def prepare_advice(self) -> bool:
        """Build advice that one touch can bring; return False if none is left."""
        return self._stand.prepare()

    def show_row(self, answer: str) -> None:
        """Bring the row of an answer into sight, once it has its place."""
        self._bring(self._list.row(answer))

    def show_others(self) -> None:
        """Bring the factors that have no question of their own into sight."""
        for question in questions(self._context.checklist):
            if question.is_list:
                section = self._list.section_of(question.factors[0])
                self._bring(self._list.section(section))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the advice where it has room."""
        super().resizeEvent(event)
        metrics = self._context.look.metrics
        width, height = self.contentsRect().size().toTuple()
        px = metrics.px_per_mm
        place = AdvicePlace.of(width / px, height / px, metrics.text_scale)
        beside = place is AdvicePlace.BESIDE
        way = QBoxLayout.Direction
        self._whole.setDirection(way.LeftToRight if beside else way.TopToBottom)
        edges = metrics.px(CHECKLIST_HEAD_MARGINS.left + CHECKLIST_HEAD_MARGINS.right)
        chips = self._chips.height_in(width - edges) * _CHIPS_SHARE
        self._chips.setVisible(chips <= height and not metrics.is_large)
        self._list.show_lead(shown=place is AdvicePlace.BELOW)
        self._stand.stand(place, width, height)

    def _lay_out(self, page: Page, whole: QWidget) -> None:
        """Put title and chips above the list."""
        px = self._context.look.metrics.px
        head = QVBoxLayout()
        head.setContentsMargins(CHECKLIST_HEAD_MARGINS.in_px(px))
        head.setSpacing(px(Space.GAP))
        is_low = bool(self._context.notices) and self._context.look.metrics.is_large
        style = TextStyle.COMPACT_HEADING if is_low else TextStyle.TITLE
        head.addWidget(labels.heading(page.title, style))
        head.addWidget(self._chips)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)

    def _connect(self) -> None:
        self._chips.chosen.connect(self._jump)
        self.area.section_changed.connect(self._mark)
        self._list.answer_toggled.connect(self.answer_toggled)
        self._list.answer_toggled.connect(self.show_row)  # with the advice there now
        self._list.none_chosen.connect(self.none_chosen)
        self._list.replied.connect(self.replied)
        self._stand.replied.connect(self.replied)
        self._stand.list_requested.connect(self.show_others)
        self._stand.staff_card_requested.connect(self.staff_card_requested)
        self._stand.take_home_requested.connect(self.take_home_requested)
        self._stand.emergency_requested.connect(self.emergency_requested)
        self._stand.advice_requested.connect(self.advice_requested)

    def _jump(self, area: str) -> None:
        self._wanted = None
        self.area.go_to_section(self._list.place_of(area))
        self._chips.mark(area)

    def _mark(self, place: int) -> None:
        self._chips.mark(self._list.area_at(place))

    def _bring(self, widget: QWidget) -> None:
        """Scroll to a widget now, and again once every part has its size."""
        self._wanted = widget
        self._scroll()
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        if self._wanted:
            self.area.scroll_to(self._wanted)


class _GivingWay(QWidget):
    """A widget that the layout makes less high than its words and rows would need.

    A box layout would not: it shares a height that is too small for them in halves.
    """

    def hasHeightForWidth(self) -> bool:
        """Return False, although there are labels in it that wrap."""
        return False
