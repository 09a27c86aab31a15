"""Read the symptom checklist: its questions and its rules.

The file's own comment explains its form; `kiosk advice --table` prints it as one
sheet for a clinician to sign. A slip costs its line, never the checklist. While one is
in what decides on advice, all that was there before counts too: no advice is less
urgent than it was.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from kiosk.domain.stricter import stricter
from kiosk.domain.triage import Checklist
from kiosk.errors import ContentError, EntryError, FileError, Severity
from kiosk.files.checklist_reading import ChecklistReading
from kiosk.files.key_lines import line_of, lines_of_keys
from kiosk.files.parsing import MOST_TABLE_BYTES, problems_in, read_table, usable_toml
from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_files import usable_text

_ROW = re.compile(r"(\w+)\[(\d+)\]\.?(.*)")

_NEED = re.compile(r"needs\[(\d+)\](\.?)")

FILE = "checklist.toml"


def load_checklist(
    files: Snapshot,
    report: Callable[[ContentError], None] | None = None,
    before: Checklist | None = None,
) -> Checklist:
    """Return the questions and rules of the content.

    Every mistake is reported. What was there before is in the last good checklist, if
    one is given, or else in the one that came along. Without a `report` raises
    `ContentError` for any mistake; with one if there is no checklist at all.
    """
    path = files.folder / FILE

    def last_good() -> Checklist | None:
        return before or (report and _shipped(files.folder)) or None

    try:
        with files.blaming(path):
            return _checklist(files, path, report or _refuse, last_good)
    except ContentError as error:
        known = last_good()
        if not known or not report:
            raise
        report(error)
        return known


def _refuse(error: ContentError) -> None:
    """Raise what is more than a warning."""
    if any(it.severity is Severity.ERROR for it in error.problems):
        raise error


def _checklist(
    files: Snapshot,
    path: Path,
    report: Callable[[ContentError], None],
    last_good: Callable[[], Checklist | None],
) -> Checklist:
    data = files.data(path)
    if len(data) > MOST_TABLE_BYTES:
        raise EntryError(
            f"is longer than {MOST_TABLE_BYTES:,} bytes", "make it shorter"
        )
    text, unread = usable_text(data)
    table, slips = usable_toml(text)
    lost = frozenset(filter(None, (it.key for it in slips)))
    reading = ChecklistReading(table, lost)
    checklist = reading.checklist()

    @cache
    def lines() -> Mapping[str, int]:
        return lines_of_keys(path, lambda _: text)

    def tell(errors: Iterable[EntryError], severity: Severity) -> None:
        named = [_named(error, table, lines) for error in errors]
        if problems := problems_in(path, named, severity, lambda _: text):
            report(ContentError(*problems))

    tell((*unread, *slips, *reading.wrong.found), Severity.ERROR)
    tell(reading.doubts.found, Severity.WARNING)
    if not checklist:
        raise EntryError("has no symptoms", "write each below [[symptoms]]")
    is_grave = unread or slips or reading.is_grave
    before = last_good() if is_grave else None
    return stricter(checklist, before) if before else checklist


def _named(
    error: EntryError,
    table: Mapping[str, object],
    lines: Callable[[], Mapping[str, int]],
) -> EntryError:
    """Return a mistake with its line, and the id of its row in place of a number."""
    found = _ROW.fullmatch(error.key)
    if not found:
        return error
    name, number, key = found.groups()
    rows = table.get(name)
    row = rows[int(number)] if isinstance(rows, list) else {}
    row_id = str(row.get("id") or "") if isinstance(row, dict) else ""
    key = _NEED.sub(lambda need: f"need {int(need[1]) + 1}{', ' * bool(need[2])}", key)
    place = ", ".join(filter(None, (row_id or f"{name}, row {int(number) + 1}", key)))
    line = error.line or line_of(error.key, lines())
    return EntryError(f"{place}: {error.message}", error.remedy, line=line)


def _shipped(folder: Path) -> Checklist | None:
    """Return the checklist that came along, unless it is that of `folder` itself."""
    path = resources() / "content" / FILE
    if path.parent == folder:
        return None
    with suppress(FileError, OSError, ValueError):
        return ChecklistReading(read_table(path), frozenset()).checklist()
    return None
