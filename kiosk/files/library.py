"""Make the library of one content folder from its snapshot."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct, field

from kiosk.content.approval import Approval
from kiosk.content.blocks import Image
from kiosk.content.library import Library
from kiosk.content.packs import Language, Pack
from kiosk.content.withholding import ShowPolicy, withheld
from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Checklist
from kiosk.errors import ContentError, Problem, Severity
from kiosk.files.approvals import load_approvals
from kiosk.files.body_memory import BodyMemory
from kiosk.files.checklist import load_checklist
from kiosk.files.content_file import load_content_file
from kiosk.files.language_packs import PackLoader
from kiosk.files.languages import chosen_from, languages_in
from kiosk.files.on_demand import OnDemand
from kiosk.files.pack_words import Way
from kiosk.files.pictures import SignPictures
from kiosk.files.snapshot import NOTICES, Snapshot
from kiosk.files.sources import load_sources
from kiosk.files.stray_files import stray_files

if TYPE_CHECKING:
    from kiosk.files.urgent_notices import NoticeFile


def _today() -> date:
    return datetime.now().astimezone().date()


class LibraryLoader(Struct, frozen=True, kw_only=True):
    """Make libraries for one clinic, whose terms are filled in.

    `icons` are the names a page may choose from. `languages` are the codes of those to
    offer, in their order; none named is all of them. `first` is one to begin in.
    With `away` the words are those to read outside of the clinic; with `drafts` pages
    and languages that are not finished are there too. `policy` says which pages are
    withheld, on the day that `today` returns. With a `memory` no text is parsed twice.
    `before` is the last checklist without a mistake.
    """

    clinic: Clinic
    icons: frozenset[str]
    languages: tuple[str, ...] = ()
    first: str = ""
    away: bool = False
    drafts: bool = False
    memory: BodyMemory | None = None
    before: Checklist | None = None
    policy: ShowPolicy = field(default_factory=ShowPolicy)
    today: Callable[[], date] = _today

    def load(self, files: Snapshot, *, is_open: bool = True) -> Library:
        """Return the whole library; raises `KioskError` if nothing can be shown."""
        reading = _Reading(self, files, is_open)
        packs = reading.whole_packs()
        pictures = {it: reading.pictures.of(it) for it in reading.checklist.answers}
        languages = tuple(it for it in reading.languages if it.code in packs)
        return self._shown(reading.library(languages, packs, pictures))

    def open(self, files: Snapshot, *, is_open: bool = True) -> Library:
        """Return a library in which the first language is read, but for its bodies.

        Everything else is read from the snapshot when it is asked for: an unusable pack
        is the first one there, an unusable body is empty. It knows no such problem.
        Raises `KioskError` if the first language is unusable.
        """
        reading = _Reading(self, files, is_open)
        packs, pictures = reading.packs_on_demand(), OnDemand(reading.pictures.of)
        reading.errors.clear()
        reading.told.clear()
        return self._shown(reading.library(reading.languages, packs, pictures))

    def _shown(self, library: Library) -> Library:
        return withheld(library, self.policy, self.today())


class _Reading:
    """One pass through the files.

    `errors` are those of what is left out, `told` the others met on the way.
    """

    def __init__(self, loader: LibraryLoader, files: Snapshot, is_open: bool) -> None:  # noqa: FBT001
        self.errors: list[ContentError] = []
        self.told: list[ContentError] = []
        self._files = files
        self._is_open = is_open
        outline = load_content_file(files, self.told.append)
        self._source = outline.source_language
        there = languages_in(files, self._source, self.errors.append)
        self.languages = chosen_from(
            _done(there, loader), loader.languages, loader.first, self._report_stranger
        )
        self._approvals = load_approvals(files, self.told.append)
        self._sources = load_sources(files, self.told.append)
        self.checklist = load_checklist(files, self.told.append, loader.before)
        self.pictures = SignPictures(files, self.errors.append)
        self._codes = [language.code for language in there]
        self._loader = PackLoader(
            files=files,
            outline=outline,
            checklist=self.checklist,
            sources=self._sources,
            clinic=loader.clinic,
            own_language=self.languages[0].code,
            icons=loader.icons,
            report=self.errors.append,
            tell=self.told.append,
            notices=self._notices,
            way_to_help=_way(loader, is_open=is_open),
            drafts=loader.drafts,
            memory=loader.memory,
        )

    def _report_stranger(self, name: str, remedy: str) -> None:
        message = f"there is no language {name!r}, which the settings name"
        path = self._files.folder / name
        remedy = f"in content.languages of the settings {remedy}"
        self.told.append(ContentError(Problem(path, message=message, remedy=remedy)))

    @property
    def _notices(self) -> "NoticeFile | None":
        """Return the urgent notices; None, at no cost, where there is no file."""
        if self._files.folder / NOTICES not in self._files:
            return None
        from kiosk.files.urgent_notices import load_notices

        return load_notices(self._files, self._codes, self.told.append)

    def whole_packs(self) -> Mapping[str, Pack]:
        """Return the packs that can be used; raises `ContentError` for none of them."""
        try:
            source = self._loader.load(self._source)
        except ContentError as error:
            raise ContentError(*error.problems, *self.problems) from error
        strays = [*stray_files(self._files, self._loader.outline, self._codes)]
        if strays:
            self.told.append(ContentError(*strays))
        packs = {source.language: source}
        for code in (it.code for it in self.languages):
            try:
                packs[code] = packs.get(code) or self._loader.load(code, source)
            except ContentError as error:
                self.errors.append(error)
        if not any(it.code in packs for it in self.languages):
            raise ContentError(*self.problems)
        return packs

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Each problem met so far."""
        errors = (*self.errors, *self.told)
        return tuple(dict.fromkeys(it for error in errors for it in error.problems))

    def packs_on_demand(self) -> Mapping[str, Pack]:
        """Return the first language's pack, and any other when it is asked for."""
        packs: OnDemand[str, Pack] = OnDemand(lambda code: self._open(code, packs))
        first = self.languages[0].code
        if first != self._source:
            packs[self._source] = self._loader.open(self._source)
        packs[first] = self._loader.open(first, packs.get(self._source))
        return packs

    def _open(self, code: str, packs: Mapping[str, Pack]) -> Pack:
        source = packs[self._source] if code != self._source else None
        with suppress(ContentError):
            return self._loader.open(code, source)
        return packs[self.languages[0].code]

    def _words_approval(self, language: str) -> Approval:
        return self._approvals.of_strings(language, self._files)

    def library(
        self,
        languages: tuple[Language, ...],
        packs: Mapping[str, Pack],
        pictures: Mapping[str, Image | None],
    ) -> Library:
        """Return the library of these, with the problems met so far."""
        return Library(
            folder=self._files.folder,
            fingerprint=self._files.fingerprint,
            languages=languages,
            packs=packs,
            checklist=self.checklist,
            checklist_approval=self._approvals.of_checklist(self._files),
            words_approvals=OnDemand(self._words_approval),
            sign_pictures=pictures,
            sources=self._sources,
            is_open=self._is_open,
            problems=self.problems,
            left_out=tuple(dict.fromkeys(map(_name, filter(_leaves_out, self.errors)))),
        )


def _way(loader: LibraryLoader, *, is_open: bool) -> Way:
    if loader.away:
        return Way.AWAY
    return Way.OPEN if is_open else Way.CLOSED


def _name(error: ContentError) -> str:
    """Return how staff know a page, a language or a picture, such as `es/vision`."""
    return f"{error.path.parent.name}/{error.path.stem}"


def _leaves_out(error: ContentError) -> bool:
    return any(problem.severity is Severity.ERROR for problem in error.problems)


def _done(there: tuple[Language, ...], loader: LibraryLoader) -> tuple[Language, ...]:
    """Return the languages to offer: a draft is there only where drafts are shown."""
    return tuple(it for it in there if loader.drafts or not it.is_draft)
