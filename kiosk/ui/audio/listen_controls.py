"""What the bar of the reading voice does, and what it shows of the voice."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiosk.ui.audio.script_reader import ScriptReader
from kiosk.ui.audio.speech_queue import SpeechQueue
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.context import ViewContext
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.listen_bar import ListenBar

VOLUME = 60
LOUDEST = 100
"""Of 100. How loud that is in the room is for whoever mounts the loudspeaker; every
visit begins at the same (EN 301 549, 5.1.3.12 and Section 508, 402.3)."""

_VOLUME_STEP = 20
_PACES = range(-3, 4)
_STEPS = {Control.REPEAT: 0, Control.SENTENCE_BEFORE: -1, Control.SENTENCE_AFTER: 1}
_PACE_CHANGES = {Control.SLOWER: -1, Control.FASTER: 1}
_VOLUME_CHANGES = {Control.QUIETER: -_VOLUME_STEP, Control.LOUDER: _VOLUME_STEP}


class ListenControls(QObject):
    """Do what one bar after another wishes, and have it say why nothing is heard."""

    def __init__(
        self,
        voice: Synthesizer,
        reader: ScriptReader,
        speaker: SpeechQueue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._speaker = speaker
        self._bar: ListenBar | None = None
        self._material: ViewContext | None = None
        self._languages: Sequence[str] = ()
        self._is_broken = False
        self.leave()
        reader.playing.connect(self._show_playing)
        voice.finished.connect(self._mend)
        voice.failed.connect(self._break)
        voice.ready.connect(self._show_trouble)

    def meet(self, bar: ListenBar, material: ViewContext) -> None:
        """Have another bar, in the words of `material`."""
        self._bar, self._material = bar, material
        bar.control_pressed.connect(self._do)
        self._voice.speaks(material.pack.language)

    def leave(self) -> None:
        """Have none; the next visit begins as loud and as fast as any."""
        self._bar = None
        self._is_broken = False
        self._voice.pace, self._voice.volume = 0, VOLUME

    def need(self, languages: Sequence[str]) -> None:
        """Have it said if one of these, which are to be read, has no voice."""
        self._languages = languages
        self._show_trouble()

    def _do(self, control: Control) -> None:
        if control is Control.PLAY:
            self._speaker.read()
        elif control in _STEPS:
            self._speaker.step(_STEPS[control])
        else:
            self._turn(control)

    def _turn(self, control: Control) -> None:
        """Change pace or volume, and let that be heard."""
        assert self._material  # as there is a bar
        pace = self._voice.pace + _PACE_CHANGES.get(control, 0)
        volume = self._voice.volume + _VOLUME_CHANGES.get(control, 0)
        self._voice.pace = max(_PACES[0], min(pace, _PACES[-1]))
        self._voice.volume = max(_VOLUME_STEP, min(volume, LOUDEST))
        pack = self._material.pack
        said = getattr(pack.strings, control.value)
        self._speaker.say(said, pack.language)

    def _mend(self) -> None:
        """Something was heard to its end: whatever was wrong is over."""
        if self._is_broken:
            self._is_broken = False
            self._show_trouble()

    def _break(self) -> None:
        self._is_broken = True
        self._show_trouble()

    def _show_playing(self, playing: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._bar:
            self._bar.show_playing(playing)

    def _show_trouble(self) -> None:
        """Say on the screen why nothing is heard: never fall silent without a word."""
        if not self._bar or not self._material:
            return
        strings, words = self._material.pack.strings, ""
        names = {it.code: it.name for it in self._material.languages}
        lacking = (it for it in self._languages if self._voice.lacks(it))
        if code := next(lacking, ""):
            words = strings.no_voice.replace("{language}", names.get(code, code))
        elif self._is_broken:
            words = strings.speech_stopped
        self._bar.show_trouble(words)
