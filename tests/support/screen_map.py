"""Where things are on the glass, asked of a twin of the window that nobody sees."""

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton

from kiosk.app.loading import register_fonts
from kiosk.content.pages import PageKind
from kiosk.domain.metrics import Metrics
from kiosk.domain.visit import Visit
from kiosk.files.settings import load_settings
from kiosk.ui.audio.synthesizer import is_installed
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.window.shell import Shell
from tests.support.contexts import contexts_of
from tests.support.screen import settle
from tests.support.x_screen import WIDTHS_MM

_WAYS = {PageKind.HOME: "home", PageKind.BOOKING: "dock"}


@dataclass
class ScreenMap:
    """The places of a window's buttons, by their words, in pixels."""

    shell: Shell

    def sentence_position(self, words, page=""):
        """Return the middle of a button that stands on a page."""
        self.shell.open(Visit(page=page))
        settle()
        buttons = [*self.buttons(TouchButton), *self.buttons(TickRow)]
        button = next(b for b in buttons if b.accessibleName() == words)
        return self.middle(button)

    def ways(self):
        """Return the middle of what opens each page from any other, by the page."""
        self.shell.open(Visit())
        settle()
        ways = {}
        for page in self.shell.session.pages:
            names = _WAYS.get(page.kind, f"tab {page.id}")
            [way] = [b for b in self.buttons() if b.objectName() == names]
            ways[page.id] = self.middle(way)
        return ways

    def buttons(self, kind=QAbstractButton):
        return [b for b in self.shell.findChildren(kind) if b.isVisible()]

    def middle(self, widget):
        point = widget.mapTo(self.shell, widget.rect().center())
        return point.x(), point.y()

    def check_page(self):
        pages = self.shell.session.pages
        return next(page.id for page in pages if page.kind is PageKind.CHECKLIST)


def map_of(qapp, settings, size):
    """Return the map of a window of `size` with these settings."""
    register_fonts()
    read = load_settings(settings)
    metrics = Metrics.of_screen(size, WIDTHS_MM[size[0]])
    shell = Shell(kiosk_style(qapp))
    shell.resize(*size)
    shell.start(contexts_of(read, metrics, speech=is_installed()))
    shell.show()
    return ScreenMap(shell)
