"""The attract screen: an invitation in one language after another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.content.attract_slides import Slide, drift, slides
from kiosk.content.bidi import isolated
from kiosk.ui.context import ViewContext, ViewContexts
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    BEGIN_MM,
    SLIDE_EDGE_MM,
    SLIDE_LANGUAGE_MM,
    SLIDE_WIDTH_MM,
    IconSize,
    Space,
)
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton

SLIDE_MS = 10_000
_SIZES = (
    (TextStyle.INVITATION, True),
    (TextStyle.INVITATION, False),
    (TextStyle.TITLE, False),
)
"""The invitation's text style, and whether it has a picture: the first that fits."""


class Attract(QFrame):
    """One slide at a time, each a little elsewhere, below the red-flag strip.

    Where motion is reduced, all in the same place. The languages are at the foot:
    `language_chosen` carries the code of the one that was pressed. Packs take
    their turns once they are read.
    """

    language_chosen = Signal(str)

    def __init__(self, context: ViewContext, contexts: ViewContexts) -> None:
        super().__init__()
        set_role(self, Role.ATTRACT)
        self._contexts = contexts
        self._slides: Sequence[Slide] = slides([context.pack])
        self._name = context.clinic.name
        self._look = context.look
        self._step = 0
        self._languages: dict[TouchButton, str] = {}
        self._foot = self._language_row()
        self._foot.setParent(self)
        way = Qt.LayoutDirection
        first = way.RightToLeft if context.pack.rtl else way.LeftToRight
        self._foot.setLayoutDirection(first)  # or names change places under a finger
        self._strip = QWidget()
        self._card = QWidget()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.next_slide)
        self._timer.start(SLIDE_MS)
        self._show()

    def next_slide(self) -> None:
        """Show the next slide."""
        if not self._step:
            self._slides = slides(self._contexts.library.ready_packs)
        self._step += 1
        self._show()

    @property
    def offers_languages(self) -> bool:
        """Return whether there is a language to choose."""
        return bool(self._languages)

    def language_at(self, point: QPoint) -> str:
        """Return the code of the language whose button is at a point, or nothing."""
        touched = self.childAt(point)
        return self._languages.get(touched, "") if touched else ""  # type: ignore[call-overload]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the slide into the new size."""
        super().resizeEvent(event)
        self._show()

    def _language_row(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        px = self._look.metrics.px
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(Space.SMALL))
        row.addStretch(1)
        languages = self._contexts.library.languages
        for language in languages if len(languages) > 1 else ():
            button = TouchButton(language.name, QPixmap(), self._look, role=Role.TILE)
            button.centre_text()
            button.setMinimumWidth(px(SLIDE_LANGUAGE_MM))
            button.setObjectName(language.code)
            button.clicked.connect(partial(self._choose, language.code))
            self._languages[button] = language.code
            row.addWidget(button)
        row.addStretch(1)
        return foot

    def _choose(self, language: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.language_chosen.emit(language)

    def _show(self) -> None:
        slide = self._slides[self._step % len(self._slides)]
        for old in (self._strip, self._card):
            old.hide()
            old.deleteLater()
        way = Qt.LayoutDirection
        self.setLayoutDirection(way.RightToLeft if slide.rtl else way.LeftToRight)
        self._strip = RedFlagStrip(slide.strings, self._look)
        self._card = self._fitting(slide)
        for new in (self._strip, self._card):
            new.setParent(self)
            new.show()
        self._foot.raise_()  # read last, too
        self._lay_out()

    def _fitting(self, slide: Slide) -> QFrame:
        """Return the slide as large as it fits, with its picture if there is room."""
        wide, room = self._card_width(), self._card_room()
        for style, icon in _SIZES:
            card = self._drawn(slide, style, icon=icon)
            if labels.height_needed(card, wide) <= room:
                break
        return card

    def _card_width(self) -> int:
        px = self._look.metrics.px
        return min(px(SLIDE_WIDTH_MM), self.width() - 2 * px(SLIDE_EDGE_MM))

    def _card_room(self) -> int:
        """Return the height in pixels between the strip and the languages."""
        edge = self._look.metrics.px(SLIDE_EDGE_MM)
        strip = labels.height_needed(self._strip, self.width())
        return self.height() - strip - self._foot_height() - 3 * edge

    def _foot_height(self) -> int:
        return self._foot.sizeHint().height() if self._languages else 0

    def _lay_out(self) -> None:
        """Move the card to its place in the free area; the strip stays on top."""
        edge = self._look.metrics.px(SLIDE_EDGE_MM)
        width = self.width()
        strip = labels.height_needed(self._strip, width)
        self._strip.setGeometry(0, 0, width, strip)
        foot = self._foot_height()
        self._foot.setGeometry(0, self.height() - edge - foot, width, foot)
        wide = self._card_width()
        size = QSize(wide, labels.height_needed(self._card, wide))
        across, down = drift(0 if self._contexts.reduce_motion else self._step)
        room_across = width - 2 * edge - size.width()
        room_down = self._card_room() - size.height()
        left = edge + round(across * max(0, room_across))
        top = strip + edge + round(down * max(0, room_down))
        self._card.setGeometry(left, top, size.width(), size.height())

    def _drawn(self, slide: Slide, style: TextStyle, *, icon: bool) -> QFrame:
        px, strings = self._look.metrics.px, slide.strings
        card = QFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Space.SMALL))
        if icon:
            drawn = self._look.icon(slide.icon, Colour.ACCENT, IconSize.SLIDE)
            column.addWidget(labels.drawing(drawn))
        column.addWidget(labels.heading(strings.invitation, style))
        if slide.fact:
            column.addWidget(labels.plain(slide.fact, TextStyle.FACT))
        begin = labels.plain(strings.touch_to_begin, TextStyle.BEGIN)
        begin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        begin.setMinimumHeight(px(BEGIN_MM))
        column.addWidget(begin)
        name = isolated(self._name, rtl=slide.rtl)
        column.addWidget(
            labels.plain(f"{name}. {strings.nothing_kept}", TextStyle.LEAD)
        )
        return card
