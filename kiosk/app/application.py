"""Make Qt's application, as every window and drawing of the kiosk needs it."""

import os

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from kiosk.app.garbage import GarbageCollector
from kiosk.app.problems import Reporter
from kiosk.app.qt_messages import QtMessages
from kiosk.ui.accessibility.headings import expose_headings

CANNOT_START = 2
_PIXMAPS_KIB = 256
"""Of Qt's own cache: its 10 MiB fill up with backgrounds, and quicken no session."""


def new_application(report: Reporter) -> QApplication:
    """Return Qt's application; ends the program in one line where Qt cannot start.

    Sizes are ours in millimetres, so Qt must not scale them a second time. Left to
    itself Qt tries X11 first, even where the session is a Wayland one.
    """
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    if "WAYLAND_DISPLAY" in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "wayland;xcb")
    messages = QtMessages(report, CANNOT_START)
    qInstallMessageHandler(messages)
    application = QApplication(["kiosk"])
    messages.started()
    GarbageCollector(application)
    QPixmapCache.setCacheLimit(_PIXMAPS_KIB)
    expose_headings()
    return application
