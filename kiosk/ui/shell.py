"""The window that outlives every visitor."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from kiosk.domain.content import Page
from kiosk.domain.shape import Shape
from kiosk.domain.visit import Visit
from kiosk.errors import UsageError
from kiosk.ui.material import Material
from kiosk.ui.session import Session
from kiosk.ui.trouble_view import TroubleView


class Shell(QWidget):
    """Hold one session at a time and know how to begin the next."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "shell")
        self.setWindowTitle("Kiosk")
        self._material: Material | None = None
        self._shape: Shape | None = None
        self._session: Session | None = None
        self._is_painted = False
        self._layout = QStackedLayout(self)
        # The screen decides how large the window is, never what is in it.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    @property
    def session(self) -> Session | None:
        """The session on the screen, if the kiosk works."""
        return self._session

    def keep_pages(self, pages: tuple[Page, ...]) -> None:
        """Go on with these pages alone; raises `UsageError` if there are none."""
        if not self._material or pages == self._material.pack.pages:
            return
        if not pages:
            raise UsageError("no page of the content can be shown; see the lines above")
        pack = replace(self._material.pack, pages=pages)
        self._material = replace(self._material, pack=pack)
        self.open(self._session.visit if self._session else Visit())

    def start(self, material: Material) -> None:
        """Begin to serve visitors with this material."""
        self._material = material
        self.start_over()

    def start_over(self) -> None:
        """Begin again for the next visitor."""
        self.open(Visit())

    def show_trouble(self, problem: str, emergency_number: str = "") -> None:
        """Say that the kiosk cannot work, and whom to ask."""
        self._material = self._session = None
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

    def _shape_now(self) -> Shape | None:
        if not self._material:
            return None
        size, pages = self.size().toTuple(), self._material.pack.pages
        return Shape.of(size, len(pages), self._material.look.metrics)

    def open(self, visit: Visit) -> None:
        """Draw a visit; the session before it is thrown away."""
        shape = self._shape_now()
        if not self._material or not shape:
            return
        self._shape = shape
        self._session = Session(self._material, shape, visit)
        self._session.finished.connect(self.start_over)
        self._replace(self._session)

    def _replace(self, widget: QWidget) -> None:
        """Show `widget`; Qt deletes the one it replaces."""
        while item := self._layout.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._layout.addWidget(widget)
        self._layout.setCurrentWidget(widget)
