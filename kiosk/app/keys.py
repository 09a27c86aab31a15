"""Create the navigation by keys, and connect it to visits."""

from kiosk.app.services import Services
from kiosk.files.parsing import problems_in
from kiosk.files.settings import Settings
from kiosk.ui.input.key_navigation import KeyNavigation
from kiosk.ui.input.keymap import Keymap
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.window.shell import Shell


def new_keys(
    shell: Shell, settings: Settings, services: Services, visitor_mode: VisitorMode
) -> KeyNavigation:
    """Return the navigation by keys; reports a key of the settings that is none."""
    keymap = Keymap.of(settings.keys)
    problems = problems_in(settings.path, keymap.mistakes)
    services.report(*map(str, problems))
    keys = KeyNavigation(shell, keymap, services.clock.seconds)
    visitor_mode.woken_by_key.connect(keys.focus.show)
    visitor_mode.visit_ended.connect(keys.focus.reset)
    return keys
