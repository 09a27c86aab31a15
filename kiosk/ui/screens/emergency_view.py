"""The emergency screen: get help now. It has the whole glass, and never scrolls."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kiosk.content.packs import Pack
from kiosk.content.placeholders import fill
from kiosk.domain.staff_call import CallState
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    EMERGENCY_FOOT_MARGINS,
    EMERGENCY_MARGINS,
    EMERGENCY_TIGHT_MARGINS,
    SAY_MARGINS,
    Margins,
    Space,
)
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.call_words import CallTitle
from kiosk.ui.widgets.emergency_controls import EmergencyControls
from kiosk.ui.widgets.emergency_size import EmergencySize, Glass
from kiosk.ui.widgets.idle_notice import EmergencyNotice
from kiosk.ui.widgets.review_line import advice_checked_words

MOST_SYMPTOMS = 4
_SECONDS = 60
"""As many as a notice can have left."""


class EmergencyView(QFrame):
    """Steps to take and words to say; no code and no link. Emits `closed`.

    `controls` at its foot are the way back, the languages, the voice and the end, and
    where staff can be called, that: the title then gives way to what comes of it.
    """

    closed = Signal()
    call_requested = Signal()

    def __init__(
        self,
        answers: frozenset[str],
        context: ViewContext,
        *,
        glass: Glass,
        listening: bool,
        size: EmergencySize,
    ) -> None:
        super().__init__()
        set_role(self, Role.EMERGENCY)
        self._context = context
        self._answers = answers
        self._size = size
        self._width = glass.size.width()
        edges = self._edges(EMERGENCY_FOOT_MARGINS) + glass.around_foot
        width = self._width - edges.left() - edges.right()
        self.controls = EmergencyControls(
            context, width, has_answers=bool(answers), listening=listening
        )
        self.controls.closed.connect(self.closed)
        self.controls.call_requested.connect(self.call_requested)
        self._call_title: CallTitle | None = None
        self._fill(edges, portrait=glass.size.height() > glass.size.width())

    def _fill(self, edges: QMargins, *, portrait: bool) -> None:
        px = self._context.look.metrics.px
        column = QVBoxLayout()
        tight = self._size.tight
        column.setContentsMargins(self._edges(EMERGENCY_MARGINS))
        column.setSpacing(px(Space.GAP if tight else Space.SMALL))
        column.addStretch(1)
        column.addWidget(self._built_title())
        way = QBoxLayout.Direction
        body = QBoxLayout(way.TopToBottom if portrait else way.LeftToRight)
        body.setSpacing(px(Space.SMALL if tight else Space.LARGE))
        steps, say = (1, 1) if tight or self._is_bilingual else (3, 2)
        body.addLayout(self._steps(), steps)
        body.addWidget(self._words_to_say(), say, Qt.AlignmentFlag.AlignTop)
        column.addLayout(body)
        column.addStretch(1)
        if self._size.says_who_checked:
            checked = advice_checked_words(self._context)
            column.addWidget(labels.plain(checked, TextStyle.QUIET_ON_EMERGENCY))
        self._foot = self._built_foot(edges)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addLayout(self._foot)

    def _built_title(self) -> QWidget:
        strings, style = self._context.pack.strings, self._size.title
        if not self._context.offers_call:
            return labels.heading(strings.emergency_title, style)
        self._call_title = CallTitle(strings.emergency_title, strings, style)
        return self._call_title

    def show_call(self, state: CallState) -> None:
        """Show what the visitor is told of a call for staff."""
        if self._call_title:
            self._call_title.show_call(state)

    def _built_foot(self, edges: QMargins) -> QGridLayout:
        foot = QGridLayout()
        foot.setContentsMargins(edges)
        foot.addWidget(self.controls, 0, 0)
        foot.setRowMinimumHeight(0, self._notice_height(edges))
        return foot

    def _edges(self, usual: Margins) -> QMargins:
        margins = EMERGENCY_TIGHT_MARGINS if self._size.tight else usual
        return margins.in_px(self._context.look.metrics.px)

    def _notice_height(self, edges: QMargins) -> int:
        """Return the height that a notice needs in the place of the controls."""
        notice = EmergencyNotice(self._context)
        notice.show_seconds_left(_SECONDS)
        return labels.height_needed(notice, self._width - edges.left() - edges.right())

    def show_notice(self, notice: QWidget) -> None:
        """Show a notice in the place of the controls, and of nothing else."""
        self._foot.addWidget(notice, 0, 0)
        notice.raise_()
        notice.show()

    @property
    def first_words(self) -> str:
        """The first words to read aloud: this is an emergency, and whom to ask."""
        strings = self._context.pack.strings
        return f"{strings.emergency_title}. {self._where}"

    @property
    def _is_bilingual(self) -> bool:
        context = self._context
        return context.staff_pack.language != context.pack.language

    @property
    def _where(self) -> str:
        strings = self._context.pack.strings
        if self._context.clinic.desk:
            return strings.emergency_desk
        return strings.emergency_anyone

    def _steps(self) -> QVBoxLayout:
        """Return the numbered steps; all numbers are as wide as the widest."""
        strings, px = self._context.pack.strings, self._context.look.metrics.px
        column = QVBoxLayout()
        column.setSpacing(px(Space.GAP if self._size.tight else Space.SMALL))
        steps = (
            self._where,
            strings.emergency_elsewhere,
            strings.emergency_drive,
            strings.emergency_swallow,
        )
        counts = [self._count(number) for number in range(1, len(steps) + 1)]
        widest = max(count.sizeHint().width() for count in counts)
        for count, step in zip(counts, steps, strict=True):
            row = QHBoxLayout()
            row.setSpacing(px(Space.SMALL))
            count.setFixedWidth(widest)
            row.addWidget(self._lowered(count, step), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._step(step), 1)
            column.addLayout(row)
        column.addStretch(1)
        return column

    def _count(self, number: int) -> QLabel:
        count = labels.plain(self._context.pack.number(number), self._size.step)
        count.setWordWrap(False)
        count.ensurePolished()
        return count

    def _step(self, text: str) -> QLabel:
        """Return the words of a step; the number to call is larger than all others."""
        if not self._calls(text):
            return labels.plain(text, self._size.step)
        look, number = self._context.look, self._context.clinic.emergency_number
        px = look.metrics.text_px(self._size.number)
        return labels.with_larger(text, number, px, self._size.step, rtl=look.mirrored)

    def _calls(self, text: str) -> bool:
        number = self._context.clinic.emergency_number
        return bool(number) and number in text

    def _lowered(self, count: QLabel, step: str) -> QLabel:
        """Put the number of a step on the line of its words, which may be higher."""
        if self._calls(step):
            metrics = self._context.look.metrics
            font, larger = QFont(count.font()), QFont(count.font())
            larger.setPixelSize(metrics.text_px(self._size.number))
            larger.setBold(True)
            lower = QFontMetrics(larger).ascent() - QFontMetrics(font).ascent()
            count.setContentsMargins(0, max(0, lower), 0, 0)
        return count

    def _words_to_say(self) -> QFrame:
        """Return the words to say, also in the language of the staff who hear them."""
        pack, staff_pack = self._context.pack, self._context.staff_pack
        card = QFrame()
        set_role(card, Role.SAY)
        column = QVBoxLayout(card)
        px = self._context.look.metrics.px
        column.setContentsMargins(SAY_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        if not (self._is_bilingual and self._size.staff_only):
            self._add_words(column, pack.strings.say_this, pack)
        if self._is_bilingual:
            self._add_words(column, pack.strings.show_staff, staff_pack)
        return card

    def _add_words(self, column: QVBoxLayout, heading: str, pack: Pack) -> None:
        """Add the words to say in a language, below a heading in the visitor's."""
        column.addWidget(labels.heading(heading, TextStyle.SAY_HEADING))
        for line in self._sentences(pack):
            label = labels.plain(line, self._size.say)
            if pack is not self._context.pack:
                label.setProperty(LANGUAGE, pack.language)
            column.addWidget(label)

    def _sentences(self, pack: Pack) -> tuple[str, ...]:
        """Return when the treatment was, and what was touched, if anything was."""
        strings, symptoms = pack.strings, self._symptoms(pack)
        if not symptoms:
            return (strings.say_words,)
        return strings.say_words, fill(strings.say_symptoms, {"symptoms": symptoms})

    def _symptoms(self, pack: Pack) -> str:
        """Return the names of the most urgent symptoms, as many as the size allows."""
        symptoms = self._context.checklist.symptoms
        touched = [s for s in symptoms if s.id in self._answers]
        touched.sort(key=lambda symptom: symptom.level, reverse=True)
        most = 1 if self._size.tight else MOST_SYMPTOMS
        names = [pack.answers[s.id] for s in touched[:most]]
        return pack.strings.between_symptoms.join(names).lower()
