"""Collect from the running kiosk the facts that the staff panel shows.

`machine.status_report` tells other programs the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from kiosk.app.problems import Reporter
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.pages import Page
from kiosk.content.placeholders import fill
from kiosk.domain.status import Fact
from kiosk.files.settings import Settings
from kiosk.files.versions import program_version


class KioskStatus(Struct, frozen=True, kw_only=True):
    """The state of a running kiosk, without anything of its visitors.

    `library` is the content that is shown; `fault` says why it is not that of the
    clinic's folder, if it is not. `running_s` is in seconds, `width_mm` in millimetres;
    `volume` is None where no sound is installed. `has_voice` returns whether there is
    a voice for a language; None instead where no speech is installed. `is_responsive`
    says whether a touch leads somewhere.
    """

    settings: Settings
    library: Library
    running_s: float
    width_mm: float
    volume: int | None
    now: datetime
    fault: tuple[str, ...] = ()
    has_voice: Callable[[str], bool | None] | None = None
    is_responsive: bool = True

    def facts(self, reporter: Reporter) -> Sequence[Fact]:
        """Return a line for each thing staff may want to know, in their language."""
        packs = self.library.ready_packs
        pack = self.library.staff_pack
        words = pack.staff
        return (
            (words.program, program_version()),
            (words.content, self._content()),
            *self._pages(packs),
            (words.settings, self._settings()),
            (words.time_here, f"{self.now:%Y-%m-%d %H:%M} (UTC{self.now:%z})"),
            (words.running_for, str(timedelta(seconds=int(self.running_s)))),
            (words.screen, fill(words.screen_of, {"width": f"{self.width_mm:.0f}"})),
            (words.sound, self._sound(pack)),
            (words.voices, self._voices(packs)),
            (words.problems, "\n".join(reporter.last) or words.none),
        )

    def _content(self) -> str:
        """Return which content is shown, and why it is not what it should be."""
        shown = f"{self.library.fingerprint}  {self.library.folder}"
        return "\n".join((shown, *self.fault))

    def _settings(self) -> str:
        """Return the file of settings, and what is wrong in it."""
        return "\n".join(map(str, (self.settings.path, *self.settings.problems)))

    def _pages(self, packs: Sequence[Pack]) -> Iterator[Fact]:
        words = packs[0].staff
        counts = ((pack, [*own_pages(pack)]) for pack in packs)
        shown = (
            fill(words.pages_of, {"language": pack.name, "count": str(len(pages))})
            for pack, pages in counts
        )
        yield words.pages, "\n".join(shown)
        yield words.left_out, ", ".join(self.library.left_out) or words.none
        fallen = {pack.name: [*outdated_pages(pack)] for pack in packs}
        yield words.outdated, _listed(fallen, words.none)
        open_ = {p.name: [*filter(self.lacks_approval, p.pages)] for p in packs}
        named = (*self.other_texts_not_approved(), _listed(open_, ""))
        yield words.not_approved, "\n".join(filter(None, named)) or words.none
        late = {p.name: [*filter(self.is_overdue, p.pages)] for p in packs}
        yield words.review_due, _listed(late, words.none)

    def other_texts_not_approved(self) -> Iterator[str]:
        """Yield the files without an approval that are no pages."""
        library, today = self.library, self.now.date()
        if not library.checklist_approval.is_valid(today):
            yield "checklist.toml"
        for code in (pack.language for pack in library.ready_packs):
            if not library.words_approvals[code].is_valid(today):
                yield f"{code}/pack.toml"

    def lacks_approval(self, page: Page) -> bool:
        """Return whether no clinician approved a page as it is now."""
        return not page.approval.is_valid(self.now.date())

    def is_overdue(self, page: Page) -> bool:
        """Return whether a page is past its review date."""
        return page.review_by < self.now.date()

    def _sound(self, pack: Pack) -> str:
        if self.volume is None:
            return pack.staff.no_sound
        return fill(pack.staff.sound_at, {"percent": str(self.volume)})

    def _voices(self, packs: Sequence[Pack]) -> str:
        """Return which languages can be spoken; what speech keeps silent about cannot.

        Why it does is among the problems.
        """
        words = packs[0].staff
        if not self.has_voice:
            return words.no_speech
        said = (
            words.voice_of if self.has_voice(p.language) else words.no_voice_of
            for p in packs
        )
        named = zip(said, packs, strict=True)
        return "\n".join(fill(words, {"language": p.name}) for words, p in named)


def own_pages(pack: Pack) -> Iterator[Page]:
    """Yield the pages that are shown in the language itself."""
    return (page for page in pack.pages if page.language == pack.language)


def outdated_pages(pack: Pack) -> Iterator[Page]:
    """Yield the pages of a translation that are shown in another language."""
    return (page for page in pack.pages if page.language != pack.language)


def _listed(named: Mapping[str, Sequence[Page]], none: str) -> str:
    """Return the pages of each language by the words of their tabs."""
    rows = (
        f"{name}: {', '.join(page.tab for page in pages)}"
        for name, pages in named.items()
        if pages
    )
    return "\n".join(rows) or none
