"""Show the content that was read, once the visitor mode allows it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.app.content_service import ContentService
from kiosk.content.placeholders import fill
from kiosk.domain.staff_command import Outcome
from kiosk.ui.context import ViewContexts
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.screens.attract import Attract
from kiosk.ui.window.shell import Shell

RETRY_MS = 1000
DAY_MS = 60_000
"""How often the day is looked at: urgent notices come and go with it."""


class ContentDisplay(QObject):
    """Put other content into the window between visits, never in the middle of one.

    The words of a clinic that has just opened or closed do not wait for the end of a
    visit whose page is in sight. `reloaded` says how it ended that staff asked to read
    the content again.
    """

    reloaded = Signal(Outcome)

    def __init__(
        self,
        shell: Shell,
        visitor_mode: VisitorMode,
        content: ContentService,
        contexts: Callable[[], ViewContexts],
    ) -> None:
        """`contexts` returns those of the content that is shown by then."""
        super().__init__(shell)
        self._shell = shell
        self._visitor_mode = visitor_mode
        self._content = content
        self._contexts = contexts
        self._panel: QWidget | None = None
        self._retry = QTimer(self)
        self._retry.timeout.connect(self.show_latest)
        self._day = QTimer(self)
        self._day.timeout.connect(self.show_notices_of_today)
        self._day.start(DAY_MS)
        content.changed.connect(self.show_latest)
        content.idle.connect(self._finish_reload)
        queued = Qt.ConnectionType.QueuedConnection  # when the visit is over
        visitor_mode.visit_ended.connect(self.show_latest, queued)

    def show_latest(self) -> None:
        """Show the latest content now, or else try again in a second."""
        self._retry.stop()
        if not self._content.is_changed:
            return
        if not self._is_allowed():
            self._retry.start(RETRY_MS)
            return
        before = self._content.library
        if self._content.show_latest().shows_as(before):
            self._shell.supply(self._contexts())
            if isinstance(invitation := self._shell.screen_shown, Attract):
                invitation.use(self._contexts())
            return
        self._shell.serve(self._contexts())
        self._visitor_mode.show_waiting_screen()

    def show_notices_of_today(self) -> None:
        """Show the urgent notices that are due by now, between visits."""
        session = self._shell.session
        if session and session.is_outdated and self._visitor_mode.may_swap_content:
            self._shell.serve(self._contexts())
            self._visitor_mode.show_waiting_screen()

    def reload(self) -> None:
        """Read the content again for staff, who wait for it in front of their panel."""
        self._panel = self._shell.screen_shown
        self._content.read_again()

    def _is_allowed(self) -> bool:
        if self._content.changes_hours:
            return self._visitor_mode.may_change_words()
        return self._visitor_mode.may_swap_content

    def _finish_reload(self) -> None:
        panel, self._panel = self._panel, None
        if not panel or panel is not self._shell.screen_shown:
            return
        self._content.show_latest()
        self._shell.supply(self._contexts())
        self.reloaded.emit(self._outcome())

    def _outcome(self) -> Outcome:
        """Return how reading the content again ended, for staff."""
        fault, library = self._content.fault, self._content.library
        words = library.staff_pack.staff
        if fault:
            return Outcome(words.reload_failed, fault)
        if lines := library.lines:
            said = fill(words.reload_problems, {"count": str(len(lines))})
            return Outcome(said, lines)
        return Outcome(words.reload_good)
