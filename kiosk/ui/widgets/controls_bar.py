"""The bar at the foot of every screen: ways, preferences, voice, the way to end."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kiosk.content.pages import Page, PageKind
from kiosk.domain.layout import ScreenLayout
from kiosk.domain.preferences import PreferenceQuestion, Preferences, Reach
from kiosk.ui.context import ViewContext
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.icon_buttons import IconButton, IconButtons
from kiosk.ui.widgets.touch_button import TouchButton

_MOST_NAMES = 2
_BETWEEN_NAMES = " · "
_QUESTIONS = {
    Control.LANGUAGES: PreferenceQuestion.LANGUAGES,
    Control.TEXT: PreferenceQuestion.TEXT,
    Control.COLOURS: PreferenceQuestion.COLOURS,
    Control.REACH: PreferenceQuestion.REACH,
}
_WAYS = {
    PageKind.HOME: Control.HOME,
    PageKind.CHECKLIST: Control.CHECKLIST,
    PageKind.BOOKING: Control.BOOKING,
}
_ALWAYS = (PageKind.HOME,)


class ControlsBar(QFrame):
    """The controls in one line. While it reads, those of the voice are in the middle.

    `page_requested` carries a page to open from anywhere, `voice_control_pressed` a
    control of the voice; `trouble_changed` carries why nothing is heard.
    """

    page_requested = Signal(str)
    question_requested = Signal(PreferenceQuestion)
    listening_toggled = Signal()
    voice_control_pressed = Signal(Control)
    trouble_changed = Signal(str)
    finished = Signal()

    def __init__(
        self, context: ViewContext, preferences: Preferences, layout: ScreenLayout
    ) -> None:
        super().__init__()
        set_role(self, Role.BAR)
        self._context, self._strings = context, context.pack.strings
        in_bar = not layout.has_tabs and not layout.portrait
        kinds = tuple(_WAYS) if in_bar else _ALWAYS
        self._pages = {
            _WAYS[page.kind]: page for page in context.pack.pages if page.kind in kinds
        }
        offers = {control: _way(page) for control, page in self._pages.items()}
        middle = self._voice if preferences.listening else self._preferences
        offers |= middle(preferences)
        strings = self._strings
        offers[Control.FINISH] = IconButton(
            strings.finished, "finish", short=strings.finished_short, loud=True
        )
        room = layout.controls
        self._buttons = IconButtons(offers, context.look, room.width)
        self._buttons.setParent(self)
        left, top = room.left - layout.bar.left, room.top - layout.bar.top
        self._buttons.setGeometry(left, top, room.width, room.height)
        self._buttons.control_pressed.connect(self._report)
        if languages := self._buttons.buttons.get(Control.LANGUAGES):
            languages.setAccessibleDescription(strings.languages)

    @property
    def without_words(self) -> Sequence[TouchButton]:
        """The buttons whose words have no room; they are shown while pressed."""
        return self._buttons.without_words

    def show_playing(self, *, playing: bool) -> None:
        """Offer to pause while it reads, and to read while it does not."""
        pause = IconButton(self._strings.pause, "pause")
        self._buttons.change(Control.PLAY, pause if playing else self._play)

    def show_trouble(self, text: str) -> None:
        """Say why nothing is heard; with no words, that nothing hinders it."""
        self.trouble_changed.emit(text)

    def _preferences(self, preferences: Preferences) -> dict[Control, IconButton]:
        """Return what a visitor can ask for: no languages where there is only one."""
        strings, offers = self._strings, self._languages()
        offers[Control.TEXT] = IconButton(strings.text_size, "text")
        offers[Control.COLOURS] = IconButton(strings.colours, "theme-high_contrast")
        if self._context.speech:
            offers[Control.LISTEN] = IconButton(strings.listen, "listen")
        lowered = preferences.reach is not Reach.USUAL
        icon = "reach-usual" if lowered else "lower"
        offers[Control.REACH] = IconButton(strings.lower, icon, name=strings.reach)
        return offers

    def _languages(self) -> dict[Control, IconButton]:
        """Return the button with the other languages' names, one if room is short."""
        here = self._context.pack.language
        others = [it for it in self._context.languages if it.code != here]
        if not others:
            return {}
        shown = sorted(others[:_MOST_NAMES], key=attrgetter("rtl"))
        names = [it.name for it in shown]
        button = IconButton(_BETWEEN_NAMES.join(names), "language", short=names[-1])
        return {Control.LANGUAGES: button}

    def _voice(self, _preferences: Preferences) -> dict[Control, IconButton]:
        strings = self._strings
        before, after = strings.sentence_before, strings.sentence_after
        stop = strings.stop_listening
        return {
            Control.PLAY: self._play,
            Control.SENTENCE_BEFORE: IconButton(
                strings.sentence_before_short, "before", name=before
            ),
            Control.SENTENCE_AFTER: IconButton(
                strings.sentence_after_short, "after", name=after
            ),
            Control.SPEED: IconButton(strings.speed, "faster"),
            Control.VOLUME: IconButton(strings.volume, "louder"),
            Control.LISTEN: IconButton(strings.stop_short, "quiet", name=stop),
        }

    @property
    def _play(self) -> IconButton:
        strings = self._strings
        return IconButton(strings.read_short, "play", name=strings.read_page)

    def _report(self, control: Control) -> None:
        """Emit the signal of the control that was pressed."""
        if control in self._pages:
            self.page_requested.emit(self._pages[control].id)
        elif control is Control.FINISH:
            self.finished.emit()
        elif control is Control.LISTEN:
            self.listening_toggled.emit()
        elif control in _QUESTIONS:
            self.question_requested.emit(_QUESTIONS[control])
        else:
            self.voice_control_pressed.emit(control)


def _way(page: Page) -> IconButton:
    return IconButton(page.tab, page.icon)
