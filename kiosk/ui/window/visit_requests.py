"""What the visitor asks of a session that ends with it: another look, or to finish."""

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.visit import Visit
from kiosk.ui.window.session import Session


class VisitRequests(QObject):
    """Pass on what a session asks for, once none of its widgets is at work any more.

    Then it can be deleted before the next one is built. Qt styles every widget there is
    in another style: with those of the old session it took three times as long.
    Whoever finishes asks for nothing more, and the next session knows of no request.
    """

    change_requested = Signal(Visit)
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._visit: Visit | None = None
        self._finishes = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._pass_on)

    def follow(self, session: Session) -> None:
        """Have the requests of this session from now on, and forget those before."""
        self.forget()
        session.visit_change_requested.connect(self._change)
        session.finished.connect(self._finish)

    def forget(self) -> None:
        """Pass nothing on that was asked for until now."""
        self._visit, self._finishes = None, False
        self._soon.stop()

    def _change(self, visit: Visit) -> None:
        self._visit = visit
        self._soon.start(0)

    def _finish(self) -> None:
        self._finishes = True
        self._soon.start(0)

    def _pass_on(self) -> None:
        visit, self._visit = self._visit, None
        if self._finishes:
            self.finished.emit()
        elif visit:
            self.change_requested.emit(visit)
