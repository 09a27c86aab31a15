"""The narrator: decides which texts a visitor who listens hears, and when.

It says the touched control, each change and the open page. Any touch stops speech at
once. Speech itself is done by `SpeechQueue` and `ScriptReader`.
"""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.content.packs import Pack
from kiosk.domain.visit import Visit
from kiosk.ui.audio.listen_controls import ListenControls
from kiosk.ui.audio.reading_script import Sentence, script_of
from kiosk.ui.audio.script_reader import ScriptReader
from kiosk.ui.audio.speech_queue import SpeechQueue
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.audio.touch_explorer import TouchExplorer
from kiosk.ui.context import ViewContext
from kiosk.ui.input.activity import Activity
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell


class Narrator(QObject):
    """Follow the window, and speak to a visitor who listens.

    `started` and `ended` frame speech, so that the idle timer can pause. On
    a screen between visits it is silent: a PIN must not be heard in the room.
    """

    started = Signal()
    ended = Signal()

    def __init__(
        self, shell: Shell, voice: Synthesizer, application: QApplication
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._voice = voice
        self._reader = ScriptReader(voice, self._script, self)
        self._queue = SpeechQueue(voice, self._reader, self)
        self._queue.started.connect(self.started)
        self._queue.ended.connect(self.ended)
        self._controls = ListenControls(voice, self._reader, self._queue, self)
        self._explorer = TouchExplorer(shell, voice, self._reader, self._queue)
        self.activity = Activity(self)
        self.activity.touched.connect(self._queue.stop)
        self._listening = False
        self._has_read_page = False
        self._connect(application)

    def _connect(self, application: QApplication) -> None:
        self._shell.session_started.connect(self._attach_session)
        self._shell.front_changed.connect(self._stop_behind_screen)
        if session := self._shell.session:
            self._follow(session)
        application.focusChanged.connect(self._describe_focus)

    def end_visit(self) -> None:
        """Fall silent and forget the visitor."""
        self._listening = self._has_read_page = False
        self._explorer.forget()
        self._queue.stop()
        self._reader.forget()
        self._controls.detach()

    def announce(self, text: str) -> None:
        """Say the text of a change, if the visitor listens."""
        if self._is_on:
            self._queue.add(text, self._pack.language)

    def ask_still_there(self) -> None:
        """Say the question "Are you still there?", if the visitor listens."""
        if self._is_on:
            assert self._shell.session  # nobody is asked without a visit
            question = self._shell.session.overlays.idle_question
            self._queue.say(question, self._pack.language)

    def handle(self, event: QEvent) -> bool:
        """While a visitor listens, pass only the second touch of a control."""
        if not self._is_on or not isinstance(event, QMouseEvent):
            return False
        return self._explorer.handle(event, self._pack)

    @property
    def _is_on(self) -> bool:
        return self._listening and not self._shell.screen_shown

    def _say_new_state(self) -> None:
        if self._is_on:
            self._explorer.say_new_state(self._pack)

    def _describe_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Describe the control that keys have moved to; its next key may use it.

        A page being read is read to its end first. Text that keys reach from a control
        is read; the first key, which only shows the focus, reads none.
        """
        if not self._is_on:
            return
        if isinstance(new, QAbstractButton):
            self._explorer.describe(new, self._pack)
        elif _has_left_control(old, new) and not self._reader.is_playing:
            self._queue.read_page(self._reader.first_visible_widget())

    def _stop_behind_screen(self) -> None:
        """Fall silent when a screen between visits comes to the front."""
        if self._listening and not self._is_on:
            self._queue.stop()

    def _follow(self, session: Session) -> None:
        session.announced.connect(self.announce)
        session.changed.connect(self._say_new_state)
        session.content_changed.connect(self._read_new_content)

    def _attach_session(self, session: Session) -> None:
        """Follow a new session, and go on reading if its visitor listens."""
        self._follow(session)
        self._voice.codes = self._context.library.speech_codes
        was_listening = self._listening
        goes_on = self._reader.is_playing or session.has_overlay
        self._queue.stop()
        self._explorer.forget()
        self._listening = session.visit.preferences.listening
        bar = session.voice_controls
        if not self._listening or not bar:
            self._turn_off(was_listening=was_listening)
            return
        self._controls.attach(bar, self._context)
        self._reader.refresh()
        if not was_listening:
            self.announce(self._pack.strings.listen_on)
        elif goes_on and self._is_on:
            self._queue.read_page()

    def _turn_off(self, *, was_listening: bool) -> None:
        """Stop, and say so to a visitor who has turned it off."""
        self.end_visit()
        if was_listening and not self._shell.screen_shown:
            self._queue.say(self._pack.strings.listen_off, self._pack.language)

    def _read_new_content(self) -> None:
        """Read a page that was opened, from its beginning.

        The urgent notices above it are read before the first page alone.
        """
        if self._is_on:
            self._reader.forget()
            self._queue.read_page(self._first_of_page())
            self._has_read_page = True

    def _first_of_page(self) -> QWidget | None:
        """Return the widget to begin at; None for the beginning of the script."""
        session = self._shell.session
        if not session or not self._has_read_page:
            return None
        on_page = (
            it.widget for it in self._script() if session.front.isAncestorOf(it.widget)
        )
        return next(on_page, None)

    def _script(self) -> tuple[Sentence, ...]:
        """Return the script of the session.

        A name in a language without a voice, such as its own on the button that
        chooses it, is said in the session's voice; sentences in one are not.
        """
        session = self._shell.session
        if not session:
            return ()
        here, strings = self._pack.language, self._pack.strings
        script = tuple(
            replace(it, language=here)
            if not it.length and self._voice.lacks_voice(it.language)
            else it
            for part in session.parts
            for it in script_of(part, here, strings)
        )
        self._controls.require_voices((here, *(it.language for it in script)))
        return script

    @property
    def _context(self) -> ViewContext:
        assert self._shell.contexts  # there was a session to listen to
        session = self._shell.session
        return self._shell.contexts.of(session.visit if session else Visit())

    @property
    def _pack(self) -> Pack:
        return self._context.pack


def _has_left_control(old: QWidget | None, new: QWidget | None) -> bool:
    """Check whether the focus has moved from a control to text."""
    return isinstance(new, ReadingArea) and isinstance(old, QAbstractButton)
