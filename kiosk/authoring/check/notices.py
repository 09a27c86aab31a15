"""Urgent notices whose time is over: they are on no screen any more."""

from collections.abc import Iterator
from datetime import date, datetime

from kiosk.authoring.check.subject import Subject
from kiosk.errors import EntryError, Problem, Severity
from kiosk.files.parsing import problems_in
from kiosk.files.snapshot import NOTICES
from kiosk.files.urgent_notices import load_notices


def ended_notices(subject: Subject, today: date | None = None) -> Iterator[Problem]:
    """Yield a warning for each notice that was shown for the last time."""
    if not subject.library:
        return
    day = today or datetime.now().astimezone().date()
    file = load_notices(subject.files, tuple(subject.library.packs), lambda _: None)
    ended = (
        EntryError(
            f"its last day was {entry.last}, and it is not shown any more",
            "delete it, or write a later day",
            key=f"{entry.key}.until",
        )
        for entry in file.entries
        if entry.last < day
    )
    path = subject.files.folder / NOTICES
    yield from problems_in(path, ended, Severity.WARNING, subject.files.text)
