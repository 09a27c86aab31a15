"""Speak for the whole program: what is touched, what has changed, and the page.

While a visitor listens, the first touch of a control says what it is, and the second
uses it; a touch of words reads from there. Whatever is touched, speech stops at once.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kiosk.domain.bidi import bare
from kiosk.domain.content import Strings
from kiosk.domain.visit import Visit
from kiosk.ui.listen_bar import ListenBar
from kiosk.ui.material import Material
from kiosk.ui.reader import Reader
from kiosk.ui.script import button_over, script_of
from kiosk.ui.shell import Shell
from kiosk.ui.voice import Voice

VOLUME = 60
LOUDEST = 100
"""Of 100. How loud that is in the room is for whoever mounts the loudspeaker; every
visit begins at the same (EN 301 549, 5.1.3.12 and Section 508, 402.3)."""

_VOLUME_STEP = 20
_PACES = range(-3, 4)
_STROKE_PX = 24
_TYPE = QEvent.Type
_TOUCHES = frozenset({_TYPE.MouseButtonPress, _TYPE.TouchBegin, _TYPE.KeyPress})


class Narrator(QObject):
    """Listen to what happens in the window, and say it.

    `began` and `ended` tell of speech, so that the time of an idle visitor can stand
    still meanwhile.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, shell: Shell, voice: Voice, application: QApplication) -> None:
        super().__init__(shell)
        self._shell = shell
        self._voice = voice
        self._reader = Reader(voice, self)
        self._listening = False
        self._broken = False
        self._armed: QWidget | None = None
        self._swallows = False
        self._pressed: QPointF | None = None
        self._bar: ListenBar | None = None
        self._reset()
        shell.drawn.connect(self._meet)
        shell.told.connect(self.announce)
        shell.turned.connect(self._open)
        self._reader.playing.connect(self._show_playing)
        voice.finished.connect(self._rest)
        voice.failed.connect(self._fail)
        voice.ready.connect(self._show_trouble)
        application.focusChanged.connect(self._focus)

    def watch(self) -> None:
        """Stand before the window, once it is on the screen."""
        self._shell.windowHandle().installEventFilter(self)

    def announce(self, words: str) -> None:
        """Say what has changed, to whoever listens."""
        if self._listening and words:
            self._reader.pause()
            self._say(words)

    def ask(self) -> None:
        """Ask aloud whether anyone is still there."""
        strings = self._strings
        self.announce(f"{strings.still_there} {strings.still_there_how}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop at any touch; while somebody listens, let only a second one through."""
        kind = event.type()
        if not self._listening:
            return False
        if kind in _TOUCHES:
            self._hush()
        return isinstance(event, QMouseEvent) and self._take(event)

    def _take(self, event: QMouseEvent) -> bool:
        """Tell whether a press, or what follows it, has been taken."""
        kind = event.type()
        if kind in (_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick):
            return self._press(event)
        if kind == _TYPE.MouseButtonRelease:
            return self._release(event)
        return self._swallows

    def _press(self, event: QMouseEvent) -> bool:
        self._hush()
        control = self._control_at(event.position())
        self._swallows = bool(control) and control is not self._armed
        self._pressed = None if control else event.position()
        if self._swallows and control:
            self._armed = control
            self._say(f"{self.described(control)} {self._strings.touch_to_use}")
        return self._swallows

    def _release(self, event: QMouseEvent) -> bool:
        was_swallowed, self._swallows = self._swallows, False
        begun, self._pressed = self._pressed, None
        if begun and (event.position() - begun).manhattanLength() < _STROKE_PX:
            self._read_from(event.position())
        return was_swallowed

    def _control_at(self, place: QPointF) -> QAbstractButton | None:
        return button_over(self._shell.childAt(place.toPoint()))

    def _read_from(self, place: QPointF) -> None:
        """Read on from the words that were touched."""
        words = self._words_at(place)
        if words and self._reader.has(words):
            self._start(words)
        elif words:
            self._say(bare(words.text() or words.accessibleName()))

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

    def described(self, control: QAbstractButton) -> str:
        """Return a control's name, what it is, its state and what explains it."""
        strings = self._strings
        kind, state = strings.button, ""
        if control.property("role") in ("row_tab", "tile_tab"):
            kind = strings.tab
            state = strings.chosen if control.isChecked() else ""
        elif control.property("ticked") is not None:
            kind = strings.tick_box
            state = strings.ticked if control.isChecked() else strings.not_ticked
        elif control.isCheckable():
            state = strings.chosen if control.isChecked() else strings.not_chosen
        if not control.isEnabled():
            state = strings.cannot_be_used
        name = control.accessibleName() or control.text()
        parts = (name, kind, state, control.accessibleDescription())
        return ", ".join(part for part in map(bare, parts) if part) + "."

    def _focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Say what the keyboard has come to; its next key may use it."""
        if not self._listening or not isinstance(new, QAbstractButton):
            return
        self._armed = new
        self._reader.pause()
        self._say(self.described(new))

    def _meet(self) -> None:
        """See whether the visitor of a new session listens."""
        session = self._shell.session
        was_listening, self._armed = self._listening, None
        self._listening = bool(session and session.visit.comfort.listening)
        self._bar = session.listen_bar if session else None
        if self._bar:
            self._bar.wished.connect(self._do)
        if not self._listening:
            self._reader.open(())
            self._reset()
            self._voice.stop()
            self._rest()
            return
        self._show_trouble()
        self._prepare()
        if not was_listening:
            self._say(self._strings.listen_on)

    def _open(self) -> None:
        """Read a page that was opened, from its beginning."""
        if self._listening:
            self._prepare()
            self._start()

    def _prepare(self) -> None:
        session = self._shell.session
        if session:
            pack = self._material.pack
            script = script_of(session.front, pack.language, pack.strings)
            self._reader.open(script)

    def _do(self, wish: str) -> None:
        """Do what the bar of the reading voice asks for."""
        steps = {"again": 0, "before": -1, "after": 1}
        if wish == "play":
            self._reader.pause() if self._reader.is_playing else self._start()
        elif wish in steps:
            self.began.emit()
            self._reader.step(steps[wish])
        else:
            self._turn(wish)

    def _turn(self, wish: str) -> None:
        pace = self._voice.pace + {"slower": -1, "faster": 1}.get(wish, 0)
        step = {"softer": -_VOLUME_STEP, "louder": _VOLUME_STEP}.get(wish, 0)
        self._voice.pace = max(_PACES[0], min(pace, _PACES[-1]))
        volume = self._voice.volume + step
        self._voice.volume = max(_VOLUME_STEP, min(volume, LOUDEST))
        self._say(getattr(self._strings, {"softer": "quieter"}.get(wish, wish)))

    def _start(self, at: QWidget | None = None) -> None:
        self.began.emit()
        self._reader.play(at)

    def _say(self, words: str) -> None:
        self.began.emit()
        self._voice.say(bare(words), self._material.pack.language)

    def _hush(self) -> None:
        self._reader.pause()
        self._voice.stop()
        self._rest()

    def _rest(self) -> None:
        if not self._reader.is_playing:
            self.ended.emit()

    def _reset(self) -> None:
        self._voice.pace, self._voice.volume = 0, VOLUME

    def _fail(self, _problem: str) -> None:
        self._broken = True
        self._reader.pause()
        self._rest()
        self._show_trouble()

    def _show_playing(self, playing: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._bar:
            self._bar.show_playing(playing)

    def _show_trouble(self) -> None:
        """Say on the screen why nothing is heard: never fall silent without a word."""
        if not self._bar:
            return
        pack = self._material.pack
        speaks = self._voice.speaks(pack.language)
        if speaks is False:
            words = pack.strings.no_voice.replace("{language}", pack.name)
        else:
            words = pack.strings.speech_stopped if self._broken else ""
        self._bar.show_trouble(words)

    @property
    def _material(self) -> Material:
        assert self._shell.stock  # there was a session to listen to
        session = self._shell.session
        return self._shell.stock.of(session.visit if session else Visit())

    @property
    def _strings(self) -> Strings:
        return self._material.pack.strings
