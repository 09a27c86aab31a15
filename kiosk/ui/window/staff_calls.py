"""Calls for staff in a session: where they are asked for, and what is told of them."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal, SignalInstance

from kiosk.content.words import Strings
from kiosk.domain.staff_call import CallState
from kiosk.ui.accessibility.announcer import announce
from kiosk.ui.widgets.call_words import call_words
from kiosk.ui.window.session import Session


@runtime_checkable
class CallsStaff(Protocol):
    """A view that may offer to call staff, and that shows what comes of it."""

    call_requested: SignalInstance

    def show_call(self, state: CallState) -> None:
        """Show what the visitor is told of the call."""


class StaffCalls(QObject):
    """Follow the views of a session in which staff can be called.

    `state` is that of a call from before the session, which was announced then.
    """

    requested = Signal()

    def __init__(self, session: Session, strings: Strings, state: CallState) -> None:
        super().__init__(session)
        self._session = session
        self._strings = strings
        self._state = state
        self._followed: object = None
        session.overlays.changed.connect(self._follow)
        self._follow()

    def show(self, state: CallState) -> None:
        """Show what the visitor is told of the call, and announce it each time."""
        self._state = state
        front = self._session.overlays.front
        if isinstance(front, CallsStaff):
            front.show_call(state)
        if words := call_words(state, self._strings):
            announce(self._session, words, urgent=True)
            self._session.announced.emit(words)

    def _follow(self) -> None:
        front = self._session.overlays.front
        if isinstance(front, CallsStaff) and front is not self._followed:
            front.call_requested.connect(self.requested)
            front.show_call(self._state)
        self._followed = front
