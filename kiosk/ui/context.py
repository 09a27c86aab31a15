"""What sessions are built from, besides the visit."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from kiosk.content.packs import Language, Pack
from kiosk.domain.clinic import Clinic
from kiosk.domain.preferences import Preferences
from kiosk.domain.triage import Checklist
from kiosk.domain.visit import Visit
from kiosk.errors import KioskError
from kiosk.ui.style.look import Look


@dataclass(frozen=True, slots=True)
class ViewContext:
    """The words, the rules, the clinic and the look of one session.

    `staff_pack` is the pack of the clinic's first language, which its staff read;
    `languages` are those to choose from; with `speech` the kiosk can read aloud.
    `sign` returns the small picture of an answer, if there is one. `lower_edge_mm` is
    how high above the floor the screen's picture begins, 0 if unknown.
    """

    pack: Pack
    checklist: Checklist
    clinic: Clinic
    look: Look
    staff_pack: Pack
    sign: Callable[[str], bytes | None]
    languages: tuple[Language, ...] = ()
    speech: bool = False
    lower_edge_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything sessions can be built from, in every language and look.

    `languages` are those to choose from, the clinic's first one first. `read` opens
    the pack of a language and raises `KioskError`; `dress` makes a look for a visitor's
    comfort, mirrored for what is written from right to left; `sign` returns the small
    picture of an answer. With `speech` the kiosk can read aloud; a `calm` one moves
    nothing that no finger moves.
    """

    languages: tuple[Language, ...]
    checklist: Checklist
    clinic: Clinic
    read: Callable[[str], Pack]
    dress: Callable[[Preferences, bool], Look]
    sign: Callable[[str], bytes | None]
    lower_edge_mm: float = 0.0
    speech: bool = False
    calm: bool = False
    _made: dict[tuple[str, int, str], ViewContext] = field(
        default_factory=dict, init=False, compare=False
    )

    def packs(self) -> tuple[Pack, ...]:
        """Return the packs that can be used, the clinic's first language first."""
        packs = []
        for language in self.languages:
            with suppress(KioskError):
                packs.append(self.read(language.code))
        return tuple(packs)

    def of(self, visit: Visit) -> ViewContext:
        """Return what this visit is drawn from; raises `KioskError`."""
        language = visit.language or self.languages[0].code
        preferences = visit.preferences
        key = language, preferences.text, preferences.theme.value
        if key not in self._made:
            pack = self.read(language)
            look = self.dress(preferences, pack.rtl)
            self._made[key] = ViewContext(
                pack=pack,
                checklist=self.checklist,
                clinic=self.clinic,
                look=look,
                staff_pack=self.read(self.languages[0].code),
                sign=self.sign,
                languages=self.languages,
                speech=self.speech,
                lower_edge_mm=self.lower_edge_mm,
            )
        return self._made[key]
