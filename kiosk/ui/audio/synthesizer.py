"""Says one text aloud, in a language; knows what it says, and not why.

The engine is speech-dispatcher, in a process of its own: nothing here waits for it, and
whatever becomes of it, the window lives. See ARCHITECTURE for why not Qt's own engine.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from kiosk.ui.audio import ssip_client
from kiosk.ui.audio.ssip_client import SsipClient

is_installed = ssip_client.is_installed

_ENDED, _CANCELLED = 702, 703
_PACES = 3
_RATE_OF_A_STEP = 20  # of 100; espeak-ng: 116 words a minute at -3, 338 at 3
_LOOK_MS = 2_000
_LETTER_MS, _TEXT_MS = 150, 10_000  # twice what the slowest pace takes, and more
_NO_VOICE = "install one, such as: sudo apt install speech-dispatcher-espeak-ng"


@dataclass(eq=False, slots=True)
class _Saying:
    """A text on its way to the loudspeaker, with its number once the server gave it."""

    text: str
    language: str
    number: str = ""


class Synthesizer(QObject):
    """Says one text at a time; the newest silences the one before.

    `finished` tells that a text was said to its end: never one that was stopped.
    `failed` says in one line why a text, or the rest of it, is not heard. `ready` tells
    that `speaks` knows. `pace` goes in steps from -3 to 3, `volume` from 0 to 100; the
    next text is said with them.
    """

    finished = Signal()
    failed = Signal(str)
    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pace = 0
        self.volume = 100
        self._languages: frozenset[str] | None = None
        self._saying: _Saying | None = None
        self._ended_early: set[tuple[int, str]] = set()
        self._patience = QDeadlineTimer()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_after_it)
        self._server = SsipClient(self)
        self._server.opened.connect(self._ask_for_voices)
        self._server.happened.connect(self._heard_of)
        self._server.lost.connect(self._lose)

    def speaks(self, language: str) -> bool | None:
        """Tell whether there is a voice for a language such as "ar"; None is unknown.

        The first to ask has the server looked for; `ready` or `failed` follows.
        """
        if self._languages is None:
            self._server.open()
        return None if self._languages is None else language in self._languages

    def lacks(self, language: str) -> bool:
        """Tell whether a language is known to have no voice. It looks for no server."""
        return self._languages is not None and language not in self._languages

    def say(self, text: str, language: str) -> None:
        """Say a text now, whatever is being said."""
        self.stop()
        self._saying = saying = _Saying(" ".join(text.split()), language)
        if not self._server.is_open:
            self._server.open()
        elif self._languages is not None:
            self._begin(saying, self._languages)

    def stop(self) -> None:
        """Be silent, at once."""
        was_said, self._saying = self._saying, None
        self._look.stop()
        if was_said and self._server.is_open:
            self._server.order("CANCEL SELF")

    def close(self) -> None:
        """Be silent and leave the server: the program ends, and would be heard on."""
        self.stop()
        self._server.close()

    def _ask_for_voices(self) -> None:
        self._server.order("LIST SYNTHESIS_VOICES", self._know_voices)

    def _know_voices(self, lines: list[str]) -> None:
        codes = [line.split("\t")[1] for line in lines if "\t" in line]
        self._languages = frozenset(code.lower().split("-")[0] for code in codes)
        waiting = self._saying
        self.ready.emit()
        if waiting and waiting is self._saying:
            self._begin(waiting, self._languages)

    def _begin(self, saying: _Saying, languages: frozenset[str]) -> None:
        if saying.language not in languages:
            name = repr(saying.language)
            self._fail(f"there is no voice for the language {name}; {_NO_VOICE}")
            return
        self._ended_early.clear()
        self._server.order(f"SET SELF LANGUAGE {saying.language}")
        self._server.order(f"SET SELF RATE {self._rate}")
        self._server.order(f"SET SELF VOLUME {2 * min(max(self.volume, 0), 100) - 100}")
        dot = "." if saying.text.startswith(".") else ""  # a lone dot ends a text
        text = f"SPEAK\r\n{dot}{saying.text or '-'}\r\n."
        self._server.order(text, partial(self._number, saying), answers=2)
        self._patience.setRemainingTime(_TEXT_MS + _LETTER_MS * len(saying.text))
        self._look.start()

    @property
    def _rate(self) -> int:
        return min(max(self.pace, -_PACES), _PACES) * _RATE_OF_A_STEP

    def _number(self, saying: _Saying, lines: list[str]) -> None:
        """Learn the number of a text; it may be over before it has one."""
        saying.number = lines[0][4:]
        for event in tuple(self._ended_early):
            self._heard_of(*event)

    def _heard_of(self, event: int, number: str) -> None:
        saying = self._saying
        if not saying or event not in (_ENDED, _CANCELLED):
            return
        if not saying.number:
            self._ended_early.add((event, number))
        elif number == saying.number and event == _ENDED:
            self._over()
            self.finished.emit()
        elif number == saying.number:
            self._fail("something else on this computer stopped the voice")

    def _over(self) -> None:
        self._saying = None
        self._look.stop()

    def _look_after_it(self) -> None:
        """Ask the server whether it lives; the rest it cannot tell when it is ill."""
        if self._patience.hasExpired():
            self._server.lose("a text does not come to its end: no sound, or no engine")
        else:
            self._server.order("GET RATE")

    def _lose(self, reason: str) -> None:
        """Know nothing any more: the next server may have other voices."""
        self._languages = None
        self._fail(reason)

    def _fail(self, reason: str) -> None:
        self._over()
        self.failed.emit(f"no speech: {reason}")
