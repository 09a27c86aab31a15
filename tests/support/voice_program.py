"""The kiosk's voice alone, in an event loop. It is a program of its own.

    PYTHONPATH=. python tests/support/voice_program.py

Each line on its input is done, and answered by a line that begins with `answer`:

    say LANGUAGE TEXT
    stop
    speaks LANGUAGE
    pace STEP
    volume PERCENT
    pause         the longest time, in seconds, that the event loop has not turned

In between it tells `ready`, `finished` and `failed REASON`.
"""

import sys
import time

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer

from kiosk.ui.audio.synthesizer import Synthesizer


def tell(*said):
    sys.stdout.write(" ".join(map(str, said)) + "\n")
    sys.stdout.flush()


class Spoken:
    """Do what the lines say."""

    def __init__(self, voice):
        self._voice = voice
        self._turned, self._longest = time.monotonic(), 0.0

    def turn(self):
        now = time.monotonic()
        self._longest = max(self._longest, now - self._turned)
        self._turned = now

    def read(self):
        line = sys.stdin.readline()
        if not line:
            QCoreApplication.exit(0)
            return
        deed, *said = line.split(maxsplit=1)
        tell("answer", getattr(self, f"_{deed}")(*said))

    def _say(self, said):
        language, text = said.split(maxsplit=1)
        self._voice.say(text, language)

    def _stop(self):
        self._voice.stop()

    def _speaks(self, language):
        return self._voice.has_voice(language.strip())

    def _pace(self, step):
        self._voice.pace = int(step)

    def _volume(self, percent):
        self._voice.volume = int(percent)

    def _pause(self):
        return self._longest


def main():
    """Run until the input ends."""
    application = QCoreApplication()
    voice = Synthesizer(application)
    voice.ready.connect(lambda: tell("ready"))
    voice.finished.connect(lambda: tell("finished"))
    voice.failed.connect(lambda reason: tell("failed", reason))
    spoken = Spoken(voice)
    orders = QSocketNotifier(0, QSocketNotifier.Type.Read, application)
    orders.activated.connect(lambda: spoken.read())
    application.aboutToQuit.connect(voice.close)
    turning = QTimer(application)
    turning.timeout.connect(spoken.turn)
    turning.start(5)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
