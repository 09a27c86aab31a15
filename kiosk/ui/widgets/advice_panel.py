"""The advice on the answers so far, and the questions whose answers can change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.domain.follow_up import Question, open_questions
from kiosk.domain.triage import Assessment, Level
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.widgets.advice_card import AdviceCard
from kiosk.ui.widgets.touch_button import TouchButton

_Key = tuple[Level, bool, frozenset[str]]


class AdvicePanel(QWidget):
    """One card of advice at a time; nothing at all before the first answer.

    A card that still asks is the same for all answers of a level, and is kept for the
    rest of the visit. `wide` is for a panel with room for replies beside questions.
    `list_requested` asks for the factors that have no question of their own,
    `take_home_requested` for the checklist's page, as it is for everybody.
    """

    replied = Signal(Question, object)
    list_requested = Signal()
    staff_card_requested = Signal()
    take_home_requested = Signal(str)
    emergency_requested = Signal()

    def __init__(self, context: ViewContext, *, wide: bool) -> None:
        super().__init__()
        self._context = context
        self._wide = wide
        self._room = 0, 0
        self._card: AdviceCard | None = None
        self._cards: dict[_Key, AdviceCard] = {}
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Show the card for this assessment in place of the one before."""
        answered = bool(visit.answers) or visit.none_of_these
        card = self._card_for(visit, assessment) if answered else None
        if card is not self._card:
            self._bring(card)
        if card:
            card.show_replies(visit)

    def prepare(self) -> bool:
        """Build a card that one touch can bring; return False if there is none left."""
        checklist, known = self._context.checklist, len(self._cards)
        for level in Level:
            symptoms = (it.id for it in checklist.symptoms if it.level is level)
            visit = Visit(answers=frozenset([*symptoms][:1]))
            if visit.answers and self._asks(visit):
                card = self._card_for(visit, checklist.assess(visit.answers))
                if len(self._cards) > known:
                    card.fit(*self._room)
                    return True
        return False

    def fit(self, width: int, height: int) -> int:
        """Show as many lines as a size in pixels has room for; return its height."""
        self._room = width, height
        if not self._card:
            return 0
        needed = self._card.fit(width, height)
        self._card.updateGeometry()  # or it is painted once at its height before
        return needed

    def _asks(self, visit: Visit) -> bool:
        checklist = self._context.checklist
        return bool(open_questions(checklist, visit.answers, visit.declined))

    def _card_for(self, visit: Visit, assessment: Assessment) -> AdviceCard:
        """Return the card, built if it is not there yet."""
        asks = self._asks(visit)
        answers = frozenset[str]() if asks else visit.answers
        key = assessment.level, visit.none_of_these, answers
        if key not in self._cards:
            self._cards[key] = self._build(visit, assessment, asks=asks)
        return self._cards[key]

    def _build(self, visit: Visit, assessment: Assessment, *, asks: bool) -> AdviceCard:
        card = AdviceCard(visit, assessment, self._context, asks=asks, wide=self._wide)
        card.replied.connect(self.replied)
        card.list_requested.connect(self.list_requested)
        card.staff_card_requested.connect(self.staff_card_requested)
        card.take_home_requested.connect(self.take_home_requested)
        card.emergency_requested.connect(self.emergency_requested)
        card.hide()
        self._place.addWidget(card)
        return card

    def _bring(self, card: AdviceCard | None) -> None:
        """Show a card in place of another; delete those that are of other answers."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._card = card
        for key, other in [*self._cards.items()]:
            if other is not card:
                other.hide()
                if not other.asks:
                    self._place.removeWidget(other)
                    other.deleteLater()
                    del self._cards[key]
        if card:
            card.show()  # now, not when the layout comes to it
        if card and had_focus and (first := card.findChild(TouchButton)):
            first.setFocus()
