"""Connect the parts of a running kiosk, and carry out staff commands such as reload."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kiosk.app.content_display import ContentDisplay
from kiosk.app.content_service import ContentService
from kiosk.app.content_source import ContentSource
from kiosk.app.glass import Glass, ScreenGlass, WindowGlass
from kiosk.app.keys import new_keys
from kiosk.app.loading import ViewImports, view_contexts, width_problem
from kiosk.app.printing import Printing
from kiosk.app.screen_looks import ScreenLooks
from kiosk.app.services import Services
from kiosk.app.sound import new_chime, new_narrator, new_voice
from kiosk.app.stored_settings import StoredSettings
from kiosk.domain.device_settings import DeviceSettings
from kiosk.domain.mode import RULES
from kiosk.domain.staff_command import StaffCommand
from kiosk.domain.status import Fact
from kiosk.domain.visit_policy import VisitPolicy
from kiosk.files.settings import Settings
from kiosk.files.touch_rule import kept_rotation
from kiosk.ui.audio.chime import is_installed
from kiosk.ui.context import ViewContexts
from kiosk.ui.input.corner_gesture import CORNER_MM, CornerGesture
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.key_navigation import KeyNavigation
from kiosk.ui.input.second_tap import SecondTap
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.window.page_preparation import PagePreparation
from kiosk.ui.window.shell import Shell

if TYPE_CHECKING:
    from kiosk.app.status import KioskStatus
    from kiosk.ui.audio.narrator import Narrator
    from kiosk.ui.modes.staff_mode import StaffMode
    from kiosk.ui.window.session import Session

RESTART = 64
_NO_PIN = 'no staff PIN is set, so the staff panel stays closed; run "kiosk pin"'


class Kiosk(QObject):
    """Connect the parts, and carry out commands that concern the whole program."""

    def __init__(
        self,
        application: QApplication,
        shell: Shell,
        settings: Settings,
        source: ContentSource,
        services: Services,
    ) -> None:
        """Show the first page; raises `KioskError` where that cannot be."""
        super().__init__(shell)
        self._application = application
        self._shell = shell
        self._settings = settings
        self._services = services
        self._started = services.clock.seconds()
        self._corners: CornerGesture | None = None
        self._chain: EventChain | None = None
        self._staff_mode: StaffMode | None = None
        self._stored = StoredSettings(services.device_settings, services.report)
        self._chime = new_chime(self._stored.current.volume, services.report, self)
        self._voice = new_voice(application, services.report, self)
        self._narrator: Narrator | None = None
        self._looks = self._new_looks()
        self._content = self._new_content(source)
        self._printing = Printing(settings, source.folder, services.report, self)
        shell.supply(self._contexts())
        self._visitor_mode = self._new_visitor_mode()
        self._keys = new_keys(shell, settings, services, self._visitor_mode)
        self._display = ContentDisplay(
            shell, self._visitor_mode, self._content, self._contexts
        )
        self._visitor_mode.start()
        shell.session_started.connect(self._attach_session)
        shell.first_painted.connect(self._load_rest)
        shell.start_over()

    @property
    def keys(self) -> KeyNavigation:
        """The navigation by keys."""
        return self._keys

    @property
    def visitor_mode(self) -> VisitorMode:
        """The mode that begins and ends visits."""
        return self._visitor_mode

    @property
    def content(self) -> ContentService:
        """The service that reads the content."""
        return self._content

    def start(self, chain: EventChain) -> None:
        """Begin to serve visitors, once the window is on the screen."""
        if self._voice:
            self._narrator = new_narrator(
                self._shell, self._voice, self._application, self._visitor_mode
            )
        corner_px = self._looks.looks.metrics.px(CORNER_MM)
        self._corners = CornerGesture(self._shell, corner_px)
        self._corners.held.connect(self._visitor_mode.clean)
        self._chain = chain
        chain.handlers = replace(
            chain.handlers,
            activity=self._narrator.activity if self._narrator else None,
            corner_gesture=self._corners,
            input_gate=self._visitor_mode.gate,
            second_tap=SecondTap(self._shell, self._services.clock.seconds),
            key_navigation=self._keys,
            narrator=self._narrator,
        )
        self._open_staff_mode()

    def stop(self) -> None:
        """Stop serving visitors."""
        self._content.stop()
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

    def _new_looks(self) -> ScreenLooks:
        given = self._settings.screen_width_mm, self._stored.current.width_mm
        glass: Glass = WindowGlass(self._shell)
        if self._shell.is_locked:
            glass = ScreenGlass(self._application, self)
        looks = ScreenLooks(glass, *given, self, moves=not self._settings.reduce_motion)
        looks.changed.connect(self._draw_again)
        if not looks.given_mm and (problem := width_problem(glass.width_mm(0))):
            self._services.report(problem)
        return looks

    def _draw_again(self) -> None:
        """Draw everything in the size that the screen has now."""
        self._shell.serve(self._contexts())
        self._visitor_mode.show_waiting_screen()
        if self._corners:
            self._corners.corner_px = self._looks.looks.metrics.px(CORNER_MM)

    def _load_rest(self) -> None:
        """Load the parts that the first page does without."""
        self._content.start()
        ViewImports(self).start()
        preparation = PagePreparation(self._shell, self._services.report.bug)
        self._visitor_mode.gate.touched.connect(preparation.put_off)

    def _new_content(self, source: ContentSource) -> ContentService:
        clock, report = self._services.clock, self._services.report
        is_open = self._settings.clinic.hours.is_open(clock.now())
        return ContentService(source, clock, report, self, is_open=is_open)

    def _contexts(self) -> ViewContexts:
        """Return those of the content that is shown, in the looks of this screen."""
        contexts = view_contexts(
            self._settings,
            self._content.library,
            self._looks.looks,
            speech=self._voice is not None,
            now=self._services.clock.now,
        )
        return replace(contexts, print_page=self._printing.print_page)

    def _new_visitor_mode(self) -> VisitorMode:
        settings = self._settings
        policy = VisitPolicy(settings.idle, settings.clinic.hours, settings.attract)
        mode = VisitorMode(self._shell, policy, self._services.clock)
        mode.hours_changed.connect(self._content.change_hours)
        mode.asked.connect(self._chime.play)
        mode.visit_ended.connect(self._printing.clear)
        return mode

    def _open_staff_mode(self) -> None:
        settings, services = self._settings, self._services
        if not settings.pin:
            services.report(f"{settings.path}: {_NO_PIN}")
            return
        from kiosk.ui.modes.staff_mode import StaffAccess, StaffMode

        access = StaffAccess(
            settings.pin, settings.shuffle, is_installed(), self._facts, kept_rotation
        )
        stored = services.clock, self._stored.current
        mode = StaffMode(self._shell, self._visitor_mode, access, *stored)
        mode.device_settings_changed.connect(self._save)
        mode.command_requested.connect(self._carry_out)
        mode.sound_requested.connect(self._chime.play)
        self._display.reloaded.connect(mode.show_outcome)
        self._staff_mode = mode

    def _attach_session(self, session: "Session") -> None:
        session.staff_requested.connect(self._let_staff_in)

    def find_voices(self) -> None:
        """Ask which voices there are, for `status` to tell."""
        if self._voice:
            self._voice.has_voice("")

    def _let_staff_in(self) -> None:
        self.find_voices()
        if self._staff_mode:
            self._staff_mode.ask_pin()

    def _carry_out(self, command: StaffCommand) -> None:
        own: dict[StaffCommand, Callable[[], None]] = {
            StaffCommand.RELOAD: self._display.reload,
            StaffCommand.RESTART: partial(self._application.exit, RESTART),
            StaffCommand.QUIT: partial(self._application.exit, 0),
        }
        own[command]()

    def _facts(self) -> Sequence[Fact]:
        return self.status().facts(self._services.report)

    def status(self) -> "KioskStatus":
        """Return how the kiosk is, without anything of a visit."""
        from kiosk.app.status import KioskStatus

        clock = self._services.clock
        return KioskStatus(
            settings=self._settings,
            library=self._content.library,
            fault=self._content.fault,
            running_s=clock.seconds() - self._started,
            width_mm=self._looks.width_mm,
            volume=self._stored.current.volume if is_installed() else None,
            now=clock.now(),
            has_voice=self._voice.known_voice if self._voice else None,
            is_responsive=RULES[self._visitor_mode.mode].is_responsive,
        )

    def _save(self, device_settings: DeviceSettings) -> None:
        self._stored.save(device_settings)
        self._chime.volume = device_settings.volume
        self._looks.measure(device_settings.width_mm)
