"""Draw the safe screen before the kiosk has run: it draws its own once it is well."""

import os
from pathlib import Path

from kiosk.app.application import new_application
from kiosk.app.content_source import ContentSource
from kiosk.app.loading import Looks, register_fonts, view_contexts
from kiosk.app.machine import safe_picture
from kiosk.app.problems import Reporter
from kiosk.domain.metrics import Metrics
from kiosk.domain.rotation import Rotation
from kiosk.errors import UsageError
from kiosk.files.settings import load_settings
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell

_USUAL_SIZE = 1920, 1080


def write(path: Path, config: Path | None = None, content: Path | None = None) -> int:
    """Write the picture for a usual screen; return the exit status.

    Raises `UsageError` if it cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    report = Reporter()
    application = new_application(report)
    register_fonts()
    settings = load_settings(config)
    library = ContentSource.of(settings, content).load()
    looks = Looks(Metrics.of_screen(_USUAL_SIZE, 476.0))
    shell = Shell(kiosk_style(application))
    upright = settings.rotation in (Rotation.QUARTER, Rotation.THREE_QUARTERS)
    shell.resize(*(_USUAL_SIZE[::-1] if upright else _USUAL_SIZE))
    shell.supply(view_contexts(settings, library, looks))
    screen = safe_picture.screen_of(shell, settings.rotation)
    if screen and (problem := safe_picture.write(path, screen)):
        raise UsageError(problem)
    return 0
