"""Everything that one content folder says, as one value that needs no file."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from kiosk.content.approval import Approval
from kiosk.content.blocks import Image
from kiosk.content.packs import Language, Pack
from kiosk.content.pages import Source
from kiosk.domain.triage import Checklist
from kiosk.errors import Problem, Severity


class Library(Struct, frozen=True, kw_only=True):
    """The content of `folder`, while the clinic is open or closed.

    `languages` are those to choose from, the clinic's first one first. `packs` has a
    pack for each, `sign_pictures` a small picture of each answer that has one.
    `fingerprint` is that of the files it was made from; `problems` are the mistakes
    in them, and `left_out` the pages and languages that are not shown for it;
    of those in `earlier` the last good version is shown, or the shipped one.
    `words_approvals` are those of the words of each language, without its pages.
    """

    folder: Path
    fingerprint: str
    languages: tuple[Language, ...]
    packs: Mapping[str, Pack]
    checklist: Checklist
    sign_pictures: Mapping[str, Image | None]
    sources: Mapping[str, Source]
    checklist_approval: Approval = field(default_factory=Approval)
    words_approvals: Mapping[str, Approval] = field(
        default_factory=lambda: defaultdict(Approval)
    )
    is_open: bool = True
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The problems for staff, a line each, which says if something is left out."""
        return tuple(map(self._line, self.problems))

    @property
    def staff_pack(self) -> Pack:
        """The words of the clinic's first language, which its staff read."""
        return self.packs[self.languages[0].code]

    @property
    def ready_packs(self) -> tuple[Pack, ...]:
        """The packs that are read, in the order of the languages."""
        codes = (language.code for language in self.languages)
        return tuple(self.packs[code] for code in codes if code in self.packs)

    @property
    def speech_codes(self) -> Mapping[str, str]:
        """The code of its voice for each language read so far that names one."""
        return {it.language: it.speech for it in self.ready_packs if it.speech}

    def shows_as(self, other: "Library") -> bool:
        """Check whether a visitor sees the same of both: one may be read further."""
        return _visible(self) == _visible(other)

    def pack(self, language: str) -> Pack:
        """Return the pack of a language; the first one where it has none of that."""
        known = any(it.code == language for it in self.languages)
        return self.packs[language] if known else self.staff_pack

    def _line(self, problem: Problem) -> str:
        name = f"{problem.path.parent.name}/{problem.path.stem}"
        if problem.severity is not Severity.ERROR or name not in self.left_out:
            return str(problem)
        kept = name in self.earlier
        instead = "the last good version of it is shown" if kept else "left out"
        return f"{problem} ({instead})"

    def sign_picture(self, answer: str) -> Image | None:
        """Return the small picture of an answer of the checklist, if it has one."""
        return self.sign_pictures[answer]


def _visible(library: Library) -> tuple[object, ...]:
    """Return the values that decide which words a visitor sees."""
    files = (library.folder, library.fingerprint, library.is_open)
    return (*files, library.languages, library.left_out)
