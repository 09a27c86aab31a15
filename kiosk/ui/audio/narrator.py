"""Speak for the whole program: what is touched, what has changed, and the page.

While a visitor listens, the first touch of a control says what it is, and the second
uses it; a touch of words reads from there. Whatever is touched, speech stops at once.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kiosk.content.words import Strings
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.properties import language_of
from kiosk.ui.audio.control_descriptions import (
    is_tick_box,
    name_of,
    nature_of,
    state_of,
)
from kiosk.ui.audio.listen_controls import ListenControls
from kiosk.ui.audio.reading_script import (
    Sentence,
    button_over,
    character_at,
    script_of,
    text_of,
)
from kiosk.ui.audio.script_reader import ScriptReader
from kiosk.ui.audio.speech_queue import SpeechQueue
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.context import ViewContext
from kiosk.ui.input.activity import Activity
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.window.shell import Shell

_STROKE_PX = 24
_TYPE = QEvent.Type
_PRESSES = frozenset({_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick})


class Narrator(QObject):
    """Listen to what happens in the window, and say it.

    `began` and `ended` tell of speech, so that the time of an idle visitor can stand
    still meanwhile. What covers a visit is silent: a PIN is not for everybody's ears.
    """

    began = Signal()
    ended = Signal()

    def __init__(
        self, shell: Shell, voice: Synthesizer, application: QApplication
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._voice = voice
        self._reader = ScriptReader(voice, self)
        self._speaker = SpeechQueue(voice, self._reader, self)
        self._speaker.began.connect(self.began)
        self._speaker.ended.connect(self.ended)
        self._steering = ListenControls(voice, self._reader, self._speaker, self)
        self._any_touch = Activity(self)
        self._any_touch.touched.connect(self._speaker.hush)
        self._listening = False
        self._swallows = False
        self._was_checked = False
        self._armed: QAbstractButton | None = None
        self._pressed: QPointF | None = None
        self._connect(application)

    def _connect(self, application: QApplication) -> None:
        self._shell.drawn.connect(self._meet)
        self._shell.front_changed.connect(self._yield)
        self._shell.announced.connect(self.announce)
        self._shell.changed.connect(self._tell_state)
        self._shell.content_changed.connect(self._open)
        application.focusChanged.connect(self._focus)

    def watch(self) -> None:
        """Stand before the window, once it is on the screen: behind the gate."""
        self._shell.windowHandle().installEventFilter(self)
        self._shell.lead_with_finger()

    def watch_first(self) -> None:
        """Stop at what the gate swallows too, once the gate stands there."""
        self._shell.windowHandle().installEventFilter(self._any_touch)

    def leave(self) -> None:
        """Be silent, and know nothing of whoever listened."""
        self._listening, self._armed = False, None
        self._speaker.hush()
        self._reader.open(())
        self._steering.leave()

    def announce(self, words: str) -> None:
        """Say what has changed, to whoever listens."""
        if self._is_on:
            self._speaker.then(words, self._language)

    def ask(self) -> None:
        """Ask aloud whether anyone is still there."""
        if self._is_on:
            strings = self._strings
            question = f"{strings.still_there} {strings.still_there_how}"
            self._speaker.say(question, self._language)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While somebody listens, let only a second touch of a control through."""
        if not self._is_on or not isinstance(event, QMouseEvent):
            return False
        if event.type() in _PRESSES:
            return self._press(event)
        if event.type() == _TYPE.MouseButtonRelease:
            return self._release(event)
        return self._swallows

    @property
    def _is_on(self) -> bool:
        return self._listening and not self._shell.cover_shown

    def _press(self, event: QMouseEvent) -> bool:
        """Say what is touched first, and again what cannot be used."""
        self._speaker.hush()
        at = self._shell.childAt(event.position().toPoint())
        control, was_armed = button_over(at), self._armed
        self._pressed = None if control else event.position()
        self._arm(control)
        can_be_used = bool(control and control.isEnabled())
        self._swallows = bool(control) and not (can_be_used and control is was_armed)
        if self._swallows and control:
            self._describe(control)
            if can_be_used:
                self._speaker.then(self._strings.touch_to_use, self._language)
        return self._swallows

    def _release(self, event: QMouseEvent) -> bool:
        was_swallowed, self._swallows = self._swallows, False
        begun, self._pressed = self._pressed, None
        if begun and (event.position() - begun).manhattanLength() < _STROKE_PX:
            self._read_from(event.position())
        return was_swallowed

    def _arm(self, control: QAbstractButton | None) -> None:
        self._armed = control
        self._was_checked = bool(control and control.isChecked())

    def _describe(self, control: QAbstractButton) -> None:
        """Say what a control is; its name in the language that the name is in."""
        own, name = language_of(control), name_of(control)
        nature = nature_of(control, self._strings)
        if own in ("", self._language) or self._voice.lacks(own):
            self._speaker.then(f"{name}, {nature}", self._language)
        else:
            self._speaker.then(name, own)
            self._speaker.then(nature, self._language)

    def _tell_state(self) -> None:
        """Say what has become of a box that was ticked."""
        control = self._armed
        if not self._is_on or not control or not is_tick_box(control):
            return
        if control.isChecked() is not self._was_checked:
            self._arm(control)
            state = state_of(control, self._strings)
            self._speaker.then(f"{state}.", self._language)

    def _read_from(self, place: QPointF) -> None:
        """Read on from the words that were touched."""
        words = self._words_at(place)
        if not words:
            return
        if self._reader.has(words):
            spot = words.mapFrom(self._shell, place.toPoint())
            self._speaker.read(words, character_at(words, spot))
        else:
            said = text_of(words) or words.accessibleName()
            self._speaker.say(said, language_of(words) or self._language)

    def _words_at(self, place: QPointF) -> QLabel | None:
        """Return the label there: touches pass through labels to what is behind."""
        session = self._shell.session
        labels = session.findChildren(QLabel) if session else []
        for label in labels:
            at = label.mapFrom(self._shell, place.toPoint())
            shown = label.isVisible() and label.visibleRegion().contains(at)
            if shown and (label.text() or label.accessibleName()):
                return label
        return None

    def _focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Say what the keyboard has come to; its next key may use it.

        A page that is being read is read to its end first. One that is come to from
        a control is read; the first key, which only shows where one is, reads none.
        """
        if not self._is_on:
            return
        if isinstance(new, QAbstractButton):
            self._arm(new)
            self._describe(new)
        elif _is_come_to(new, old) and not self._reader.is_playing:
            self._speaker.read(self._reader.first_seen)

    def _yield(self) -> None:
        """Be silent before what covers the visit."""
        if self._listening and not self._is_on:
            self._speaker.hush()

    def _meet(self) -> None:
        """See whether the visitor of a new session listens."""
        session, was_listening = self._shell.session, self._listening
        goes_on = self._reader.is_playing or bool(session and session.is_covered)
        self._speaker.hush()
        self._armed = None
        self._listening = bool(session and session.visit.preferences.listening)
        bar = session.listen_bar if session else None
        if not self._listening or not bar:
            self._part(was_listening=was_listening)
            return
        self._steering.meet(bar, self._material)
        self._reader.reopen(self._script())
        if not was_listening:
            self.announce(self._strings.listen_on)
        elif goes_on and self._is_on:
            self._speaker.read()

    def _part(self, *, was_listening: bool) -> None:
        """Listen no more; say so to whoever has turned it off."""
        self.leave()
        if was_listening and not self._shell.cover_shown:
            self._speaker.say(self._strings.listen_off, self._language)

    def _open(self) -> None:
        """Read a page that was opened, from its beginning."""
        if self._is_on:
            self._reader.open(self._script())
            self._speaker.read()

    def _script(self) -> tuple[Sentence, ...]:
        """Return what there is to read.

        A name in a language without a voice, such as its own on the button that
        chooses it, is said as well as can be; words in one are not.
        """
        session = self._shell.session
        if not session:
            return ()
        here, strings = self._language, self._strings
        script = tuple(
            replace(it, language=here)
            if not it.length and self._voice.lacks(it.language)
            else it
            for it in script_of(session.front, here, strings)
        )
        self._steering.need((here, *(it.language for it in script)))
        return script

    @property
    def _material(self) -> ViewContext:
        assert self._shell.stock  # there was a session to listen to
        session = self._shell.session
        return self._shell.stock.of(session.visit if session else Visit())

    @property
    def _language(self) -> str:
        return self._material.pack.language

    @property
    def _strings(self) -> Strings:
        return self._material.pack.strings


def _is_come_to(new: QWidget | None, old: QWidget | None) -> bool:
    """Tell whether keys have come to a text from a control."""
    return isinstance(new, ReadingArea) and isinstance(old, QAbstractButton)
