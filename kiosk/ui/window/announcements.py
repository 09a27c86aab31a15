"""Announce what a session shows to a screen reader, and changes to a listener, too."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.accessibility.announcer import announce
from kiosk.ui.context import ViewContext


class Announcements(QObject):
    """The announcements of one session; `announced` carries those of a change."""

    announced = Signal(str)

    def __init__(self, session: QWidget, context: ViewContext) -> None:
        super().__init__(session)
        self._session, self._context = session, context

    def introduce(self, title: str, *, translated: bool) -> None:
        """Announce a page, if none is in front of it, and aloud a new language."""
        if translated:
            self.announce_change(f"{self._context.pack.name}. {title}")
        elif title:
            announce(self._session, title)
        if title:
            self._announce_notices()

    def announce_title(self, title: str) -> None:
        """Announce a page that was opened."""
        announce(self._session, title)

    def announce_change(self, words: str) -> None:
        """Announce a change to visitors who do not see it."""
        announce(self._session, words)
        self.announced.emit(words)

    def announce_advice(self, before: str, heading: str) -> None:
        """Announce the heading of the advice if it is another one than before."""
        if heading not in ("", before):
            self.announce_change(heading)

    def _announce_notices(self) -> None:
        """Announce each urgent notice, which is above the page."""
        name = self._context.pack.strings.urgent_notice
        for notice in self._context.notices:
            announce(self._session, f"{name}. {notice.text}")
