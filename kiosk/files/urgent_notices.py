"""Read `notices.toml`: urgent notices with their days, in the words of each language.

A date that cannot be read hides no notice: it is shown until the date is mended. Words
that a language lacks are those of the source language.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.packs import Pack
from kiosk.content.placeholders import fill
from kiosk.content.urgent_notices import UrgentNotice
from kiosk.errors import ContentError, EntryError, Severity
from kiosk.files.pack_words import filled
from kiosk.files.parsing import MOST_TABLE_BYTES, problems_in, usable_toml
from kiosk.files.snapshot import NOTICES, Snapshot

LONGEST = 200
"""Letters that a small screen has room for above its pages, in large text too."""

_TABLE, _FIRST, _LAST = "notice", "from", "until"
_WRITE_DATE = "write it like 2026-11-22"


class NoticeEntry(Struct, frozen=True):
    """One notice of the file: its days, and its words by language; `key` names it."""

    key: str
    first: date
    last: date
    words: Mapping[str, str]


class NoticeFile(Struct, frozen=True):
    """The notices of a content folder; `report` is called with what is wrong."""

    files: Snapshot
    report: Callable[[ContentError], None]
    entries: tuple[NoticeEntry, ...] = ()

    def on(self, pack: Pack, terms: Mapping[str, str], source: Pack | None) -> Pack:
        """Return a pack with each notice in its language, `terms` filled in.

        `source` is that of the source language, for words that are missing; where it is
        None the pack is that, and the first words there are will do.
        """
        known = source.notices if source else ()
        pairs = zip_longest(self.entries, known)
        notices = (self._notice(it, pack.language, terms, own) for it, own in pairs)
        return replace(pack, notices=tuple(notices))

    def _notice(
        self,
        entry: NoticeEntry,
        language: str,
        terms: Mapping[str, str],
        source: UrgentNotice | None,
    ) -> UrgentNotice:
        if source and language not in entry.words:
            return source
        own = language if language in entry.words else next(iter(entry.words))
        words = entry.words[own]
        try:
            text = _filled(words, terms)
        except EntryError as error:
            self.tell([error.under(f"{entry.key}.{own}")])
            if source:
                return source
            text = fill(words, {name: term or name for name, term in terms.items()})
        return UrgentNotice(entry.first, entry.last, text, own)

    def tell(
        self, errors: Iterable[EntryError], severity: Severity = Severity.ERROR
    ) -> None:
        """Report mistakes in the file."""
        path = self.files.folder / NOTICES
        if problems := problems_in(path, errors, severity, self.files.text):
            self.report(ContentError(*problems))


def load_notices(
    files: Snapshot,
    languages: Collection[str],
    report: Callable[[ContentError], None],
) -> NoticeFile:
    """Return the notices of a folder; each mistake is reported.

    `languages` are the codes of those that words may be in.
    """
    path = files.folder / NOTICES
    if path not in files:
        return NoticeFile(files, report)
    errors: list[EntryError] = []
    warnings: list[EntryError] = []
    entries: list[NoticeEntry] = []
    try:
        with files.blaming(path):
            table, errors = usable_toml(files.text(path, MOST_TABLE_BYTES))
    except ContentError as error:
        report(error)
        table = {}
    for key, row in _rows(table, errors):
        if entry := _entry(key, row, languages, errors):
            entries.append(entry)
            warnings += _weak_points(entry, languages)
    file = NoticeFile(files, report, tuple(entries))
    file.tell(_once(errors))
    file.tell(warnings, Severity.WARNING)
    return file


def _once(errors: Collection[EntryError]) -> Iterator[EntryError]:
    """Yield one mistake for each date: the last, which says how dates are written."""
    dates = {
        it.key: it for it in errors if it.key.endswith((f".{_FIRST}", f".{_LAST}"))
    }
    for error in errors:
        if dates.get(error.key, error) is error:
            yield error


def _filled(words: str, terms: Mapping[str, str]) -> str:
    """Return words with terms; raises `EntryError` if nothing is left of them."""
    if text := filled(words, terms):
        return text
    message = "each sentence needs something that the settings do not set"
    raise EntryError(message, "set it, or write the words in full")


def _rows(
    table: Mapping[str, object], errors: list[EntryError]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each notice with its place; one alone may be written without a list."""
    rows = table.get(_TABLE, [])
    for at, row in enumerate([rows] if isinstance(rows, dict) else _listed(rows)):
        key = _TABLE if isinstance(rows, dict) else f"{_TABLE}[{at}]"
        if isinstance(row, dict):
            yield key, row
        else:
            message = "this is no notice"
            errors.append(EntryError(message, "begin it with [[notice]]", key=key))
    for key in table.keys() - {_TABLE}:
        message = "nothing is shown for this"
        errors.append(EntryError(message, "begin a notice with [[notice]]", key=key))


def _listed(rows: object) -> list[object]:
    return rows if isinstance(rows, list) else [rows]


def _entry(
    key: str,
    row: dict[str, object],
    languages: Collection[str],
    errors: list[EntryError],
) -> NoticeEntry | None:
    """Return a notice; None if there are no words in it."""
    words: dict[str, str] = {}
    for name, text in row.items():
        if name in (_FIRST, _LAST):
            continue
        if problem := _problem_of(name, text, languages):
            errors.append(problem.under(key))
        else:
            words[name] = str(text).strip()
    if not words:
        errors.append(EntryError("has no words", 'write en = "..."', key=key))
        return None
    first = _day(row.get(_FIRST, date.min), date.min, f"{key}.{_FIRST}", errors)
    last = _day(row.get(_LAST), date.max, f"{key}.{_LAST}", errors)
    if last < first:
        message = f"the last day, {last}, comes before the first, {first}"
        remedy = "write the two days in their order; it is shown until then"
        errors.append(EntryError(message, remedy, key=f"{key}.{_LAST}"))
        first, last = date.min, date.max
    return NoticeEntry(key, first, last, words)


def _problem_of(
    name: str, text: object, languages: Collection[str]
) -> EntryError | None:
    """Return the mistake in the words of one language, if there is one."""
    if name not in languages:
        from kiosk.files.type_mistakes import similar

        known = languages if len(name) < len(_FIRST) else (*languages, _FIRST, _LAST)
        return EntryError(
            f"there is no language {name!r}", similar(name, known), key=name
        )
    if not isinstance(text, str) or not text.strip():
        remedy = f'write the words in quotes: {name} = "..."'
        return EntryError("these are no words", remedy, key=name)
    return None


def _day(value: object, unknown: date, key: str, errors: list[EntryError]) -> date:
    """Return a date; `unknown`, and a mistake, for what is none."""
    try:
        if isinstance(value, date):  # a moment is one, too
            return value.date() if isinstance(value, datetime) else value
        return date.fromisoformat(str(value).strip())
    except ValueError:
        is_there = value is not None or any(it.key == key for it in errors)
        message = "this is no date" if is_there else "there is no last day"
        remedy = f"{_WRITE_DATE}; the notice is shown until it is mended"
        errors.append(EntryError(message, remedy, key=key))
        return unknown


def _weak_points(
    entry: NoticeEntry, languages: Collection[str]
) -> Iterator[EntryError]:
    """Yield what does not keep a notice from being shown."""
    if missing := [it for it in languages if it not in entry.words]:
        message = f"has no words in {', '.join(missing)}"
        yield EntryError(message, f'add {missing[0]} = "..."', key=entry.key)
    for language, words in entry.words.items():
        if len(words) > LONGEST:
            message = f"is {len(words)} letters long"
            remedy = f"write at most {LONGEST}: small screens have room for no more"
            yield EntryError(message, remedy, key=f"{entry.key}.{language}")
