"""Start the program: its first picture at once, then all that serves a visitor.

The kiosk itself is imported once the kept picture is on the screen.
"""

import os

from PySide6.QtWidgets import QApplication

from kiosk.app.application import new_application
from kiosk.app.launch_screen import LaunchScreen
from kiosk.app.machine.process import name_process
from kiosk.app.machine.screen_claim import claim_screen
from kiosk.app.problems import Reporter
from kiosk.app.start_options import StartOptions


def launch(options: StartOptions) -> int:
    """Run the kiosk until it is closed; return the exit status."""
    name_process()
    report = Reporter()
    report.log.tell("started")
    if not options.windowed:  # on Wayland the picture would have a title bar
        os.environ["QT_WAYLAND_DISABLE_WINDOWDECORATION"] = "1"
    application = new_application(report)
    claim = None if options.windowed else _claim(application)
    launch_screen = None if options.windowed else LaunchScreen.shown(application)
    from kiosk.app import run

    status = run.run(application, options, report, launch_screen)
    del claim
    return status


def _claim(application: QApplication) -> object:
    return claim_screen(application.platformName(), os.environ)
