"""Read a script aloud, show what is being said, and keep it in view."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QScroller, QWidget

from kiosk.ui.audio.reading_script import Sentence, place_of
from kiosk.ui.audio.synthesizer import Synthesizer


class ScriptReader(QObject):
    """Say one sentence after another; `playing` tells whether it does."""

    playing = Signal(bool)

    def __init__(self, voice: Synthesizer, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self._script: Sequence[Sentence] = ()
        self._at = 0
        self._marked: QLabel | None = None
        self.is_playing = False
        voice.finished.connect(self._go_on)
        voice.failed.connect(self.pause)

    def open(self, script: Sequence[Sentence]) -> None:
        """Have another script ready, at its beginning."""
        self.pause()
        self._script, self._at = script, 0

    def reopen(self, script: Sequence[Sentence]) -> None:
        """Have the same script ready as it stands now, at the same sentence."""
        here = self._script[self._at : self._at + 1]
        text = here[0].text if here else ""
        self.open(script)
        self._at = next((n for n, it in enumerate(script) if it.text == text), 0)

    def play(self, at: QWidget | None = None, character: int = 0) -> None:
        """Read on, or from the sentence around a character of a widget's words."""
        if at:
            places = (
                n
                for n, it in enumerate(self._script)
                if it.widget is at and it.start + it.length >= character
            )
            self._at = next(places, self._at)
        if self._at >= len(self._script):
            self._at = 0
        self._set_playing(playing=bool(self._script))
        self._say()

    def pause(self) -> None:
        """Stop; what was being said will be said again."""
        self._voice.stop()
        self._unmark()
        self._set_playing(playing=False)

    def step(self, by: int) -> None:
        """Read the sentence so many further on, or again if that is 0."""
        self._at = max(0, min(self._at + by, len(self._script) - 1))
        self.play()

    @property
    def first_seen(self) -> QWidget | None:
        """What stands highest of the words that can be seen without scrolling."""
        shown = (it.widget for it in self._script)
        return next((it for it in shown if not it.visibleRegion().isEmpty()), None)

    def has(self, widget: QWidget) -> bool:
        """Tell whether a widget's words are part of the script."""
        return any(sentence.widget is widget for sentence in self._script)

    def _go_on(self) -> None:
        if not self.is_playing:
            return
        self._at += 1
        if self._at < len(self._script):
            self._say()
            return
        self._unmark()
        self._set_playing(playing=False)

    def _say(self) -> None:
        if not self._script:
            return
        sentence = self._script[self._at]
        self._show(sentence)
        self._voice.say(sentence.text, sentence.language)

    def _show(self, sentence: Sentence) -> None:
        self._unmark()
        _bring_into_view(sentence)
        if isinstance(sentence.widget, QLabel) and sentence.length:
            self._marked = sentence.widget
            _mark(sentence)

    def _unmark(self) -> None:
        if self._marked:
            self._marked.setSelection(0, 0)
            self._marked.setTextInteractionFlags(_NOTHING)
            self._marked = None

    def _set_playing(self, *, playing: bool) -> None:
        if playing is not self.is_playing:
            self.is_playing = playing
            self.playing.emit(playing)


_NOTHING = Qt.TextInteractionFlag.NoTextInteraction


def _mark(sentence: Sentence) -> None:
    """Mark the sentence in its label: only what can be selected can be marked."""
    label = sentence.widget
    assert isinstance(label, QLabel)  # as the caller saw
    focus = label.focusPolicy()
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(focus)
    label.setSelection(sentence.start, sentence.length)


def _bring_into_view(sentence: Sentence) -> None:
    """Scroll so that the sentence stands in the upper part of what is seen."""
    area = _area_over(sentence.widget)
    if not area or not (page := area.widget()):
        return
    top = sentence.widget.mapTo(page, place_of(sentence)).y()
    bar, height = area.verticalScrollBar(), area.viewport().height()
    seen = QRect(0, bar.value(), 1, round(height * 0.6))
    if not seen.contains(QPoint(0, top)):
        QScroller.scroller(area.viewport()).stop()
        bar.setValue(round(top - height * 0.15))


def _area_over(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above:
        if isinstance(above, QScrollArea):
            return above
        above = above.parentWidget()
    return None
