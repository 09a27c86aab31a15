"""Build a session's pages before the visitor opens them, between two touches.

Building a page takes up to 0.1 s, and showing one that is built takes one frame: so the
visitor does not wait for a page that is opened for the first time. One that is not
built when a finger is put on its tab is built before the finger is lifted. After the
pages come the codes beside the tabs.
"""

from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScroller

from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell

QUIET_MS = 1000
"""How long no touch has begun before a page is built: most touches end sooner."""

BETWEEN_MS = 20
"""The pause between two pages, in which Qt handles a touch that has come."""


class PagePreparation(QObject):
    """Has each new session build its pages, one at a time, in the order of the tabs.

    A page that cannot be built is reported by `report_bug`, and left to the touch that
    opens it.
    """

    def __init__(
        self,
        shell: Shell,
        report_bug: Callable[[BaseException, TracebackType | None], None],
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._report_bug = report_bug
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._is_done = True
        self._pressed = ""
        shell.session_started.connect(self._begin)
        if session := shell.session:
            self._begin(session)

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left to build."""
        return self._is_done

    def put_off(self) -> None:
        """Wait `QUIET_MS` before the next page is built, because a touch has begun."""
        if not self._is_done:
            self._timer.start(QUIET_MS)

    def _begin(self, session: Session) -> None:
        self._is_done = False
        self._pressed = ""
        session.page_pressed.connect(self._build_while_pressed)
        self._timer.start(QUIET_MS)

    def _build_while_pressed(self, page: str) -> None:
        """Build the page of a pressed button, after Qt has painted the press."""
        self._pressed = page
        self._timer.start(0)

    def _go_on(self) -> None:
        session, pressed = self._shell.session, self._pressed
        self._pressed = ""
        if session and pressed:
            self._has_built_one(session, pressed)
            self.put_off()
        elif QScroller.activeScrollers():
            self.put_off()
        elif session and self._has_built_one(session):
            self._timer.start(BETWEEN_MS)
        else:
            self._is_done = True

    def _has_built_one(self, session: Session, page: str = "") -> bool:
        try:
            return session.prepare_page(page)
        except Exception as bug:  # noqa: BLE001 - or the hook begins a new visit
            self._report_bug(bug, bug.__traceback__)
            return False
