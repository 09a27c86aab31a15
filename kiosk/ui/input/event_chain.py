"""One filter on the window, and the one order in which handlers see its events."""

from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class EventHandler(Protocol):
    """A handler of the window's events, called before the window gets them."""

    def handle(self, event: QEvent) -> bool:
        """Return whether neither a later handler nor a widget may see the event."""


class Handlers(Struct, frozen=True):
    """The handlers of a window; None for those it does without."""

    activity: EventHandler | None = None
    corner_gesture: EventHandler | None = None
    input_gate: EventHandler | None = None
    second_tap: EventHandler | None = None
    key_navigation: EventHandler | None = None
    lockdown: EventHandler | None = None
    touch_scroller: EventHandler | None = None
    narrator: EventHandler | None = None

    @property
    def in_order(self) -> tuple[EventHandler, ...]:
        """The first to see an event comes first.

        Before the gate: speech stops at a touch that the gate swallows, and the corners
        can be held while it is shut. A second tap is known by what was on the glass
        before the gate changed that. Behind it: handlers of the events that it lets
        through. Keys with a
        command are taken before the lockdown refuses the rest. The narrator comes last:
        a page scrolls even where it swallows a first touch.
        """
        order = (
            self.activity,
            self.corner_gesture,
            self.second_tap,
            self.input_gate,
            self.key_navigation,
            self.lockdown,
            self.touch_scroller,
            self.narrator,
        )
        return tuple(handler for handler in order if handler)


class EventChain(QObject):
    """Give each event of a window to its handlers, until one of them takes it.

    The window must have been shown, as Qt's own window is made only then.
    """

    _order: tuple[EventHandler, ...] = ()
    """Also that of a chain whose attributes Python has collected before Qt's window."""

    def __init__(self, window: QWidget, handlers: Handlers) -> None:
        super().__init__(window)
        self.handlers = handlers
        window.windowHandle().installEventFilter(self)

    @property
    def handlers(self) -> Handlers:
        """The handlers that see the events now."""
        return self._handlers

    @handlers.setter
    def handlers(self, handlers: Handlers) -> None:
        self._handlers = handlers
        self._order = handlers.in_order

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return whether a handler has taken the event."""
        return any(handler.handle(event) for handler in self._order)
