"""A card to show to staff: what was touched and how soon, in two languages.

It is on the screen alone, and gone with the visit.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kiosk.content.packs import Pack
from kiosk.content.placeholders import fill
from kiosk.domain.staff_call import CallState
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import SCREEN_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.call_row import CallRow
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.touch_button import way_back

_FEW = 3  # answers, which are written as large as a title


class StaffCard(QFrame):
    """The answers and the level in the visitor's language, and in that of the staff.

    Where staff can be called, it offers that.
    """

    closed = Signal()
    call_requested = Signal()

    def __init__(
        self,
        visit: Visit,
        assessment: Assessment,
        context: ViewContext,
        *,
        portrait: bool,
    ) -> None:
        super().__init__()
        set_role(self, Role.OVERLAY)
        self._context, self._visit, self._assessment = context, visit, assessment
        offers = context.offers_call
        self._call = CallRow(context, portrait=portrait) if offers else None
        if self._call:
            self._call.requested.connect(self.call_requested)
        page = self._built_page(portrait=portrait)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingArea(page, context.pack.strings, context.look))

    def _built_page(self, *, portrait: bool) -> QWidget:
        look, strings = self._context.look, self._context.pack.strings
        px = look.metrics.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SCREEN_MARGINS.in_px(px))
        column.setSpacing(px(Space.SMALL))
        column.addStretch(1)
        way = QBoxLayout.Direction
        cards = QBoxLayout(way.TopToBottom if portrait else way.LeftToRight)
        cards.setSpacing(px(Space.SMALL))
        for card in self._cards():
            cards.addWidget(card, 1)
        column.addLayout(cards)
        if self._call:
            column.addWidget(self._call)
        column.addWidget(labels.plain(strings.disclaimer, TextStyle.QUIET))
        back = way_back(strings.back_to_answers, look)
        back.clicked.connect(self.closed)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def show_call(self, state: CallState) -> None:
        """Show what the visitor is told of a call for staff."""
        if self._call:
            self._call.show_call(state)

    @property
    def heading(self) -> str:
        """How soon, in the visitor's language."""
        return self._how_soon(self._context.pack)

    def _cards(self) -> Iterator[CareCardView]:
        pack, staff_pack = self._context.pack, self._context.staff_pack
        yield self._card(pack)
        if staff_pack.language != pack.language:
            card = self._card(staff_pack)
            for label in card.findChildren(QWidget):
                label.setProperty(LANGUAGE, staff_pack.language)
            right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
            card.setLayoutDirection(right if staff_pack.rtl else left)
            yield card

    def _card(self, pack: Pack) -> CareCardView:
        touched, declined = self._visit.answers, self._visit.declined
        body: list[QWidget] = [
            labels.heading(pack.strings.touched_here, TextStyle.LEAD)
        ]
        few = len(touched) <= _FEW
        style = TextStyle.TITLE if few else TextStyle.SECTION
        body += [labels.plain(it, style) for it in _words(pack, touched)]
        if said := list(_words(pack, declined)):
            body.append(labels.heading(pack.strings.answered_no, TextStyle.LEAD))
            body.append(labels.plain(" · ".join(said), TextStyle.BODY))
        level = self._assessment.level
        return CareCardView(level, self._how_soon(pack), body, self._context.look)

    def _how_soon(self, pack: Pack) -> str:
        short = pack.advice[self._assessment.level].short
        return fill(pack.strings.how_soon, {"short": short})


def _words(pack: Pack, answers: frozenset[str]) -> Iterator[str]:
    return (said for answer, said in pack.answers.items() if answer in answers)
