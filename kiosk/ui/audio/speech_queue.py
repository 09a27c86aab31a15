"""Says one thing after another: a page, or what there is to tell.

It knows nothing of the window. `Narrator` decides what is said, and when.
"""

from collections import deque

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.content.bidi import bare
from kiosk.ui.audio.script_reader import ScriptReader
from kiosk.ui.audio.synthesizer import Synthesizer


class SpeechQueue(QObject):
    """`began` and `ended` tell of speech, however many texts it is made of."""

    began = Signal()
    ended = Signal()

    def __init__(
        self, voice: Synthesizer, reader: ScriptReader, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._reader = reader
        self._waiting: deque[tuple[str, str]] = deque()
        self._is_busy = False
        voice.finished.connect(self._go_on)  # after the reader, which was told first
        voice.failed.connect(self.hush)

    def say(self, words: str, language: str) -> None:
        """Say this in place of whatever is being said."""
        self.hush()
        self.then(words, language)

    def then(self, words: str, language: str) -> None:
        """Say this once all is said that is to be said before."""
        if not words:
            return
        self._waiting.append((bare(words), language))
        if not self._is_busy:
            self._go_on()

    def read(self, at: QWidget | None = None, character: int = 0) -> None:
        """Have the reader read on, or from a character of a widget's words."""
        self._waiting.clear()
        self._reader.play(at, character)
        self._set_busy(busy=self._reader.is_playing)

    def step(self, by: int) -> None:
        """Have the reader read the sentence so many further on."""
        self._waiting.clear()
        self._reader.step(by)
        self._set_busy(busy=self._reader.is_playing)

    def hush(self) -> None:
        """Be silent, at once, and say nothing more of it."""
        self._waiting.clear()
        self._reader.pause()
        self._set_busy(busy=False)

    def _go_on(self) -> None:
        if self._reader.is_playing:
            return
        if not self._waiting:
            self._set_busy(busy=False)
            return
        self._set_busy(busy=True)
        self._voice.say(*self._waiting.popleft())

    def _set_busy(self, *, busy: bool) -> None:
        if busy is not self._is_busy:
            self._is_busy = busy
            (self.began if busy else self.ended).emit()
