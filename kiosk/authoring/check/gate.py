"""Check a whole clinic: its settings, checklist, and pages in every language.

The loaders say what they cannot show as written; the rules beside this module say what
is shown and cannot be meant.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from kiosk.authoring.check.approvals import approvals, lowered_since
from kiosk.authoring.check.cards import lost_cards
from kiosk.authoring.check.dates import review_dates
from kiosk.authoring.check.hidden import hidden_pages
from kiosk.authoring.check.kept_cases import kept_cases
from kiosk.authoring.check.lowered import lowered_levels
from kiosk.authoring.check.notices import ended_notices
from kiosk.authoring.check.page_kinds import kinds_once
from kiosk.authoring.check.rules import idle_rules, missing_grounds, unknown_grounds
from kiosk.authoring.check.shapes import (
    bold_headings,
    long_pages,
    long_sentences,
    wide_tables,
)
from kiosk.authoring.check.subject import Subject
from kiosk.authoring.check.terms import numbers_to_call, unset_terms
from kiosk.authoring.check.translations import (
    lost_negations,
    missing_terms,
    other_figures,
    other_signs,
)
from kiosk.authoring.check.words import words_of_packs, words_of_safety
from kiosk.content.library import Library
from kiosk.domain.clinic import Clinic
from kiosk.errors import FileError, KioskError, Problem
from kiosk.files.library import LibraryLoader
from kiosk.files.paths import resources
from kiosk.files.settings import Settings, load_settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.themes import icon_names

Rule = Callable[[Subject], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    approvals,
    lowered_since,
    hidden_pages,
    kept_cases,
    ended_notices,
    review_dates,
    unset_terms,
    numbers_to_call,
    lost_cards,
    kinds_once,
    wide_tables,
    long_pages,
    long_sentences,
    bold_headings,
    idle_rules,
    unknown_grounds,
    missing_grounds,
    lowered_levels,
    other_figures,
    missing_terms,
    other_signs,
    lost_negations,
    words_of_packs,
    words_of_safety,
)
SAFETY: tuple[Rule, ...] = (lowered_since, kept_cases, lost_cards, lowered_levels)
"""Those that find advice less urgent than before."""

SETTINGS_FILE = "clinic.toml"


def check(
    folder: Path | None = None,
    config: Path | None = None,
    now: Callable[[], datetime] = datetime.now,
) -> Subject:
    """Return what was read of a clinic, with the problems of all its files.

    `folder` is its content, or the folder of its settings and content. Without it the
    settings decide: those in `config`, or the first file of settings there is.
    """
    if folder and not config and (folder / SETTINGS_FILE).is_file():
        config, folder = folder / SETTINGS_FILE, None
    settings = load_settings(config)
    content = folder or settings.content or resources() / "content"
    subject = _read(content, settings, settings.problems)
    return with_rules(replace(subject, today=now().date()))


def check_files(
    files: Snapshot,
    settings: Settings,
    now: Callable[[], datetime] = datetime.now,
) -> Subject:
    """Return the problems of content that was read already, for these settings."""
    return with_rules(replace(_loaded(files, settings, ()), today=now().date()))


def lowered_advice(
    files: Snapshot, library: Library, clinic: Clinic, today: date
) -> tuple[Problem, ...]:
    """Return what is less urgent than before, and not approved, in a whole library."""
    settings = Settings(path=files.folder, clinic=clinic)
    subject = Subject(files, settings, library, today=today)
    return in_order(chain.from_iterable(rule(subject) for rule in SAFETY))


def with_rules(subject: Subject) -> Subject:
    """Return a subject with what every rule finds, each problem once and in order."""
    found = (*subject.problems, *_found(subject))
    return replace(subject, problems=in_order(found))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, by file and line."""
    return tuple(sorted(dict.fromkeys(problems), key=_place))


def _found(subject: Subject) -> Iterator[Problem]:
    for rule in RULES:
        yield from rule(subject)


def _place(problem: Problem) -> tuple[str, int]:
    return str(problem.path), problem.line


def _read(folder: Path, settings: Settings, problems: tuple[Problem, ...]) -> Subject:
    try:
        return _loaded(Snapshot.take(folder), settings, problems)
    except FileError as error:
        nothing = Snapshot(folder=folder, files={})
        return Subject(nothing, settings, problems=(*problems, *error.problems))


def _loaded(
    files: Snapshot, settings: Settings, problems: tuple[Problem, ...]
) -> Subject:
    """Return the content with its library, if one can be made of it."""
    loader = LibraryLoader(clinic=settings.clinic, icons=icon_names(resources()))
    try:
        library = loader.load(files)
    except KioskError as error:
        return Subject(files, settings, problems=(*problems, *_problems(error, files)))
    found = (*problems, *library.problems)
    return Subject(files, settings, library, problems=found)


def _problems(error: KioskError, files: Snapshot) -> tuple[Problem, ...]:
    if isinstance(error, FileError):
        return error.problems
    return (Problem(files.folder, message=str(error)),)
