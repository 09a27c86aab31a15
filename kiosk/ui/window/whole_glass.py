"""A view over the whole of a session, with nothing of the session beside it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WholeGlass(QObject):
    """Show one view at a time in place of all the parts of a session."""

    def __init__(self, session: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._hidden: list[QWidget] = []
        self.held: QWidget | None = None
        session.installEventFilter(self)

    def show(self, view: QWidget) -> None:
        """Hide the parts of the session, and show `view` in their place."""
        self._remove()
        if not self._hidden:
            session, only = self._session, Qt.FindChildOption.FindDirectChildrenOnly
            parts = session.findChildren(QWidget, options=only)
            self._hidden = [part for part in parts if part.isVisibleTo(session)]
        self.held = view
        view.setParent(self._session)
        view.setGeometry(self._session.rect())
        view.show()
        for part in self._hidden:
            part.hide()

    def hide(self) -> None:
        """Remove the view, and show the session's parts again."""
        self._remove()
        for part in self._hidden:
            part.show()
        self._hidden = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the view as large as the session."""
        if event.type() == QEvent.Type.Resize and self.held:
            self.held.setGeometry(self._session.rect())
        return False

    def _remove(self) -> None:
        if self.held:
            self.held.hide()
            self.held.deleteLater()
            self.held = None
