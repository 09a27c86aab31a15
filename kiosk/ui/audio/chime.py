"""Two soft tones: somebody who does not see the question hears it."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QObject, QUrl, Signal

_HELP = "on Debian or Ubuntu: sudo apt install libpulse-mainloop-glib0"


def is_installed() -> bool:
    """Tell whether the parts that play sound came with the program."""
    return find_spec("PySide6.QtMultimedia") is not None


class Chime(QObject):
    """A sound file, played at a volume in percent. It is loaded when first heard.

    `failed` says, once, why it cannot be.
    """

    failed = Signal(str)

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.volume = 0
        self._gave_up = False
        self._file = file
        self._effect: QObject | None = None

    def play(self) -> None:
        """Play it, if the volume is over 0 and sound is installed."""
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
        # It looks for every sound server there is, and complains of each that is not.
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
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
