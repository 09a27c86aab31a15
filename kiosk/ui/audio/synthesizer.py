"""Speech synthesis: one text at a time, in one language.

The engine is speech-dispatcher, a process of its own: no call waits for it, and the
window survives its end. docs/decisions says why not Qt's own engine. `Narrator`
decides which texts are said.
"""

from collections.abc import Mapping
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from kiosk.ui.audio import ssip_client
from kiosk.ui.audio.ssip_client import SpeechEvent, SsipClient
from kiosk.ui.audio.voice_codes import voice_code

is_installed = ssip_client.is_installed

_PACES = 3
_RATE_PER_PACE = 20  # of 100; espeak-ng: 116 words a minute at -3, 338 at 3
_PING_MS = 2_000
_LETTER_MS, _TEXT_MS = 150, 10_000  # twice what the slowest pace takes, and more
_NO_VOICE = "install one, such as: sudo apt install speech-dispatcher-espeak-ng"


class _Utterance(Struct, eq=False):
    """A text being said, with its number once the server has given one."""

    text: str
    language: str
    number: str = ""


class Synthesizer(QObject):
    """Say one text at a time; a new one silences the one before.

    `finished` is emitted when a text was said to its end, never when it was stopped.
    `failed` says in one line why a text, or the rest of it, is not heard. `ready` is
    emitted once `has_voice` knows. `codes` has a voice's code for a language of the
    content where it is another. `pace` (-3 to 3) and `volume` (0 to 100) apply to
    the next text.
    """

    finished = Signal()
    failed = Signal(str)
    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pace = 0
        self.volume = 100
        self.codes: Mapping[str, str] = {}
        self._languages: frozenset[str] | None = None
        self._utterance: _Utterance | None = None
        self._early_events: set[tuple[int, str]] = set()
        self._deadline = QDeadlineTimer()
        self._ping_timer = QTimer(self)
        self._ping_timer.setInterval(_PING_MS)
        self._ping_timer.timeout.connect(self._check_server)
        self._client = SsipClient(self)
        self._client.opened.connect(self._list_voices)
        self._client.event_received.connect(self._handle_event)
        self._client.lost.connect(self._forget_voices)

    def has_voice(self, language: str) -> bool | None:
        """Check whether a language such as "ar" has a voice; None if not yet known.

        The first call connects to the server; `ready` or `failed` follows.
        """
        if self._languages is None:
            self._client.open()
        return self.known_voice(language)

    def known_voice(self, language: str) -> bool | None:
        """Return what is known by now of a language's voice, without connecting."""
        return None if self._languages is None else bool(self._code(language))

    def lacks_voice(self, language: str) -> bool:
        """Check whether a language is known to have no voice, without connecting."""
        return self.known_voice(language) is False

    def say(self, text: str, language: str) -> None:
        """Say a text now, in place of the one being said."""
        self.stop()
        self._utterance = utterance = _Utterance(" ".join(text.split()), language)
        if not self._client.is_open:
            self._client.open()
        elif self._languages is not None:
            self._start(utterance)

    def stop(self) -> None:
        """Fall silent at once."""
        stopped, self._utterance = self._utterance, None
        self._ping_timer.stop()
        if stopped and self._client.is_open:
            self._client.cancel()

    def close(self) -> None:
        """Fall silent and disconnect: the server could speak on after the program."""
        self.stop()
        self._client.close()

    def _list_voices(self) -> None:
        self._client.list_voices(self._set_languages)

    def _set_languages(self, languages: frozenset[str]) -> None:
        self._languages = languages
        waiting = self._utterance
        self.ready.emit()
        if waiting and waiting is self._utterance:
            self._start(waiting)

    def _code(self, language: str) -> str:
        """Return the voice's code for a language, or "" where it has no voice."""
        return voice_code(
            self.codes.get(language, language), self._languages or frozenset()
        )

    def _start(self, utterance: _Utterance) -> None:
        code = self._code(utterance.language)
        if not code:
            name = repr(utterance.language)
            self._fail(f"there is no voice for the language {name}; {_NO_VOICE}")
            return
        self._early_events.clear()
        volume = 2 * min(max(self.volume, 0), 100) - 100
        self._client.configure(code, self._rate, volume)
        self._client.speak(utterance.text, partial(self._set_number, utterance))
        self._deadline.setRemainingTime(_TEXT_MS + _LETTER_MS * len(utterance.text))
        self._ping_timer.start()

    @property
    def _rate(self) -> int:
        return min(max(self.pace, -_PACES), _PACES) * _RATE_PER_PACE

    def _set_number(self, utterance: _Utterance, number: str) -> None:
        """Store a text's number; it may have ended before it got one."""
        utterance.number = number
        for event in tuple(self._early_events):
            self._handle_event(*event)

    def _handle_event(self, event: int, number: str) -> None:
        utterance = self._utterance
        if not utterance or event not in tuple(SpeechEvent):
            return
        if not utterance.number:
            self._early_events.add((event, number))
        elif number == utterance.number and event == SpeechEvent.ENDED:
            self._clear_utterance()
            self.finished.emit()
        elif number == utterance.number:
            self._fail("something else on this computer stopped the voice")

    def _clear_utterance(self) -> None:
        self._utterance = None
        self._ping_timer.stop()

    def _check_server(self) -> None:
        """Ping the server, and give it up when a text takes far too long."""
        if self._deadline.hasExpired():
            reason = "a text does not come to its end: no sound, or no engine"
            self._client.give_up(reason)
        else:
            self._client.ping()

    def _forget_voices(self, reason: str) -> None:
        """Forget the voices: the next server may have others."""
        self._languages = None
        self._fail(reason)

    def _fail(self, reason: str) -> None:
        self._clear_utterance()
        self.failed.emit(f"no speech: {reason}")
