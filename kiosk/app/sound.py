"""Create the chime, the voice and the narrator, and connect them to the kiosk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kiosk.app.problems import Reporter
from kiosk.files.paths import resources
from kiosk.ui.audio.chime import Chime
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.audio.synthesizer import is_installed as has_speech
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.window.shell import Shell

if TYPE_CHECKING:
    from kiosk.ui.audio.narrator import Narrator


def new_chime(volume: int, report: Reporter, parent: QObject) -> Chime:
    """Return the chime, so loud in percent."""
    chime = Chime(resources() / "sounds" / "still-there.wav", parent)
    chime.volume = volume
    chime.failed.connect(report)
    return chime


def new_voice(
    application: QApplication, report: Reporter, parent: QObject
) -> Synthesizer | None:
    """Return a voice if speech is installed; it connects when first needed."""
    if not has_speech():
        return None
    voice = Synthesizer(parent)
    voice.failed.connect(report)
    application.aboutToQuit.connect(voice.close)
    return voice


def new_narrator(
    shell: Shell,
    voice: Synthesizer,
    application: QApplication,
    visitor_mode: VisitorMode,
) -> "Narrator":
    """Return what reads to visitors; while it does, silence is none of theirs."""
    from kiosk.ui.audio.narrator import Narrator

    narrator = Narrator(shell, voice, application)
    narrator.started.connect(visitor_mode.idle_timer.pause)
    narrator.ended.connect(visitor_mode.idle_timer.resume)
    visitor_mode.asked.connect(narrator.ask_still_there)
    visitor_mode.visit_ended.connect(narrator.end_visit)
    return narrator
