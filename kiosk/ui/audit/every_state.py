"""Bring a window into everything it can show, one state after another.

Screenshots and the size check go this way. The states come from the
window's own content: its pages by their kind, its checklist by the levels it can reach.
"""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from kiosk.content.blocks import Link
from kiosk.content.pages import PageKind
from kiosk.domain.preferences import PreferenceQuestion
from kiosk.domain.staff_call import CallState
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.ui.audit.example_answers import Answers, answers_by_level
from kiosk.ui.context import ViewContext, ViewContexts
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.calibration import Calibration
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.screen_test import ScreenTest
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.window.overlays import Overlays
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell
from kiosk.ui.window.staff_calls import CallsStaff

_EMERGENCIES = 2
"""Reasons for the emergency's screen, if the checklist has so many: a usual number."""
_SOURCE = Link("CDC: a source", "https://www.cdc.gov/botulism")
_FACTS = [("Program", "0.1.0"), ("Last problems", "vision.md: an example")] * 5


class State(Struct, frozen=True):
    """Something the window can show: its name, and how to bring it up."""

    name: str
    show: Callable[[], None]


class EveryState(Struct, frozen=True):
    """A tour of a window that serves visits like `base`: its language, its looks."""

    shell: Shell
    base: Visit

    def tour(self, pages: Collection[str] = ()) -> Iterator[str]:
        """Bring the window into each state, or that of `pages`, then yield its name."""
        states = [it for it in self.pages() if it.name in pages] or self.states()
        for state in states:
            state.show()
            yield state.name
        self.shell.hide_screen()

    def states(self) -> list[State]:
        """Return all states, none of them shown yet."""
        return [*self.states_of_visit(), *self.screens()]

    def states_of_visit(self) -> list[State]:
        """Return the states that a visitor comes to, in the visitor's own looks."""
        return [*self.pages(), *self.answers(), *self.overlays()]

    def pages(self) -> Iterator[State]:
        """Yield every page."""
        for place, page in enumerate(self._context.pack.pages):
            show = self._go_to if place else self._open_first
            yield State(page.id, partial(show, page.id))

    def answers(self) -> Iterator[State]:
        """Yield each level of advice that the checklist's answers can lead to."""
        if check := self._page_of(PageKind.CHECKLIST):
            for level in sorted(answers_by_level(self._context.checklist)):
                answers = self._leading_to(level)
                yield self._visit(f"check-{level.key}", answers, check)
        book, emergency = self._page_of(PageKind.BOOKING), self._emergency
        if book and emergency:
            yield self._visit("book-emergency", emergency, book)

    def overlays(self) -> Iterator[State]:
        """Yield each thing that a visitor can put in the page's place."""
        if self._emergency:
            yield State("emergency", self._show_emergency)
            yield State("emergency-still-there", self._ask_in_emergency)
            if self._context.offers_call:
                yield State("emergency-nobody-answered", self._call_in_emergency)
        if self._page_of(PageKind.CHECKLIST):
            yield State("advice", partial(self._show_advice, Overlays.show_advice))
            show = partial(self._show_advice, Overlays.show_staff_card)
            yield State("for-staff", show)
            if self._context.offers_call:
                yield State("for-staff-nobody-answered", self._call_from_staff_card)
        yield State("code", self._show_code)
        yield State("take-home", self._show_take_home)
        for question in PreferenceQuestion:
            show = partial(self._ask_preference, question)
            yield State(f"ask-{question.value}", show)
        yield State("still-there", self._ask_whether_still_there)

    def screens(self) -> Iterator[State]:
        """Yield what covers the window between visits, and for staff."""
        views: dict[str, Callable[[ViewContext], QWidget]] = {
            "attract": self._attract,
            "cleaning": _cleaning,
            "pin": _pin_pad,
            "staff": self._staff_panel,
            "calibration": self._calibration,
            "screen-test": ScreenTest,
        }
        for name, view in views.items():
            yield State(name, partial(self._cover, view))

    def _open_first(self, page: str) -> None:
        self._open(self.base)
        self._session.go_to(page)

    def _go_to(self, page: str) -> None:
        """Show another page in the same session, as a visitor does."""
        session = self.shell.session
        if session and session.visit.on_page("") == self.base:
            session.go_to(page)
        else:
            self._open_first(page)

    def _open(self, visit: Visit) -> None:
        if self.shell.screen_shown:
            self.shell.hide_screen()
        self.shell.open(visit)

    def _visit(self, name: str, answers: Answers, page: str) -> State:
        return State(name, partial(self._open, self._answered(answers, page)))

    def _answered(self, answers: Answers, page: str) -> Visit:
        """Return the visit with answers; without any, "none of these" was touched."""
        visit = self.base.on_page(page)
        return replace(visit, answers=answers, none_of_these=not answers)

    def _show_emergency(self) -> None:
        visit = self._answered(self._emergency, "")
        self._open(replace(visit, shows_emergency=True))

    def _show_advice(self, show: Callable[[Overlays], None]) -> None:
        answers, check = self._leading_to(Level.SAME_DAY), PageKind.CHECKLIST
        self._open(self._answered(answers, self._page_of(check)))
        show(self._session.overlays)

    def _call_from_staff_card(self) -> None:
        self._show_advice(Overlays.show_staff_card)
        self._show_call()

    def _show_code(self) -> None:
        self._open(self.base)
        self._session.overlays.show_qr_code(_SOURCE)

    def _show_take_home(self) -> None:
        self._open(self.base)
        page = self._context.pack.pages[-1].id
        self._session.overlays.show_take_home(page)

    def _ask_preference(self, question: PreferenceQuestion) -> None:
        self._open(self.base)
        self._session.ask_preference(question)

    def _ask_in_emergency(self) -> None:
        self._show_emergency()
        self._session.overlays.show_idle_notice()
        self._session.overlays.show_seconds_left(30)

    def _call_in_emergency(self) -> None:
        self._show_emergency()
        self._show_call()

    def _show_call(self) -> None:
        front = self._session.overlays.front
        assert isinstance(front, CallsStaff)
        front.show_call(CallState.UNANSWERED)

    def _ask_whether_still_there(self) -> None:
        self._open(self.base)
        self._session.overlays.show_idle_notice()
        self._session.overlays.show_seconds_left(30)

    def _cover(self, view: Callable[[ViewContext], QWidget]) -> None:
        if not self.shell.screen_shown:
            self.shell.open(self.base)
        self.shell.show_screen(
            view(self._contexts.of(Visit(language=self.base.language)))
        )

    def _attract(self, context: ViewContext) -> QWidget:
        return Attract(context, self._contexts)

    def _staff_panel(self, context: ViewContext) -> QWidget:
        portrait = self.shell.height() > self.shell.width()
        panel = StaffPanel(context, _FACTS, portrait=portrait, sound=True)
        panel.show_outcome(context.pack.staff.reload_problems.format(count=12))
        return panel

    def _calibration(self, context: ViewContext) -> QWidget:
        return Calibration(context, self.shell.width())

    def _page_of(self, kind: PageKind) -> str:
        """Return the id of the page of this kind; empty if there is none."""
        pages = self._context.pack.pages
        return next((page.id for page in pages if page.kind is kind), "")

    def _leading_to(self, level: Level) -> Answers:
        """Return answers that lead to a level; none if the checklist has no way."""
        count = _EMERGENCIES if level is Level.EMERGENCY else 1
        found = answers_by_level(self._context.checklist).get(level, [])
        return Answers().union(*found[:count])

    @property
    def _emergency(self) -> Answers:
        return self._leading_to(Level.EMERGENCY)

    @property
    def _context(self) -> ViewContext:
        return self._contexts.of(self.base)

    @property
    def _contexts(self) -> ViewContexts:
        assert self.shell.contexts  # a tour is of a window that works
        return self.shell.contexts

    @property
    def _session(self) -> Session:
        assert self.shell.session
        return self.shell.session


def _pin_pad(context: ViewContext) -> QWidget:
    return PinPad(context, "1234567890")


def _cleaning(context: ViewContext) -> QWidget:
    view = CleaningView(context)
    view.count_down(60)
    return view
