"""The emergency screen: get help now."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.content.packs import Pack
from kiosk.content.placeholders import fill
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    EMERGENCY_FOOT_MARGINS,
    EMERGENCY_MARGINS,
    SAY_MARGINS,
    IconSize,
    Space,
)
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.touch_button import TouchButton


@dataclass(frozen=True, slots=True)
class EmergencySize:
    """The text styles of an emergency, and how many symptoms are named at most."""

    title: TextStyle
    step: TextStyle
    number: TextStyle
    say: TextStyle
    symptoms: int = 4


EMERGENCY_SIZES = (
    EmergencySize(
        TextStyle.SHOUT, TextStyle.STEP, TextStyle.STEP_NUMBER, TextStyle.SAY
    ),
    EmergencySize(
        TextStyle.SHOUT,
        TextStyle.STEP_SMALLER,
        TextStyle.STEP_SMALLER_NUMBER,
        TextStyle.SAY,
    ),
    EmergencySize(
        TextStyle.SHOUT_SMALLER,
        TextStyle.STEP_SMALLEST,
        TextStyle.STEP_SMALLEST_NUMBER,
        TextStyle.SAY_SMALLER,
        symptoms=2,
    ),
)
"""The largest first."""


class EmergencyView(QFrame):
    """Steps to take and words to say; no code and no link. Emits `closed`."""

    closed = Signal()

    def __init__(
        self,
        answers: frozenset[str],
        context: ViewContext,
        *,
        portrait: bool,
        size: EmergencySize,
    ) -> None:
        super().__init__()
        set_role(self, Role.EMERGENCY)
        self._context = context
        self._answers = answers
        self._size = size
        look, strings = context.look, context.pack.strings
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._page = QWidget()
        set_role(self._page, Role.EMERGENCY)
        self._fill(QVBoxLayout(self._page), portrait=portrait)
        whole.addWidget(ReadingArea(self._page, strings, look, role=Role.MORE_HELP), 1)
        self._foot = self._way_back()
        whole.addWidget(self._foot)

    def _fill(self, column: QVBoxLayout, *, portrait: bool) -> None:
        look, px = self._context.look, self._context.look.metrics.px
        column.setContentsMargins(EMERGENCY_MARGINS.in_px(px))
        column.setSpacing(px(Space.SMALL))
        column.addStretch(1)
        strings = self._context.pack.strings
        head = QHBoxLayout()
        head.setSpacing(px(Space.MEDIUM))
        if not look.metrics.is_large:
            icon = look.icon("emergency", Colour.ON_EMERGENCY, IconSize.EMERGENCY)
            head.addWidget(labels.drawing(icon))
        head.addWidget(labels.heading(strings.emergency_title, self._size.title), 1)
        column.addLayout(head)
        direction = QBoxLayout.Direction
        body = QBoxLayout(direction.TopToBottom if portrait else direction.LeftToRight)
        body.setSpacing(px(Space.MEDIUM))
        body.addLayout(self._steps(), 3)
        body.addWidget(self._words_to_say(), 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(body)
        column.addWidget(labels.plain(strings.disclaimer, TextStyle.ON_EMERGENCY))
        column.addStretch(2)

    @property
    def first_words(self) -> str:
        """The first words to read aloud: this is an emergency, and whom to ask."""
        strings = self._context.pack.strings
        return f"{strings.emergency_title}. {self._where}"

    def fits(self, size: QSize) -> bool:
        """Return whether all of it is visible at once in a size in pixels."""
        page = labels.height_needed(self._page, size.width())
        return page + labels.height_needed(self._foot, size.width()) <= size.height()

    @property
    def _where(self) -> str:
        strings = self._context.pack.strings
        if self._context.clinic.desk:
            return strings.emergency_desk
        return strings.emergency_anyone

    def _steps(self) -> QVBoxLayout:
        strings = self._context.pack.strings
        column = QVBoxLayout()
        column.setSpacing(self._context.look.metrics.px(Space.GAP))
        steps = (
            self._where,
            strings.emergency_elsewhere,
            strings.emergency_drive,
            strings.emergency_swallow,
        )
        for number, step in enumerate(steps, 1):
            row = QHBoxLayout()
            row.setSpacing(self._context.look.metrics.px(Space.GAP))
            text = self._context.pack.number(number)
            count = labels.plain(text, self._size.number)
            count.setWordWrap(False)
            row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(labels.plain(step, self._size.step), 1)
            column.addLayout(row)
        column.addStretch(1)
        return column

    def _words_to_say(self) -> QFrame:
        """Return the words to say, also in the language of the staff who hear them."""
        pack, staff_pack = self._context.pack, self._context.staff_pack
        card = QFrame()
        set_role(card, Role.SAY)
        column = QVBoxLayout(card)
        px = self._context.look.metrics.px
        column.setContentsMargins(SAY_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        column.addWidget(labels.heading(pack.strings.say_this, TextStyle.SAY_HEADING))
        for line in self._sentences(pack):
            column.addWidget(labels.plain(line, self._size.say))
        if staff_pack.language != pack.language:
            column.addWidget(
                labels.heading(pack.strings.show_staff, TextStyle.SAY_HEADING)
            )
            for line in self._sentences(staff_pack):
                label = labels.plain(line, self._size.say)
                label.setProperty(LANGUAGE, staff_pack.language)
                column.addWidget(label)
        return card

    def _sentences(self, pack: Pack) -> tuple[str, str]:
        strings = pack.strings
        symptoms = fill(strings.say_symptoms, {"symptoms": self._symptoms(pack)})
        return strings.say_words, symptoms

    def _symptoms(self, pack: Pack) -> str:
        """Return the names of the most urgent symptoms, as many as the size allows."""
        symptoms = self._context.checklist.symptoms
        touched = [s for s in symptoms if s.id in self._answers]
        touched.sort(key=lambda symptom: symptom.level, reverse=True)
        names = [pack.answers[s.id] for s in touched[: self._size.symptoms]]
        return pack.strings.between_symptoms.join(names).lower()

    def _way_back(self) -> QFrame:
        look, strings = self._context.look, self._context.pack.strings
        px = look.metrics.px
        foot = QFrame()
        set_role(foot, Role.EMERGENCY)
        back = TouchButton(
            strings.back_to_answers,
            look.icon("back", Colour.EMERGENCY_INK, IconSize.CONTROL),
            look,
            role=Role.BACK_FROM_EMERGENCY,
        )
        back.clicked.connect(self.closed)
        column = QVBoxLayout(foot)
        column.setContentsMargins(EMERGENCY_FOOT_MARGINS.in_px(px))
        column.addWidget(back)
        return foot
