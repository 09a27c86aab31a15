"""The chime of the question "Are you still there?": two soft tones."""

import os
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QObject, QUrl, Signal

_HELP = "on Debian or Ubuntu: sudo apt install libpulse-mainloop-glib0"


def is_installed() -> bool:
    """Check whether the part of Qt that plays sound is installed."""
    return find_spec("PySide6.QtMultimedia") is not None


class Chime(QObject):
    """Play a sound file at a volume in percent; load it when first played.

    `failed` says, once, why it cannot be played.
    """

    failed = Signal(str)

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.volume = 0
        self._gave_up = False
        self._file = file
        self._effect: QObject | None = None

    def play(self) -> None:
        """Play the sound, if the volume is over 0 and sound is installed."""
        if not self.volume or self._gave_up or not is_installed():
            return
        try:
            self._play()
        except ImportError as missing:
            self._give_up(f"{missing}; {_HELP}")

    def _give_up(self, reason: str) -> None:
        self._gave_up = True
        self.failed.emit(f"no sound until the next start: {reason}")

    def _play(self) -> None:
        # Qt tries every sound server, and warns of each that is not there.
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        # Qt 6.12 crashes in PipeWire's client where its settings are not installed;
        # PipeWire serves PulseAudio's clients too.
        os.environ.setdefault("QT_AUDIO_BACKEND", "pulseaudio")
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            self._give_up("there is no sound server, or it knows no loudspeaker")
            return
        effect = self._effect
        if not isinstance(effect, QSoundEffect):
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(self._file)))
            self._effect = effect
        effect.setVolume(self.volume / 100)
        effect.play()
