"""What the staff panel tells of this kiosk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kiosk.domain.clinic import fill
from kiosk.domain.content import Pack, Page
from kiosk.domain.staff import Fact
from kiosk.files.versions import content_version, program_version
from kiosk.reporting import Reporter


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The state of a running kiosk, without anything of its visitors.

    `running_s` is in seconds, `width_mm` in millimetres; `volume` is None where no
    sound is installed.
    """

    settings: Path
    content: Path
    running_s: float
    width_mm: float
    volume: int | None
    today: date

    def facts(self, pack: Pack, reporter: Reporter) -> Sequence[Fact]:
        """Return a line for each thing staff may want to know."""
        words = pack.staff
        return (
            (words.program, program_version()),
            (words.content, f"{content_version(self.content)}  {self.content}"),
            *self._pages(pack, reporter),
            (words.settings, str(self.settings)),
            (words.running_for, str(timedelta(seconds=int(self.running_s)))),
            (words.screen, fill(words.screen_of, {"width": f"{self.width_mm:.0f}"})),
            (words.sound, self._sound(pack)),
            (words.problems, "\n".join(reporter.last) or words.none),
        )

    def _pages(self, pack: Pack, reporter: Reporter) -> Iterator[Fact]:
        words, pages = pack.staff, pack.pages
        count = {"language": pack.language, "count": str(len(pages))}
        yield words.pages, fill(words.pages_of, count)
        yield words.left_out, ", ".join(reporter.left_out) or words.none
        yield words.not_approved, _named([p for p in pages if not p.approved_by], pack)
        due = [p for p in pages if p.review_by < self.today]
        yield words.review_due, _named(due, pack)

    def _sound(self, pack: Pack) -> str:
        if self.volume is None:
            return pack.staff.no_sound
        return fill(pack.staff.sound_at, {"percent": str(self.volume)})


def _named(pages: Sequence[Page], pack: Pack) -> str:
    return ", ".join(page.tab for page in pages) or pack.staff.none
