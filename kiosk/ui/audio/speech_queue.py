"""The queue of texts to say: short messages one after another, or a whole page.

`Narrator` decides what enters the queue, and when.
"""

from collections import deque

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.content.bidi import bare
from kiosk.ui.audio.script_reader import ScriptReader
from kiosk.ui.audio.synthesizer import Synthesizer


class SpeechQueue(QObject):
    """Say queued messages, or let the reader say a page, never both.

    `started` and `ended` frame a stretch of speech, however many texts it has.
    """

    started = Signal()
    ended = Signal()

    def __init__(
        self, voice: Synthesizer, reader: ScriptReader, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._reader = reader
        self._waiting: deque[tuple[str, str]] = deque()
        self._is_busy = False
        voice.finished.connect(self._say_next)  # the reader was connected first
        voice.failed.connect(self.stop)

    def say(self, text: str, language: str) -> None:
        """Say a text now; drop the queue and the text being said."""
        self.stop()
        self.add(text, language)

    def add(self, text: str, language: str) -> None:
        """Say a text after those that are queued already."""
        if not text:
            return
        self._waiting.append((bare(text), language))
        if not self._is_busy:
            self._say_next()

    def read_page(self, widget: QWidget | None = None, character: int = 0) -> None:
        """Let the reader go on, or begin at a character of a widget's text."""
        self._waiting.clear()
        self._reader.play(widget, character)
        self._set_busy(busy=self._reader.is_playing)

    def step(self, by: int) -> None:
        """Let the reader say the sentence `by` further on; 0 repeats this one."""
        self._waiting.clear()
        self._reader.step(by)
        self._set_busy(busy=self._reader.is_playing)

    def stop(self) -> None:
        """Fall silent at once and drop the queue."""
        self._waiting.clear()
        self._reader.pause()
        self._set_busy(busy=False)

    def _say_next(self) -> None:
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
            (self.started if busy else self.ended).emit()
