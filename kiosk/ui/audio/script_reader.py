"""Read a script aloud: mark the sentence being said and keep it in view."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from kiosk.ui.audio.reading_script import Sentence, sentence_position
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.widgets.reading_area import ReadingArea

Script = Sequence[Sentence]


class ScriptReader(QObject):
    """Say one sentence after another; `playing_changed` carries whether it plays.

    `script_now` returns the sentences of the widgets now shown. It is called before
    each sentence: advice and questions come and go while a visitor listens.
    """

    playing_changed = Signal(bool)

    def __init__(
        self, voice: Synthesizer, script_now: Callable[[], Script], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._script_now = script_now
        self._script: Script = ()
        self._index = 0
        self._marked: QLabel | None = None
        self.is_playing = False
        voice.finished.connect(self._say_next)
        voice.failed.connect(self.pause)

    def forget(self) -> None:
        """Fall silent; `play` begins with the first sentence."""
        self.pause()
        self._script, self._index = (), 0

    def refresh(self) -> None:
        """Make the script again from the widgets now shown; keep the current sentence.

        If its widget is gone, that is the nearest one with the same text.
        """
        before = self._script[self._index : self._index + 1]
        self._script = self._script_now()
        if before:
            self._index = self._place_of(before[0])

    def _place_of(self, sentence: Sentence) -> int:
        """Return the index of a sentence of the script before, or 0."""

        def far(index: int) -> tuple[bool, int]:
            same = self._script[index].widget is sentence.widget
            return not same, abs(index - self._index)

        alike = (n for n, it in enumerate(self._script) if it.text == sentence.text)
        return min(alike, key=far, default=0)

    def play(self, widget: QWidget | None = None, character: int = 0) -> None:
        """Go on, or begin at the sentence around a character of a widget's text."""
        self.refresh()
        if widget:
            found = (
                index
                for index, it in enumerate(self._script)
                if it.widget is widget and it.start + it.length >= character
            )
            self._index = next(found, self._index)
        if self._index >= len(self._script):
            self._index = 0
        self._begin()

    def pause(self) -> None:
        """Stop; `play` begins again at the sentence that was being said."""
        self._voice.stop()
        self._unmark()
        self._set_playing(playing=False)

    def step(self, by: int) -> None:
        """Say the sentence `by` further on; 0 repeats the present one."""
        self.refresh()
        self._index = max(0, min(self._index + by, len(self._script) - 1))
        self._begin()

    def first_visible_widget(self) -> QWidget | None:
        """Return the first widget to read that is in sight without scrolling."""
        self.refresh()
        shown = (it.widget for it in self._script)
        return next((it for it in shown if not it.visibleRegion().isEmpty()), None)

    def contains(self, widget: QWidget) -> bool:
        """Check whether a widget's text is part of the script."""
        self.refresh()
        return any(sentence.widget is widget for sentence in self._script)

    def _say_next(self) -> None:
        if not self.is_playing:
            return
        self.refresh()
        self._index += 1
        if self._index < len(self._script):
            self._say()
            return
        self._unmark()
        self._set_playing(playing=False)

    def _begin(self) -> None:
        self._set_playing(playing=bool(self._script))
        if self._script:
            self._say()

    def _say(self) -> None:
        sentence = self._script[self._index]
        self._show(sentence)
        self._voice.say(sentence.text, sentence.language)

    def _show(self, sentence: Sentence) -> None:
        self._unmark()
        _bring_into_view(sentence)
        if isinstance(sentence.widget, QLabel) and sentence.length:
            self._marked = sentence.widget
            _mark(sentence)

    def _unmark(self) -> None:
        marked, self._marked = self._marked, None
        if marked and isValid(marked):
            marked.setSelection(0, 0)
            marked.setTextInteractionFlags(_NOTHING)

    def _set_playing(self, *, playing: bool) -> None:
        if playing is not self.is_playing:
            self.is_playing = playing
            self.playing_changed.emit(playing)


_NOTHING = Qt.TextInteractionFlag.NoTextInteraction


def _mark(sentence: Sentence) -> None:
    """Select the sentence in its label, which has no other way to mark text."""
    label = sentence.widget
    assert isinstance(label, QLabel)  # checked by the caller
    focus = label.focusPolicy()
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(focus)
    label.setSelection(sentence.start, sentence.length)


def _bring_into_view(sentence: Sentence) -> None:
    """Scroll the sentence into the upper part of the viewport."""
    above = sentence.widget.parentWidget()
    while above and not isinstance(above, ReadingArea):
        above = above.parentWidget()
    if isinstance(above, ReadingArea) and above.contains(sentence.widget):
        above.show_line(sentence.widget, sentence_position(sentence).y())
