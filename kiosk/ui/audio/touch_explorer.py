"""Touch exploration for visitors who listen, as on a phone with a screen reader.

The first touch of a control describes it, the second uses it; a touch of text reads
from there. `Narrator` decides whether a visitor listens.
"""

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QLabel
from shiboken6 import isValid

from kiosk.content.packs import Pack
from kiosk.ui.accessibility.properties import language_of
from kiosk.ui.audio.control_descriptions import (
    control_kind,
    control_name,
    control_state,
    is_tick_box,
)
from kiosk.ui.audio.reading_script import button_containing, character_at, label_text
from kiosk.ui.audio.script_reader import ScriptReader
from kiosk.ui.audio.speech_queue import SpeechQueue
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.window.shell import Shell

_STROKE_PX = 24
_TYPE = QEvent.Type
_PRESSES = frozenset({_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick})


class TouchExplorer(QObject):
    """Describe touched controls, and swallow the first touch of each."""

    def __init__(
        self, shell: Shell, voice: Synthesizer, reader: ScriptReader, queue: SpeechQueue
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._voice = voice
        self._reader = reader
        self._queue = queue
        self._described: QAbstractButton | None = None
        self._was_checked = False
        self._swallows = False
        self._text_press: QPointF | None = None

    def forget(self) -> None:
        """Forget which control was described: its next touch describes it again."""
        self._described = None

    def handle(self, event: QMouseEvent, pack: Pack) -> bool:
        """Handle a mouse event in the words of `pack`; return whether to swallow it."""
        if event.type() in _PRESSES:
            return self._press(event, pack)
        if event.type() == _TYPE.MouseButtonRelease:
            return self._release(event, pack)
        return self._swallows

    def describe(self, control: QAbstractButton, pack: Pack) -> None:
        """Say name, kind and state of a control; its next touch or key may use it."""
        self._remember(control)
        own, name = language_of(control), control_name(control)
        kind = control_kind(control, pack.strings)
        if own in ("", pack.language) or self._voice.lacks_voice(own):
            self._queue.add(f"{name}, {kind}", pack.language)
        else:
            self._queue.add(name, own)
            self._queue.add(kind, pack.language)

    def say_new_state(self, pack: Pack) -> None:
        """Say the new state of the tick box that was described, if it has changed."""
        control = self._described
        if not control or not isValid(control) or not is_tick_box(control):
            return
        if control.isChecked() is not self._was_checked:
            self._remember(control)
            self._queue.add(f"{control_state(control, pack.strings)}.", pack.language)

    def _press(self, event: QMouseEvent, pack: Pack) -> bool:
        """Describe a control touched for the first time, or one that is disabled."""
        self._queue.stop()
        widget = self._shell.childAt(event.position().toPoint())
        control, described = button_containing(widget), self._described
        self._text_press = None if control else event.position()
        self._remember(control)
        enabled = bool(control and control.isEnabled())
        self._swallows = bool(control) and not (enabled and control is described)
        if self._swallows and control:
            self.describe(control, pack)
            if enabled:
                self._queue.add(pack.strings.touch_to_use, pack.language)
        return self._swallows

    def _release(self, event: QMouseEvent, pack: Pack) -> bool:
        swallowed, self._swallows = self._swallows, False
        pressed, self._text_press = self._text_press, None
        if pressed and (event.position() - pressed).manhattanLength() < _STROKE_PX:
            self._read_from(event.position(), pack)
        return swallowed

    def _remember(self, control: QAbstractButton | None) -> None:
        self._described = control
        self._was_checked = bool(control and control.isChecked())

    def _read_from(self, point: QPointF, pack: Pack) -> None:
        """Read on from the text at a point of the window."""
        label = self._label_at(point)
        if not label:
            return
        if self._reader.contains(label):
            within = label.mapFrom(self._shell, point.toPoint())
            self._queue.read_page(label, character_at(label, within))
        else:
            text = label_text(label) or label.accessibleName()
            self._queue.say(text, language_of(label) or pack.language)

    def _label_at(self, point: QPointF) -> QLabel | None:
        """Return the label at a point: `childAt` returns the widget behind a label."""
        session = self._shell.session
        for label in session.findChildren(QLabel) if session else []:
            within = label.mapFrom(self._shell, point.toPoint())
            shown = label.isVisible() and label.visibleRegion().contains(within)
            if shown and (label.text() or label.accessibleName()):
                return label
        return None
