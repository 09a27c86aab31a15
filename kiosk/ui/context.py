"""The context that views are built from: the words, rules, clinic and look."""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import cached_property, partial

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.content.bidi import runs_right_to_left
from kiosk.content.library import Library
from kiosk.content.packs import Language, Pack
from kiosk.content.pages import Page
from kiosk.content.urgent_notices import UrgentNotice
from kiosk.domain.clinic import Clinic
from kiosk.domain.preferences import Preferences
from kiosk.domain.triage import Checklist
from kiosk.domain.visit import Visit
from kiosk.ui.style.look import Look


class ViewContext(Struct, frozen=True):
    """The words, the rules, the clinic and the look of one session.

    `library` is the content that `pack` is one language of. With `speech` the kiosk
    can read aloud; with `calls_staff` it can call staff. `lower_edge_mm` is how high
    above the floor the screen's picture begins, 0 if unknown. `now` returns the local
    time, `look_for` the look of a visitor who wants another one. `print_page` prints
    the page of a language, and returns whether there is paper for it; it is None where
    nothing is printed. `fitting` is which version of a page fits which room: it is
    found once, and nothing of a visit is in it.
    """

    pack: Pack
    library: Library
    clinic: Clinic
    look: Look
    speech: bool = False
    calls_staff: bool = False
    lower_edge_mm: float = 0.0
    now: Callable[[], datetime] = datetime.now
    look_for: Callable[[Preferences], Look] | None = None
    print_page: Callable[[str, str], bool] | None = None
    fitting: dict[Hashable, tuple[int, bool]] = field(default_factory=dict)

    def look_of(self, page: Page) -> Look:
        """Return the look for the text of a page, which may run another way.

        A page that is not translated is in the language it was first written in.
        """
        if page.language == self.pack.language:
            return self.look
        return replace(self.look, mirrored=runs_right_to_left(page.title))

    @property
    def offers_call(self) -> bool:
        """Whether a visitor can call staff: not while the clinic is closed."""
        return self.calls_staff and self.library.is_open

    @property
    def checklist(self) -> Checklist:
        """The questions and the rules."""
        return self.library.checklist

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages to choose from."""
        return self.library.languages

    @property
    def notices(self) -> tuple[UrgentNotice, ...]:
        """The urgent notices of today, in the pack's language."""
        if not self.pack.notices:
            return ()
        today = self.now().date()
        return tuple(it for it in self.pack.notices if it.is_due(today))

    @property
    def staff_pack(self) -> Pack:
        """The words of the clinic's first language, which its staff read."""
        return self.library.staff_pack


class ViewContexts(Struct, frozen=True, dict=True):
    """Make the context of each visit, and keep it: in each language and look.

    `look` makes a look for a visitor's preferences, mirrored for languages written
    from right to left. With `speech` the kiosk can read aloud, with `calls_staff` call
    staff; with `reduce_motion` nothing moves that no finger moves.
    """

    library: Library
    clinic: Clinic
    look: Callable[[Preferences, bool], Look]
    lower_edge_mm: float = 0.0
    speech: bool = False
    calls_staff: bool = False
    reduce_motion: bool = False
    now: Callable[[], datetime] = datetime.now
    print_page: Callable[[str, str], bool] | None = None

    @cached_property
    def _made(self) -> dict[tuple[str, int, str], ViewContext]:
        return {}

    def of(self, visit: Visit) -> ViewContext:
        """Return what this visit is drawn from."""
        preferences = visit.preferences
        key = visit.language, preferences.text, preferences.theme.value
        if key not in self._made:
            pack = self.library.pack(visit.language)
            self._made[key] = ViewContext(
                pack=pack,
                library=self.library,
                clinic=self._clinic(pack),
                look=self.look(preferences, pack.rtl),
                speech=self.speech,
                calls_staff=self.calls_staff,
                lower_edge_mm=self.lower_edge_mm,
                now=self.now,
                look_for=partial(self._look_for, pack.rtl),
                print_page=self.print_page,
            )
        return self._made[key]

    def _look_for(self, rtl: bool, preferences: Preferences) -> Look:  # noqa: FBT001 - filled in
        return self.look(preferences, rtl)

    def _clinic(self, pack: Pack) -> Clinic:
        own = self.library.staff_pack.language
        return self.clinic.in_language(pack.language, own=own)
