"""Bring a window into everything it can show, one state after another.

Whoever looks at all screens, with a camera or with a ruler, takes this way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from kiosk.content.blocks import Link
from kiosk.content.pages import PageKind
from kiosk.domain.preferences import PreferenceQuestion
from kiosk.domain.visit import Visit
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.calibration import Calibration
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.screen_test import ScreenTest
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell

_ANSWERED = {
    "information": frozenset[str](),
    "routine": frozenset({"tension"}),
    "same-day": frozenset({"drooping-eyelid"}),
    "emergency": frozenset({"trouble-swallowing", "choking"}),
}
_SOURCE = Link("CDC: a source", "https://www.cdc.gov/botulism")
_FACTS = [("Program", "0.1.0"), ("Last problems", "vision.md: an example")] * 5


@dataclass(frozen=True, slots=True)
class EveryState:
    """A tour of a window that serves visits like `base`: its language, its comfort."""

    shell: Shell
    base: Visit

    def states(self) -> Iterator[str]:
        """Bring the window into each state, and name it."""
        yield from self.pages()
        yield from self.answers()
        yield from self.covered()
        yield from self.between()

    def pages(self) -> Iterator[str]:
        """Open every page."""
        self.shell.open(self.base)
        for page in self._session.pages:
            self._session.go_to(page.id)
            yield page.id

    def answers(self) -> Iterator[str]:
        """Answer the checklist so that each level of advice is shown."""
        self.shell.open(self.base)
        pages = self._session.pages
        check = next(
            (page.id for page in pages if page.kind is PageKind.CHECKLIST), None
        )
        book = next((page.id for page in pages if page.kind is PageKind.BOOKING), None)
        for level, answers in _ANSWERED.items() if check else ():
            self.shell.open(self._with(answers, check or ""))
            yield f"check-{level}"
        if book:
            self.shell.open(self._with(_ANSWERED["emergency"], book))
            yield "book-emergency"

    def covered(self) -> Iterator[str]:
        """Put each thing in the page's place that a visitor can."""
        urgent = _ANSWERED["emergency"]
        self.shell.open(replace(self._with(urgent, ""), shows_emergency=True))
        yield "emergency"
        self.shell.open(self.base)
        self._session.show_code(_SOURCE)
        yield "code"
        for question in PreferenceQuestion:
            self.shell.open(self.base)
            self._session.ask_preference(question)
            yield f"ask-{question.value}"
        self.shell.open(self.base)
        self._session.ask()
        self._session.count_down(30)
        yield "still-there"

    def between(self) -> Iterator[str]:
        """Cover the visit with what stands there between visits, and for staff."""
        self.shell.open(self.base)
        for name, cover in self._covers():
            self.shell.cover(cover())
            yield name
        self.shell.uncover()

    def _covers(self) -> Sequence[tuple[str, Callable[[], QWidget]]]:
        shell, stock = self.shell, self.shell.stock
        assert stock
        material = stock.of(Visit(language=self.base.language))
        portrait = shell.height() > shell.width()
        return (
            ("attract", lambda: Attract(material, stock)),
            ("cleaning", lambda: _cleaning(CleaningView(material))),
            ("pin", lambda: PinPad(material, "1234567890")),
            (
                "staff",
                lambda: StaffPanel(material, _FACTS, portrait=portrait, sound=True),
            ),
            ("calibration", lambda: Calibration(material, shell.width())),
            ("screen-test", lambda: ScreenTest(material)),
        )

    def _with(self, answers: frozenset[str], page: str) -> Visit:
        """Return the visit with answers; without any, "none of these" was touched."""
        visit = self.base.on_page(page)
        return replace(visit, answers=answers, none_of_these=not answers)

    @property
    def _session(self) -> Session:
        assert self.shell.session  # a tour is of a window that works
        return self.shell.session


def _cleaning(view: CleaningView) -> CleaningView:
    view.count_down(60)
    return view
