"""The attract screen: a calm face, an invitation, facts in turn, all languages."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kiosk.content.attract_slides import Slide, slides
from kiosk.content.blocks import Image, Picture
from kiosk.domain.metrics import GAP_MM
from kiosk.ui.context import ViewContext, ViewContexts
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    ATTRACT_MARGINS,
    BEGIN_MM,
    PAGE_MARGINS,
    SLIDE_LANGUAGE_MM,
    Space,
)
from kiosk.ui.style.names import Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.attract_size import SIZES, AttractSize
from kiosk.ui.widgets.fading_text import FadingText
from kiosk.ui.widgets.fitted_page import fits
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.review_line import facts_checked_words
from kiosk.ui.widgets.touch_button import TouchButton

SLIDE_MS = 10_000


class Attract(QFrame):
    """Everything at once but the facts, which take turns in all languages.

    `language_chosen` carries the code of the language that was pressed. The strip
    is in the language of the fact. Packs take their turns once they are read.
    """

    language_chosen = Signal(str)

    def __init__(self, context: ViewContext, contexts: ViewContexts) -> None:
        super().__init__()
        set_role(self, Role.ATTRACT)
        self._context, self._contexts = context, contexts
        self._look = context.look
        self._slides: Sequence[Slide] = slides([context.pack])
        self._step = 0
        self._languages: dict[TouchButton, str] = {}
        self._strip = QWidget()
        self._body = QWidget()
        self._fact = FadingText(TextStyle.FACT, self)
        way = Qt.LayoutDirection
        self.setLayoutDirection(
            way.RightToLeft if context.pack.rtl else way.LeftToRight
        )
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.next_slide)
        self._timer.start(SLIDE_MS)

    def next_slide(self) -> None:
        """Show the next fact, and the strip in its language."""
        self._step += 1
        ready = slides(self._contexts.library.ready_packs)
        if self._step == 1 or len(ready) != len(self._slides):
            self._slides = ready
            self._compose()  # with room for every fact
        self._show_strip()
        self._fact.show_text(self._slide.fact, fades=not self._contexts.reduce_motion)

    def use(self, contexts: ViewContexts) -> None:
        """Take facts of all that has been read by now, and make room for them.

        Who has moved the focus to a language keeps it there until the next fact.
        """
        self._contexts = contexts
        focus = QApplication.focusWidget()
        if not (focus and self.isAncestorOf(focus)):
            self._slides = slides(contexts.library.ready_packs)
            self._compose()

    @property
    def offers_languages(self) -> bool:
        """Return whether there is a language to choose."""
        return len(self._contexts.library.languages) > 1

    def language_at(self, point: QPoint) -> str:
        """Return the code of the language whose button is at a point, or nothing."""
        touched = self.childAt(point)
        return self._languages.get(touched, "") if touched else ""  # type: ignore[call-overload]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Compose the screen for its new size."""
        super().resizeEvent(event)
        self._show_strip()
        self._compose()

    @property
    def _slide(self) -> Slide:
        return self._slides[self._step % len(self._slides)]

    def _show_strip(self) -> None:
        """Show the strip of the slide's language; what is below it does not move."""
        _remove(self._strip)
        self._strip = RedFlagStrip(self._slide.strings, self._look)
        way = Qt.LayoutDirection
        rtl = self._slide.rtl
        self._strip.setLayoutDirection(way.RightToLeft if rtl else way.LeftToRight)
        self._strip.setParent(self)
        height = labels.height_needed(self._strip, self.width())
        height = max(height, self._strip.minimumHeight())
        self._strip.setGeometry(0, 0, self.width(), height)
        self._strip.lower()  # read first, and never over what is below
        self._strip.show()

    def _compose(self) -> None:
        """Show the largest composition that fits below the strip."""
        self._fact.setParent(self)
        _remove(self._body)
        top = self._strip.height()
        room = QSize(self.width(), self.height() - top)
        for size in SIZES:
            body = self._composed(size, room)
            if fits(body, room):
                break
            self._fact.setParent(self)
        self._body = body
        body.setParent(self)
        body.setGeometry(0, top, room.width(), room.height())
        body.show()

    def _composed(self, size: AttractSize, room: QSize) -> QWidget:
        px = self._look.metrics.px
        body = QWidget()
        way, portrait = QBoxLayout.Direction, room.height() > room.width()
        row = QBoxLayout(way.TopToBottom if portrait else way.LeftToRight, body)
        margins = PAGE_MARGINS if size.is_tight else ATTRACT_MARGINS
        row.setContentsMargins(margins.in_px(px))
        row.setSpacing(px(Space.HUGE))
        row.addStretch(int(portrait))
        picture = _calm_face(self._context) if size.drawing else None
        if picture:
            side = size.drawing * max(room.width(), room.height())
            side = min(side, 0.85 * min(room.width(), room.height()))
            drawn = self._look.picture(picture, side / self._look.metrics.px_per_mm)
            row.addWidget(labels.drawing(drawn), 0, Qt.AlignmentFlag.AlignCenter)
        words = room.width() - row.contentsMargins().left() * 2
        if picture and not portrait:
            words -= round(side) + row.spacing()
        row.addLayout(self._words(size, words), int(not portrait))
        row.addStretch(int(portrait))
        return body

    def _words(self, size: AttractSize, width: int) -> QVBoxLayout:
        """Return the clinic's name, the invitation and all there is to touch."""
        px, strings = self._look.metrics.px, self._context.pack.strings
        column = QVBoxLayout()
        column.setSpacing(px(Space.SMALL))
        column.addStretch(1)
        name = self._context.pack.apart(self._context.clinic.name)
        column.addWidget(labels.plain(name, TextStyle.LEAD))
        column.addWidget(labels.heading(strings.invitation, size.invitation))
        self._fact.setVisible(size.has_fact)
        if size.has_fact:
            ready = slides(self._contexts.library.ready_packs)
            facts = {slide.fact for slide in (*self._slides, *ready)}
            self._fact.reserve(facts, width)
            self._fact.show_text(self._slide.fact, fades=False)
            column.addWidget(self._fact)
        column.addWidget(self._begin(strings.touch_to_begin))
        column.addLayout(self._language_grid(size, width))
        if not size.is_tight:
            promise = f"{strings.disclaimer} {strings.nothing_kept}"
            checked = facts_checked_words(self._context)
            text = f"{promise} {checked}." if size.has_fact else promise
            column.addWidget(labels.plain(text, TextStyle.QUIET))
        column.addStretch(1)
        return column

    def _begin(self, text: str) -> QLabel:
        begin = labels.plain(text, TextStyle.BEGIN)
        begin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        begin.setMinimumHeight(self._look.metrics.px(BEGIN_MM))
        return begin

    def _language_grid(self, size: AttractSize, width: int) -> QGridLayout:
        """Return a button for each language, as many in a row as there is room for."""
        px = self._look.metrics.px
        grid = QGridLayout()
        grid.setSpacing(px(GAP_MM))
        self._languages = dict(self._language_buttons(size))
        widths = [button.sizeHint().width() for button in self._languages]
        cell = max([px(SLIDE_LANGUAGE_MM), *widths]) + px(GAP_MM)
        columns = max(1, min(len(widths), width // cell))
        for index, button in enumerate(self._languages):
            grid.addWidget(button, index // columns, index % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid

    def _language_buttons(self, size: AttractSize) -> Iterator[tuple[TouchButton, str]]:
        role = Role.SMALL_TILE if size.is_tight else Role.TILE
        for language in self._contexts.library.languages * self.offers_languages:
            button = TouchButton(language.name, QPixmap(), self._look, role=role)
            button.centre_text()
            button.setObjectName(language.code)
            button.clicked.connect(partial(self._choose, language.code))
            for label in button.findChildren(QWidget):
                label.ensurePolished()
            yield button, language.code

    def _choose(self, language: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.language_chosen.emit(language)


def _remove(widget: QWidget) -> None:
    """Hide a widget before Qt deletes it: no picture shows it beside the next."""
    widget.hide()
    widget.deleteLater()


def _calm_face(context: ViewContext) -> Image | None:
    """Return the last picture of the first page; the one before is its map."""
    blocks = context.pack.blocks(context.pack.pages[0])
    pictures = [block.image for block in blocks if isinstance(block, Picture)]
    return pictures[-1] if pictures else None
