"""A user who has keys alone, at a window as large as a real one."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea

from kiosk.app.content_source import ContentSource
from kiosk.app.kiosk import Kiosk
from kiosk.app.problems import Reporter
from kiosk.app.services import Services
from kiosk.domain.clinic import Clinic
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.files.settings import Settings
from kiosk.ui.accessibility.reading_order import controls_in
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.touch_scroller import TouchScroller
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell
from tests.support.input_devices import InputDevices
from tests.support.screen import settle
from tests.support.shipped import CONTENT
from tests.support.visible_part import visible_part

SHORT_WHILE_S = 1.0
_PX_PER_MM = 1920 / 476


class KeyboardUser:
    """A kiosk and the keys before it."""

    def __init__(self, application, clock, folder, size, **said):
        wide = application.primaryScreen().size().width()
        settings = Settings(
            path=Path("clinic.toml"),
            clinic=Clinic(name="Alaa Arif", emergency_number="112"),
            screen_width_mm=wide / _PX_PER_MM,
            reduce_motion=True,  # what a key does is there at once
            **said,
        )
        self._clock = clock
        self.shell = Shell(kiosk_style(application))
        self.shell.resize(*size)
        source = ContentSource.of(settings, CONTENT)
        (folder / "state.json").write_text('{"volume": 0}')
        state = DeviceSettingsFile(folder / "state.json")
        services = Services(clock.clock, state, Reporter())
        self.kiosk = Kiosk(application, self.shell, settings, source, services)
        self.shell.show()
        handlers = Handlers(touch_scroller=TouchScroller(self.shell))
        self.chain = EventChain(self.shell, handlers)
        self.kiosk.start(self.chain)
        self.keys = self.kiosk.keys
        self.devices = InputDevices(self.shell)
        settle()

    def close(self, _shell):
        """Close the window, and take what follows from it, while all of it is there.

        On a busy machine it may become active as late as this: what it then tells of
        the focus must not arrive when half of it is deleted.
        """
        settle()
        self.shell.close()
        settle()

    def press(self, key, times=1, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key as often as said, each time after a short while."""
        for _ in range(times):
            self._clock.advance(SHORT_WHILE_S)
            self.devices.press(key, modifier)
        return self.name

    def open(self, page):
        """Open a page and show where one is."""
        self.shell.session.go_to(page)
        settle()
        self.keys.focus.show()
        settle()

    def go_to(self, name):
        """Go on by Tab until there."""
        for _ in self.names:
            if self.name == name:
                return
            self.press(Qt.Key.Key_Tab)
        assert self.name == name

    def choose(self, name):
        """Go there and press Enter."""
        self.go_to(name)
        self.press(Qt.Key.Key_Return)

    @property
    def control(self):
        """Return what Qt sends keys to, if that is a control."""
        focused = self.shell.focusWidget()
        return None if focused is self.shell else focused

    @property
    def name(self):
        return _name(self.control) if self.control else ""

    @property
    def names(self):
        return [_name(control) for control in controls_in(self.shell)]

    @property
    def front(self):
        return self.shell.front

    def is_in_sight(self):
        """Tell whether all of what has the focus can be seen."""
        control = self.control
        if not control or not control.isVisible():
            return False
        return visible_part(control) == control.rect()

    def read_so_far(self):
        """Return what part of the open page is on the screen."""
        area = self.front.findChild(QScrollArea)
        view = area.widget()
        top = -view.pos().y()
        return QRect(QPoint(0, top), QPoint(1, top + area.viewport().height()))


def _name(control):
    return control.objectName() or control.accessibleName()
