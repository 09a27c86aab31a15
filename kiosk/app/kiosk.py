"""A kiosk that works: its window, its modes, its sound, and what they ask of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kiosk.app.content_service import Proofreader
from kiosk.app.loading import ContentLoader, metrics_of
from kiosk.app.problems import Reporter
from kiosk.domain.clock import Clock
from kiosk.domain.device_settings import DeviceSettings
from kiosk.domain.metrics import Metrics
from kiosk.domain.staff_command import StaffCommand
from kiosk.domain.status import Fact
from kiosk.errors import KioskError, SettingsError, StateError
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.files.parsing import blaming
from kiosk.files.paths import resources
from kiosk.ui.audio.chime import Chime, is_installed
from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.audio.synthesizer import is_installed as has_speech
from kiosk.ui.context import Stock
from kiosk.ui.input.corner_gesture import CORNER_MM, CornerGesture
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.key_navigation import KeyNavigation
from kiosk.ui.input.keymap import Keymap
from kiosk.ui.modes.visitor_mode import VisitorMode, VisitPolicy
from kiosk.ui.window.shell import Shell

if TYPE_CHECKING:
    from kiosk.ui.audio.narrator import Narrator
    from kiosk.ui.modes.staff_mode import StaffMode
    from kiosk.ui.window.session import Session

RESTART = 64
_NO_PIN = 'no staff PIN is set, so the staff panel stays closed; run "kiosk pin"'


@dataclass(frozen=True, slots=True)
class Services:
    """What a station stands in: the time, a memory, and somebody to tell."""

    clock: Clock
    state: DeviceSettingsFile
    report: Reporter


class Kiosk(QObject):
    """Connect the parts, and answer what they wish of the whole program.

    `failed_for_good` carries the `KioskError` after which nothing is left to show.
    """

    failed_for_good = Signal(object)

    def __init__(
        self,
        application: QApplication,
        shell: Shell,
        gatherer: ContentLoader,
        around: Services,
    ) -> None:
        super().__init__(shell)
        self._application = application
        self._shell = shell
        self._gatherer = gatherer
        self._around = around
        self._started = around.clock.seconds()
        self._bad: frozenset[tuple[str, str]] = frozenset()
        self._corners: CornerGesture | None = None
        self._chain: EventChain | None = None
        self._kept = self._read_kept()
        self._chime = Chime(resources() / "sounds" / "still-there.wav", self)
        self._chime.volume = self._kept.volume
        self._chime.failed.connect(around.report)
        settings = gatherer.settings
        self._staffed = settings.clinic.hours.is_open(around.clock.now())
        self._voice = self._new_voice()
        self._narrator: Narrator | None = None
        self._staff_mode: StaffMode | None = None
        self._connect_shell()
        shell.supply(self._stock())
        self._visitor_mode = self._new_visitor_mode()
        self._keys = self._keyboard()
        self._visitor_mode.start()
        shell.start_over()

    def _connect_shell(self) -> None:
        self._shell.session_started.connect(self._attach_session)
        self._shell.first_painted.connect(self._proofread)
        self._shell.page_failed.connect(self._proofread)

    @property
    def keys(self) -> KeyNavigation:
        """What does what keys mean."""
        return self._keys

    @property
    def visitor_mode(self) -> VisitorMode:
        """What begins and ends visits."""
        return self._visitor_mode

    def begin(self, chain: EventChain) -> None:
        """Begin to look after visits, once the window is on the screen."""
        if self._voice:
            self._narrator = self._narrate(self._voice)
        self._corners = CornerGesture(self._shell, self._metrics().px(CORNER_MM))
        self._corners.held.connect(self._visitor_mode.clean)
        self._chain = chain
        chain.handlers = replace(
            chain.handlers,
            activity=self._narrator.activity if self._narrator else None,
            corner_gesture=self._corners,
            input_gate=self._visitor_mode.gate,
            key_navigation=self._keys,
            narrator=self._narrator,
        )
        self._start_staff_mode()

    def close(self) -> None:
        """Look after nothing any more."""
        self._visitor_mode.stop()
        if self._chain:
            handlers = self._chain.handlers  # of those, what scrolls and locks goes on
            self._chain.handlers = Handlers(
                lockdown=handlers.lockdown, touch_scroller=handlers.touch_scroller
            )
        if self._narrator:
            self._narrator.end_visit()
        if self._corners:
            self._corners.held.disconnect(self._visitor_mode.clean)

    def _new_visitor_mode(self) -> VisitorMode:
        settings = self._gatherer.settings
        policy = VisitPolicy(settings.idle, settings.clinic.hours, settings.attract)
        visitor_mode = VisitorMode(self._shell, policy, self._around.clock)
        visitor_mode.hours_changed.connect(self._change_words)
        visitor_mode.asked.connect(self._chime.play)
        return visitor_mode

    def _keyboard(self) -> KeyNavigation:
        """Return what does what keys mean; raises `SettingsError`."""
        settings = self._gatherer.settings
        with blaming(settings.path, SettingsError):
            keymap = Keymap.of(settings.keys)
        keys = KeyNavigation(self._shell, keymap, self._around.clock.seconds)
        self._visitor_mode.woken_by_key.connect(keys.focus.begin)
        self._visitor_mode.visit_ended.connect(keys.focus.forget)
        return keys

    def _start_staff_mode(self) -> None:
        settings, around = self._gatherer.settings, self._around
        if not settings.pin:
            around.report(f"{settings.path}: {_NO_PIN}")
            return
        from kiosk.ui.modes.staff_mode import StaffAccess, StaffMode

        sound = is_installed()
        staff = StaffAccess(settings.pin, settings.shuffle, sound, self._facts)
        staff_mode = StaffMode(
            self._shell, self._visitor_mode, staff, around.clock, self._kept
        )
        staff_mode.device_settings_changed.connect(self._keep)
        staff_mode.command_requested.connect(self._carry_out)
        staff_mode.sound_requested.connect(self._chime.play)
        self._staff_mode = staff_mode

    def _width_mm(self) -> float:
        """Return the width that staff measured, or that the settings say, or 0."""
        return self._kept.width_mm or self._gatherer.settings.screen_width_mm

    def _metrics(self) -> Metrics:
        return metrics_of(self._application.primaryScreen(), self._width_mm())

    def _stock(self) -> Stock:
        """Read everything anew, but for what is known to be bad."""
        stock = self._gatherer.gather(
            self._metrics(), staffed=self._staffed, without=self._bad
        )
        bad = {language for language, page in self._bad if not page}
        good = tuple(it for it in stock.languages if it.code not in bad)
        speech = self._voice is not None
        return replace(stock, languages=good or stock.languages, speech=speech)

    def _new_voice(self) -> Synthesizer | None:
        """Return a voice if speech is installed; it connects when first needed."""
        if not has_speech():
            return None
        voice = Synthesizer(self)
        voice.failed.connect(self._around.report)
        self._application.aboutToQuit.connect(voice.close)
        return voice

    def _narrate(self, voice: Synthesizer) -> "Narrator":
        from kiosk.ui.audio.narrator import Narrator

        narrator = Narrator(self._shell, voice, self._application)
        narrator.started.connect(self._visitor_mode.idle_timer.pause)
        narrator.ended.connect(self._visitor_mode.idle_timer.resume)
        self._visitor_mode.asked.connect(narrator.ask_still_there)
        self._visitor_mode.visit_ended.connect(narrator.end_visit)
        return narrator

    def _attach_session(self, session: "Session") -> None:
        session.staff_requested.connect(self._let_staff_in)

    def _let_staff_in(self) -> None:
        """Ask for the PIN, and which voices there are, for the panel to tell."""
        if self._voice:
            self._voice.has_voice("")
        if self._staff_mode:
            self._staff_mode.ask_pin()

    def _change_words(self, staffed: bool) -> None:  # noqa: FBT001 - Qt's signal
        """The clinic has opened or closed: help is elsewhere now."""
        self._staffed = staffed
        try:
            self._shell.serve(self._stock())
        except KioskError as problem:
            self._around.report(*problem.lines)
            self._visitor_mode.retry_hours()

    def _proofread(self) -> None:
        if not self._shell.stock:
            return
        proofreader = Proofreader(self._shell.stock, self)
        proofreader.found.connect(self._around.report.page)
        proofreader.finished.connect(self._go_without)
        proofreader.start()

    def _go_without(self, bad: frozenset[tuple[str, str]]) -> None:
        """Serve on without the pages and languages that cannot be read."""
        if bad <= self._bad:
            return
        self._bad |= bad
        try:
            stock = self._stock()
        except KioskError as problem:
            self.failed_for_good.emit(problem)
            return
        try:
            self._shell.serve(stock)
        except KioskError as problem:
            self._around.report(*problem.lines)
            self._shell.supply(stock)  # for the next visitor: this one's words are gone

    def _carry_out(self, command: StaffCommand) -> None:
        own: dict[StaffCommand, Callable[[], None]] = {
            StaffCommand.RELOAD: self._reload,
            StaffCommand.RESTART: partial(self._application.exit, RESTART),
            StaffCommand.QUIT: partial(self._application.exit, 0),
        }
        own[command]()

    def _reload(self) -> None:
        """Read the content again; what cannot be used leaves everything as it was."""
        report = self._around.report
        before = (self._bad, [*report.left_out])
        self._bad = frozenset()
        report.left_out.clear()
        try:
            self._shell.start(self._proofread_stock())
        except KioskError as problem:
            self._bad, report.left_out[:] = before
            report(*problem.lines)
        if self._corners:
            self._corners.corner_px = self._metrics().px(CORNER_MM)
        if self._staff_mode:
            self._staff_mode.show_panel()

    def _proofread_stock(self) -> Stock:
        """Read every page now: staff wait for it, and want to know."""
        proofreader = Proofreader(self._stock(), self)
        proofreader.found.connect(self._around.report.page)
        self._bad = proofreader.read_all()
        return self._stock()

    def _facts(self) -> Sequence[Fact]:
        from kiosk.app.status import KioskStatus

        around, gatherer = self._around, self._gatherer
        screen = self._application.primaryScreen()
        condition = KioskStatus(
            settings=gatherer.settings.path,
            content=gatherer.content,
            running_s=around.clock.seconds() - self._started,
            width_mm=self._width_mm() or screen.physicalSize().width(),
            volume=self._kept.volume if is_installed() else None,
            today=around.clock.now().date(),
            has_voice=self._voice.has_voice if self._voice else None,
        )
        stock = self._shell.stock
        return condition.facts(stock.packs(), around.report) if stock else ()

    def _read_kept(self) -> DeviceSettings:
        try:
            return self._around.state.read()
        except StateError as problem:
            self._around.report(f"{problem}; what staff set on the screen is lost")
            return DeviceSettings()

    def _keep(self, kept: DeviceSettings) -> None:
        self._kept = kept
        self._chime.volume = kept.volume
        try:
            self._around.state.write(kept)
        except StateError as problem:
            self._around.report(f"{problem}; what staff set lasts until the next start")
