"""Find the errors of new content that the content shown has not: these keep it out.

It is loaded when content has changed, never before the first page.
"""

from collections import Counter
from datetime import datetime, time

from kiosk.authoring.check.gate import check_files
from kiosk.errors import Problem, Severity
from kiosk.files.library import LibraryLoader
from kiosk.files.settings import Settings
from kiosk.files.snapshot import Snapshot


def new_errors(
    before: Snapshot, now: Snapshot, loader: LibraryLoader
) -> tuple[Problem, ...]:
    """Return each error that `kiosk check` finds in `now`, and not in `before`.

    The clinic may mend one thing and leave an old error for later: an error that the
    content shown has already does not keep the new content out.
    """
    known = Counter(map(_name, _errors(before, loader)))
    found = []
    for error in _errors(now, loader):
        known[_name(error)] -= 1
        if known[_name(error)] < 0:
            found.append(error)
    return tuple(found)


def _errors(files: Snapshot, loader: LibraryLoader) -> list[Problem]:
    settings = Settings(path=files.folder, clinic=loader.clinic)
    today = datetime.combine(loader.today(), time())
    problems = check_files(files, settings, lambda: today).problems
    return [it for it in problems if it.severity is Severity.ERROR]


def _name(problem: Problem) -> tuple[str, str]:
    """Return what an error is known by, wherever in its file it has moved to."""
    return str(problem.path), problem.message
