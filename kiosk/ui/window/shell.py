"""The window that outlives every visitor."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from kiosk.domain.visit import Visit
from kiosk.errors import ContentError, KioskError
from kiosk.ui.context import Stock, ViewContext
from kiosk.ui.screens.trouble_view import TroubleView
from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role
from kiosk.ui.window.geometry import direction_of, screen_layout_of
from kiosk.ui.window.session import Session

BEHIND_COVER_MS = 200
"""When the session behind a cover is drawn: once the cover itself can be seen."""


class Shell(QWidget):
    """Hold one session at a time and know how to begin the next.

    A cover may stand before the session: it belongs to no visit, and the session
    behind it is drawn a moment later. `dress` puts a style sheet on the whole program,
    so that what is measured before it is shown has it too. A `locked` window does not
    close when the desktop asks it to. `front_changed` tells that
    another screen may be in front.
    """

    first_painted = Signal()
    drawn = Signal()
    front_changed = Signal()
    page_failed = Signal()
    changed = Signal()
    finished = Signal()
    staff_requested = Signal()
    announced = Signal(str)
    content_changed = Signal()
    view_removed = Signal()

    def __init__(self, dress: Callable[[str], object], *, locked: bool = False) -> None:
        super().__init__()
        self._dress_in = dress
        self._style = ""
        self._is_locked = locked
        set_role(self, Role.SHELL)
        self.setWindowTitle("Kiosk")
        self._stock: Stock | None = None
        self._session: Session | None = None
        self._waiting: Visit | None = None
        self._shown: QWidget | None = None
        self._cover: QWidget | None = None
        self._is_painted = False
        self._is_introduced = False
        self._is_translated = False
        self._layout = QStackedLayout(self)
        # The screen decides how large the window is, never what is in it.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    @property
    def session(self) -> Session | None:
        """The session on the screen or behind its cover, if the kiosk works."""
        self.draw()
        return self._session

    @property
    def cover_shown(self) -> QWidget | None:
        """What stands before the session, if anything does."""
        return self._cover

    @property
    def front(self) -> QWidget | None:
        """What the visitor looks at: a page, or what stands before it."""
        return self._cover or (self._session.front if self._session else None)

    def go_home(self) -> None:
        """Leave what a visitor has open; what covers the visit stays."""
        if self._session and not self._cover:
            self._session.go_home()

    def explain_keys(self) -> None:
        """Say what keys do, to a visitor."""
        if self._session and not self._cover:
            self._session.overlays.show_key_help()

    def listen(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Speak to a visitor, or no longer: their headphones tell."""
        if self._session and not self._cover:
            self._session.listen(on)

    @property
    def stock(self) -> Stock | None:
        """Everything sessions are built from, if the kiosk works."""
        return self._stock

    @property
    def material(self) -> ViewContext | None:
        """What the first session is built from: what a new visitor and staff see."""
        return self._stock.of(Visit()) if self._stock else None

    def start(self, stock: Stock) -> None:
        """Begin to serve visitors from this stock; raises `KioskError` before that."""
        _try_out(stock, Visit())
        self.supply(stock)
        self.start_over()

    def supply(self, stock: Stock) -> None:
        """Have this to build the next session from."""
        self._stock = stock

    def serve(self, stock: Stock) -> None:
        """Go on with this stock, in the middle of a visit if there is one.

        Raises `KioskError`, and changes nothing, where it has no words for the visit.
        """
        visit = self._session.visit if self._session else Visit()
        visit = self._waiting or visit
        _try_out(stock, visit)
        self.supply(stock)
        self.open(visit)

    def start_over(self) -> None:
        """Begin again for the next visitor."""
        self.open(Visit())

    def change(self, visit: Visit) -> None:
        """Draw the visit as the visitor wants it; if that cannot be, leave it be."""
        try:
            if self._stock:
                _try_out(self._stock, visit)
        except KioskError:
            self.page_failed.emit()
        else:
            self.open(visit)

    def finish(self) -> None:
        """End the visit because the visitor says so."""
        self.finished.emit()
        self.start_over()

    def cover(self, widget: QWidget) -> None:
        """Stand `widget` before the session, in place of any other.

        It belongs to no visit and is in the first look; a visit in another one is
        drawn again when the cover goes.
        """
        if self._cover:
            self._drop(self._cover)
            self._cover = None
        if self._stock and self._style != (style := _first_style(self._stock)):
            if self._session:
                self._waiting, self._session = self._session.visit, None
            self._dress(style)
        self._cover = widget
        self._is_introduced = False
        if self.material:
            widget.setLayoutDirection(direction_of(self.material.pack))
        self._layout.addWidget(widget)
        self._layout.setCurrentWidget(widget)
        self.front_changed.emit()

    def uncover(self) -> None:
        """Show the session again."""
        if self._cover:
            self._drop(self._cover)
            self._cover = None
        self.draw()
        self._introduce()
        self.front_changed.emit()

    def show_trouble(self, problem: str, emergency_number: str = "") -> None:
        """Say that the kiosk cannot work, and whom to ask."""
        self._stock = self._session = self._waiting = None
        self.uncover()
        self._dress("")
        self._replace(TroubleView(problem, emergency_number))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the first page is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the same visit out anew if the window takes another shape."""
        super().resizeEvent(event)
        if self._session and self._has_another_shape(self._session):
            self.open(self._session.visit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, in a locked window: Alt+F4 is a request like any other."""
        if self._is_locked:
            event.ignore()

    def _has_another_shape(self, session: Session) -> bool:
        """Tell whether a window of this size is laid out differently."""
        if not self._stock:
            return False
        material = self._stock.of(session.visit)
        layout = screen_layout_of(self.size(), material, session.visit)
        return layout != session.screen_layout

    def open(self, visit: Visit) -> None:
        """Draw a visit; the session before it is thrown away."""
        self._waiting = visit
        if not self._cover:
            self.draw()
            return
        self._session = None
        self._replace(QWidget())
        QTimer.singleShot(BEHIND_COVER_MS, self.draw)

    def draw(self) -> None:
        """Draw the visit that waits, if one does."""
        if not self._stock or self._waiting is None:
            return
        material = self._stock.of(self._waiting)
        if self._cover and material.look.style != self._style:
            return
        visit, self._waiting = self._waiting, None
        self._dress(material.look.style)
        before = self._session.language if self._session else ""
        self._is_translated = before not in ("", material.pack.language)
        self._session = self._drawn(material, visit)
        self._hear(self._session)
        self._replace(self._session)
        if visit.shows_emergency:
            self._session.lay_out(self.size())
            self._session.show_emergency()
        self.drawn.emit()
        self._is_introduced = False
        self._name()
        self._introduce()
        self.front_changed.emit()

    def _drawn(self, material: ViewContext, visit: Visit) -> Session:
        """Return a session on the visit's page, or on the first if it broke since."""
        try:
            return Session(material, self.size(), visit, self)
        except ContentError:
            QTimer.singleShot(0, self.page_failed.emit)
            first = visit.on_page(material.pack.pages[0].id)
            return Session(material, self.size(), first, self)

    def _hear(self, session: Session) -> None:
        """Do what a session wishes, and pass on what it tells."""
        session.changed.connect(self.changed)
        session.changed.connect(self._name)
        session.finished.connect(self.finish)
        session.staff_requested.connect(self.staff_requested)
        session.page_failed.connect(self.page_failed)
        session.visit_change_requested.connect(self.change)
        session.announced.connect(self.announced)
        session.content_changed.connect(self.content_changed)

    def _introduce(self) -> None:
        """Tell what has come to be seen, and in which language if it is another."""
        if not self._session or self._cover or self._is_introduced:
            return
        self._is_introduced = True
        self._session.introduce(translated=self._is_translated)

    def _name(self) -> None:
        """Name the window after the open page, for assistive technology alone.

        Its title says nothing of a visit: window managers keep titles, and log them.
        """
        if self._session and self._stock:
            clinic = self._stock.clinic.name
            self.setAccessibleName(f"{self._session.title}. {clinic}")

    def _dress(self, style: str) -> None:
        """Put a style on; what wears the one before goes first, for that takes long."""
        if self._style != style:
            if self._shown:
                self._replace(QWidget())
            self._style = style
            self._dress_in(style)

    def _replace(self, widget: QWidget) -> None:
        """Show `widget`, behind the cover if there is one."""
        if self._shown:
            self._drop(self._shown)
        self._shown = widget
        self._layout.insertWidget(0, widget)
        self._layout.setCurrentWidget(self._cover or widget)

    def _drop(self, widget: QWidget) -> None:
        """Take a widget away; Qt deletes it."""
        self.view_removed.emit()
        self._layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _try_out(stock: Stock, visit: Visit) -> None:
    """See that a visit can be drawn from a stock; raises `KioskError`."""
    pack = stock.of(visit).pack
    page = pack.page(visit.page)
    if page.kind.has_body:
        pack.read(page)


def _first_style(stock: Stock) -> str:
    return stock.of(Visit()).look.style
