"""Call staff for a visitor who asks for it, through a file: the window has no network.

`kiosk-status` reads `window/call.json` and tells who listens; of its answer nothing
counts but whether it names this call.
"""

import os
from collections.abc import Callable
from contextlib import suppress

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from kiosk.app.problems import Reporter
from kiosk.domain.staff_call import CallState, StaffCall
from kiosk.files.exchange import Exchange, Message
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell
from kiosk.ui.window.staff_calls import StaffCalls

LOOK_MS = 250


class StaffCallDuty(QObject):
    """Write a visitor's call, and show what comes of it until the visit ends."""

    def __init__(
        self,
        fleet: Exchange,
        shell: Shell,
        visitor_mode: VisitorMode,
        seconds: Callable[[], float],
        report: Reporter,
    ) -> None:
        """`seconds` is a clock."""
        super().__init__(shell)
        self._fleet = fleet
        self._shell = shell
        self._seconds = seconds
        self._report = report
        self._call: StaffCall | None = None
        self._told = CallState.NONE
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        shell.session_started.connect(self._attach)
        visitor_mode.visit_ended.connect(self.end)
        self.end()
        if shell.session:
            self._attach(shell.session)

    def look(self) -> None:
        """Read the answer to the call, and show the visitor what has changed."""
        call = self._call
        if not call:
            return
        answer = self._fleet.read(Message.ANSWER)
        if answer and answer.get("call") == call.number:
            self._call = call = replace(call, is_taken=True)
            self._take_back()
        if (state := call.state(self._seconds())) is not self._told:
            self._tell(state)

    def end(self) -> None:
        """Forget the call: the visit is over."""
        self._call, self._told = None, CallState.NONE
        self._take_back()

    def _attach(self, session: Session) -> None:
        if contexts := self._shell.contexts:
            strings = contexts.of(session.visit).pack.strings
            calls = StaffCalls(session, strings, self._told)
            calls.requested.connect(self._request)

    def _request(self) -> None:
        """Call staff; where they are called already, say so again."""
        if self._told in (CallState.NONE, CallState.UNANSWERED):
            self._begin()
        else:
            self._tell(self._told)

    def _begin(self) -> None:
        number = os.urandom(16).hex()
        try:
            self._fleet.write(Message.CALL, {"call": number})
        except OSError as error:
            path = self._fleet.path(Message.CALL)
            self._report(
                f"{path}: cannot be written: {error.strerror}; no staff are called"
            )
            self._tell(CallState.UNANSWERED)
            return
        self._call = StaffCall(number, self._seconds())
        self._timer.start()
        self._tell(CallState.CALLING)

    def _tell(self, state: CallState) -> None:
        """Tell the visitor; nothing of the session is kept here."""
        self._told = state
        session = self._shell.session
        if session and (calls := session.findChild(StaffCalls)):
            calls.show(state)

    def _take_back(self) -> None:
        """Remove the call's file: the visitor no longer waits."""
        self._timer.stop()
        with suppress(OSError):
            self._fleet.remove(Message.CALL)
