"""The window that outlives every visitor."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from kiosk.domain.content import Page
from kiosk.domain.shape import Shape
from kiosk.domain.visit import Visit
from kiosk.errors import UsageError
from kiosk.ui.finger import Finger
from kiosk.ui.material import Material
from kiosk.ui.session import Session
from kiosk.ui.trouble_view import TroubleView

BEHIND_COVER_MS = 200
"""When the session behind a cover is drawn: once the cover itself can be seen."""


class Shell(QWidget):
    """Hold one session at a time and know how to begin the next.

    A cover may stand before the session: it belongs to no visit, and the session
    behind it is drawn a moment later. A `locked` window does not close when the
    desktop asks it to.
    """

    painted = Signal()
    drawn = Signal()
    stumbled = Signal()
    changed = Signal()
    finished = Signal()
    knocked = Signal()

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()
        self._is_locked = locked
        self.setProperty("role", "shell")
        self.setWindowTitle("Kiosk")
        self._material: Material | None = None
        self._shape: Shape | None = None
        self._session: Session | None = None
        self._waiting: Visit | None = None
        self._shown: QWidget | None = None
        self._cover: QWidget | None = None
        self._is_painted = False
        self._finger = Finger(self)
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
    def material(self) -> Material | None:
        """What sessions are built from, if the kiosk works."""
        return self._material

    def keep_pages(self, pages: tuple[Page, ...]) -> None:
        """Go on with these pages alone; raises `UsageError` if there are none."""
        if not self._material or pages == self._material.pack.pages:
            return
        if not pages:
            raise UsageError("no page of the content can be shown; see the lines above")
        pack = replace(self._material.pack, pages=pages)
        self.serve(replace(self._material, pack=pack))

    def start(self, material: Material) -> None:
        """Begin to serve visitors with this material."""
        self.supply(material)
        self.start_over()

    def supply(self, material: Material) -> None:
        """Have this to build the next session from."""
        self._material = material

    def serve(self, material: Material) -> None:
        """Go on with this material, in the middle of a visit if there is one."""
        self.supply(material)
        visit = self._session.visit if self._session else Visit()
        self.open(self._waiting or visit)

    def start_over(self) -> None:
        """Begin again for the next visitor."""
        self.open(Visit())

    def finish(self) -> None:
        """End the visit because the visitor says so."""
        self.finished.emit()
        self.start_over()

    def cover(self, widget: QWidget) -> None:
        """Stand `widget` before the session, in place of any other."""
        if self._cover:
            self._drop(self._cover)
        self._cover = widget
        self._layout.addWidget(widget)
        self._layout.setCurrentWidget(widget)

    def uncover(self) -> None:
        """Show the session again."""
        self.draw()
        if self._cover:
            self._drop(self._cover)
            self._cover = None

    def show_trouble(self, problem: str, emergency_number: str = "") -> None:
        """Say that the kiosk cannot work, and whom to ask."""
        self._material = self._session = self._waiting = None
        self.uncover()
        self._replace(TroubleView(problem, emergency_number))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the first page is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the same visit out anew if the window takes another shape."""
        super().resizeEvent(event)
        if self._session and self._shape_now() != self._shape:
            self.open(self._session.visit)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the finger from the moment there is a window to touch."""
        super().showEvent(event)
        self.windowHandle().installEventFilter(self._finger)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, in a locked window: Alt+F4 is a request like any other."""
        if self._is_locked:
            event.ignore()

    def _shape_now(self) -> Shape | None:
        if not self._material:
            return None
        size, pages = self.size().toTuple(), self._material.pack.pages
        return Shape.of(size, len(pages), self._material.look.metrics)

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
        shape, visit = self._shape_now(), self._waiting
        if not self._material or not shape or visit is None:
            return
        self._waiting = None
        self._shape = shape
        self._session = Session(self._material, shape, visit)
        self._session.changed.connect(self.changed)
        self._session.finished.connect(self.finish)
        self._session.knocked.connect(self.knocked)
        self._session.stumbled.connect(self.stumbled)
        self._replace(self._session)
        if visit.helping:
            self._session.resize(self.size())
            self._session.show_help()
        self.drawn.emit()

    def _replace(self, widget: QWidget) -> None:
        """Show `widget`, behind the cover if there is one."""
        if self._shown:
            self._drop(self._shown)
        self._shown = widget
        self._layout.insertWidget(0, widget)
        self._layout.setCurrentWidget(self._cover or widget)

    def _drop(self, widget: QWidget) -> None:
        """Take a widget away; Qt deletes it."""
        self._finger.forget()
        self._layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
