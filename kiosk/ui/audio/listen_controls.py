"""Carry out the controls of the voice: pace and volume, sentences on and back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiosk.ui.audio.script_reader import ScriptReader
from kiosk.ui.audio.speech_queue import SpeechQueue
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.context import ViewContext
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.controls_bar import ControlsBar

VOLUME = 60
LOUDEST = 100
"""Of 100. How loud that is in the room depends on the loudspeaker's mounting; each
visit begins with the same volume (EN 301 549, 5.1.3.12 and Section 508, 402.3)."""

_PACES = (0, 1, 2, -2, -1)
_VOLUMES = (VOLUME, 80, LOUDEST, 20, 40)
"""A touch goes on to the next one, and from the last to the first."""

_STEPS = {Control.SENTENCE_BEFORE: -1, Control.SENTENCE_AFTER: 1}


class ListenControls(QObject):
    """Carry out the bar's commands to the voice; show on it why nothing is heard."""

    def __init__(
        self,
        voice: Synthesizer,
        reader: ScriptReader,
        queue: SpeechQueue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._queue = queue
        self._bar: ControlsBar | None = None
        self._context: ViewContext | None = None
        self._languages: Sequence[str] = ()
        self._has_failed = False
        self.detach()
        reader.playing_changed.connect(self._show_playing)
        voice.finished.connect(self._clear_failure)
        voice.failed.connect(self._set_failure)
        voice.ready.connect(self._show_trouble)

    def attach(self, bar: ControlsBar, context: ViewContext) -> None:
        """Take the bar of a new session, in the words of `context`."""
        self._bar, self._context = bar, context
        bar.voice_control_pressed.connect(self._do)
        self._voice.has_voice(context.pack.language)

    def detach(self) -> None:
        """Drop the bar; reset pace and volume."""
        self._bar = None
        self._has_failed = False
        self._voice.pace, self._voice.volume = 0, VOLUME

    def require_voices(self, languages: Sequence[str]) -> None:
        """Show on the bar if one of the languages to be read has no voice."""
        self._languages = languages
        self._show_trouble()

    def _do(self, control: Control) -> None:
        if control is Control.PLAY:
            self._queue.read_page()
        elif control in _STEPS:
            self._queue.step(_STEPS[control])
        elif control is Control.SPEED:
            self._change_pace()
        else:
            self._change_volume()

    def _change_pace(self) -> None:
        """Take the next pace, and say at that which way it went."""
        before, voice = self._voice.pace, self._voice
        voice.pace = _after(before, _PACES)
        self._say("faster" if voice.pace > before else "slower")

    def _change_volume(self) -> None:
        """Take the next volume, and say at that which way it went."""
        before, voice = self._voice.volume, self._voice
        voice.volume = _after(before, _VOLUMES)
        self._say("louder" if voice.volume > before else "quieter")

    def _say(self, word: str) -> None:
        assert self._context  # as there is a bar
        pack = self._context.pack
        self._queue.say(getattr(pack.strings, word), pack.language)

    def _clear_failure(self) -> None:
        """Clear the trouble: a text was heard to its end."""
        if self._has_failed:
            self._has_failed = False
            self._show_trouble()

    def _set_failure(self) -> None:
        self._has_failed = True
        self._show_trouble()

    def _show_playing(self, playing: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._bar:
            self._bar.show_playing(playing=playing)

    def _show_trouble(self) -> None:
        """Show on the screen why nothing is heard."""
        if not self._bar or not self._context:
            return
        strings, words = self._context.pack.strings, ""
        names = {it.code: it.name for it in self._context.languages}
        lacking = (it for it in self._languages if self._voice.lacks_voice(it))
        if code := next(lacking, ""):
            words = strings.no_voice.replace("{language}", names.get(code, code))
        elif self._has_failed:
            words = strings.speech_stopped
        self._bar.show_trouble(words)


def _after(value: int, values: Sequence[int]) -> int:
    """Return the value that follows another, the first one after the last."""
    return values[(values.index(value) + 1) % len(values)]
