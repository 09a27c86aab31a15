"""The window that outlives every visitor: it builds one session after another."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext, ViewContexts
from kiosk.ui.screens.trouble_view import TroubleView
from kiosk.ui.style.kiosk_style import KioskStyle
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.window.geometry import direction_of, screen_layout_of
from kiosk.ui.window.screen_stack import ScreenStack
from kiosk.ui.window.session import Session
from kiosk.ui.window.visit_requests import VisitRequests

BEHIND_SCREEN_MS = 200
"""When the session behind a screen is built: once the screen itself can be seen."""


class Shell(QWidget):
    """Hold one session at a time, and over it a screen that belongs to no visit.

    Behind a screen a session is built a moment later. The `style` is the whole
    program's. A `locked` window does not close when the desktop asks it to.

    `session_started` carries each new session, for those that follow it;
    `front_changed` says that another page or screen may be in front; `finished`
    that the visitor ends the visit.
    """

    first_painted = Signal()
    session_started = Signal(Session)
    front_changed = Signal()
    finished = Signal()

    def __init__(self, style: KioskStyle, *, locked: bool = False) -> None:
        super().__init__()
        self._is_locked = locked
        set_role(self, Role.SHELL)
        self.setWindowTitle("Kiosk")
        self.stack = ScreenStack(self, style)
        self._contexts: ViewContexts | None = None
        self._session: Session | None = None
        self._waiting: Visit | None = None
        self._language = ""
        self._requests = VisitRequests(self)
        self._requests.change_requested.connect(self._change)
        self._requests.finished.connect(self._finish)
        self._is_painted = False
        self._is_introduced = False
        self._is_translated = False

    @property
    def is_locked(self) -> bool:
        """Whether it is all that a screen shows, and no window among others."""
        return self._is_locked

    @property
    def session(self) -> Session | None:
        """The session that is shown or behind a screen, once it is built."""
        return self._session

    @property
    def session_shown(self) -> Session | None:
        """The session, unless a screen is over it."""
        return None if self.screen_shown else self._session

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen over the session, if there is one."""
        return self.stack.screen

    @property
    def front(self) -> QWidget | None:
        """The screen, or else the front of the session: its page or an overlay."""
        return self.screen_shown or (self._session.front if self._session else None)

    @property
    def contexts(self) -> ViewContexts | None:
        """The contexts that sessions are built from, if the kiosk works."""
        return self._contexts

    @property
    def context(self) -> ViewContext | None:
        """The context of a new visitor's session, and of the screens of the staff."""
        return self._contexts.of(Visit()) if self._contexts else None

    def start(self, contexts: ViewContexts) -> None:
        """Begin to serve visitors with these contexts."""
        self.supply(contexts)
        self.start_over()

    def supply(self, contexts: ViewContexts) -> None:
        """Have these to build the next session from."""
        self._contexts = contexts

    def serve(self, contexts: ViewContexts) -> None:
        """Build the session of the visit again from these contexts."""
        visit = self._waiting or (self._session.visit if self._session else Visit())
        self.supply(contexts)
        self.open(visit)

    def start_over(self) -> None:
        """Begin again for the next visitor."""
        self.open(Visit())

    def finish(self) -> None:
        """End the visit because the visitor says so."""
        self.finished.emit()
        self.start_over()

    def open(self, visit: Visit) -> None:
        """Build the session of a visit; the one before is thrown away.

        Behind a screen it is built a moment later.
        """
        self._waiting = visit
        if not self.screen_shown:
            self.build_session()
            return
        self._forget_session()
        self.stack.show_view(QWidget())
        QTimer.singleShot(BEHIND_SCREEN_MS, self.build_session)

    def show_screen(self, widget: QWidget) -> None:
        """Show `widget` over the session, in place of any other.

        It belongs to no visit and is in the first look; a visit in another one is
        built again when the screen goes.
        """
        self.stack.hide_screen()
        if self.context and not self.stack.is_in(self.context.look):
            self._waiting = self._session.visit if self._session else self._waiting
            self._forget_session()
            self.stack.use_look(self.context.look)
        self._is_introduced = False
        if self.context:
            widget.setLayoutDirection(direction_of(self.context.pack))
        self.stack.show_screen(widget)
        self.front_changed.emit()

    def hide_screen(self) -> None:
        """Show the session again."""
        self.stack.hide_screen()
        self.build_session()
        self._introduce()
        self.front_changed.emit()

    def show_trouble(self, problem: str, emergency_number: str = "") -> None:
        """Say that the kiosk cannot work, and whom to ask."""
        self._contexts = self._waiting = None
        self._forget_session()
        self.hide_screen()
        self.stack.use_look(None)
        self.stack.show_view(TroubleView(problem, emergency_number))

    def build_session(self) -> None:
        """Build the session of the visit that waits for one, if any does."""
        if not self._contexts or self._waiting is None:
            return
        context = self._contexts.of(self._waiting)
        if self.screen_shown and not self.stack.is_in(context.look):
            return
        visit, self._waiting = self._waiting, None
        self.stack.use_look(context.look)
        before, self._language = self._language, context.pack.language
        self._is_translated = before not in ("", self._language)
        self._session = self._new_session(context, visit)
        self.stack.show_view(self._session)
        if visit.shows_emergency:
            self._session.lay_out(self.size())
            self._session.show_emergency()
        self.session_started.emit(self._session)
        self._is_introduced = False
        self._name()
        self._introduce()
        self.front_changed.emit()

    def _forget_session(self) -> None:
        """Have none, and know of none before: what it asked for is not done."""
        self._session, self._language = None, ""
        self._requests.forget()

    def _change(self, visit: Visit) -> None:
        self._make_way_for(visit)
        self.open(visit)

    def _finish(self) -> None:
        self._make_way_for(Visit())
        self.finish()

    def _make_way_for(self, visit: Visit) -> None:
        """Delete the session if a visit is in another look."""
        if self._contexts and not self.stack.is_in(self._contexts.of(visit).look):
            self._session = None
            self.stack.delete_view()

    def _new_session(self, context: ViewContext, visit: Visit) -> Session:
        session = Session(context, self.size(), visit, self)
        session.changed.connect(self._name)
        self._requests.follow(session)
        return session

    def _introduce(self) -> None:
        """Announce the page in front, and its language if it is another."""
        if self.session_shown and not self._is_introduced:
            self._is_introduced = True
            self.session_shown.introduce(translated=self._is_translated)

    def _name(self) -> None:
        """Name the window after the open page, for assistive technology alone.

        Its title says nothing of a visit: window managers keep titles, and log them.
        """
        if self._session and self._contexts:
            clinic = self._contexts.of(self._session.visit).clinic.name
            self.setAccessibleName(f"{self._session.title}. {clinic}")

    def _has_another_layout(self, session: Session) -> bool:
        """Check whether a window of this size is laid out differently."""
        if not self._contexts:
            return False
        context, layout = self._contexts.of(session.visit), session.screen_layout
        return screen_layout_of(self.size(), context, session.visit) != layout

    def paintEvent(self, event: QPaintEvent) -> None:
        """Emit `first_painted` once."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            timer = QTimer(self)  # Qt deletes it with the window
            timer.setSingleShot(True)
            timer.timeout.connect(self.first_painted)
            timer.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Build the visit again if a window of this size is laid out differently."""
        super().resizeEvent(event)
        if self._session and self._has_another_layout(self._session):
            self.open(self._session.visit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, in a locked window: Alt+F4 is a request like any other."""
        if self._is_locked:
            event.ignore()
