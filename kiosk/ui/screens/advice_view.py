"""All of the advice, in place of a page that has room for a line of it alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import SCREEN_MARGINS, Space
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.advice_card import advice_heading
from kiosk.ui.widgets.advice_panel import AdvicePanel
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.review_line import advice_checked_words
from kiosk.ui.widgets.touch_button import way_back


class AdviceView(QFrame):
    """The advice panel above a way back to the answers. Emits `closed`."""

    closed = Signal()

    def __init__(
        self, visit: Visit, assessment: Assessment, context: ViewContext
    ) -> None:
        super().__init__()
        set_role(self, Role.OVERLAY)
        look, strings, way = context.look, context.pack.strings, QBoxLayout.Direction
        px = look.metrics.px
        self.heading = advice_heading(context, visit, assessment)
        has_room = not (look.metrics.is_large or look.metrics.is_portrait)
        self.panel = AdvicePanel(context, wide=has_room)
        self.show_visit(visit, assessment)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SCREEN_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        column.addWidget(self.panel)
        back = way_back(strings.back_to_answers, look)
        back.clicked.connect(self.closed)
        foot = QBoxLayout(way.LeftToRight if has_room else way.TopToBottom)
        foot.setSpacing(px(Space.SMALL))
        foot.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(labels.plain(advice_checked_words(context), TextStyle.QUIET), 1)
        column.addLayout(foot)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingArea(page, strings, look))

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Show the advice on other answers."""
        self.panel.show_visit(visit, assessment)
