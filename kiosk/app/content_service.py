"""Look through the pages once the first one stands on the screen.

Start-up reads only what the first page needs, so a mistake further down a page shows
when the page is opened. This finds it before a visitor does.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.content.packs import Pack
from kiosk.content.pages import Page
from kiosk.errors import ContentError, KioskError
from kiosk.ui.context import Stock


class Proofreader(QObject):
    """Read one page at a time, giving way to the visitor in between."""

    found = Signal(object)
    finished = Signal(frozenset)

    def __init__(self, stock: Stock, parent: QObject) -> None:
        super().__init__(parent)
        self._stock = stock
        self._left: list[Callable[[], None]] = [
            *(partial(self._open, language.code) for language in stock.languages),
            self._look_at_signs,
        ]
        self._read: set[tuple[str, str]] = set()
        self._bad: set[tuple[str, str]] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_one)

    def start(self) -> None:
        """Begin; `found` names each problem, `finished` carries what it was about.

        That is the language and the name of each bad page, or a language and no name
        for one whose own words cannot be used.
        """
        self._timer.start(0)

    def read_all(self) -> frozenset[tuple[str, str]]:
        """Read everything at once, and return what `finished` would carry."""
        while self._left:
            self._left.pop(0)()
        self.deleteLater()
        return frozenset(self._bad)

    def _read_one(self) -> None:
        if self._left:
            self._left.pop(0)()
            return
        self._timer.stop()
        self.finished.emit(frozenset(self._bad))
        self.deleteLater()

    def _open(self, language: str) -> None:
        try:
            pack = self._stock.read(language)
        except KioskError as problem:
            self._note(problem, (language, ""))
        else:
            pages = [partial(self._read_page, pack, page) for page in pack.pages]
            self._left[:0] = pages

    def _read_page(self, pack: Pack, page: Page) -> None:
        """Read a page, once: a translation may show those of the original too."""
        at = page.language, page.id
        if at in self._read:
            return
        self._read.add(at)
        try:
            pack.read(page)
        except ContentError as problem:
            self._note(problem, at)

    def _look_at_signs(self) -> None:
        """Read the answers' pictures; what is wrong with one is reported by them."""
        for answer in self._stock.checklist.answers:
            self._stock.sign(answer)

    def _note(self, problem: KioskError, at: tuple[str, str]) -> None:
        self._bad.add(at)
        self.found.emit(problem)
