"""Change one passage of the content, if what comes of it passes the check.

A mistake that was there before does not keep another one from being mended; neither
does a translation that now says something else than its source.
"""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.approval.small_change import small_change
from kiosk.authoring.check.gate import check_files
from kiosk.authoring.passages import Passage
from kiosk.errors import ContentError, EntryError, Problem, Severity
from kiosk.files.parsing import blaming
from kiosk.files.settings import Settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_files import write_whole

_MARK = "\ufeff"  # which some editors put before the first line


class Outcome(Struct, frozen=True):
    """What a change brings: errors, for which it was not saved, if there are any.

    `behind` are the translations that are to follow the change.
    """

    errors: tuple[Problem, ...] = ()
    behind: tuple[Path, ...] = ()


class Editor(Struct, frozen=True):
    """Changes the files in a content `folder`, for a clinic with these settings."""

    folder: Path
    settings: Settings

    def save(self, passage: Passage, text: str) -> Outcome:
        """Write `text` in place of a passage, unless it brings errors.

        Raises `ContentError` if the passage is no longer there, or cannot be written.
        """
        before = Snapshot.take(self.folder)
        with blaming(passage.path, ContentError):
            data = _changed(before.data(passage.path), passage, text)
        after = replace(before, files={**before.files, passage.path: data})
        found = _errors(after, self.settings)
        behind = [it for it in found if _is_behind(it, passage.path)]
        others = [it for it in found if it not in behind]
        if errors := self._new(others, before):
            return Outcome(errors)
        with blaming(passage.path, ContentError):
            write_whole(passage.path, data)
        return Outcome(behind=tuple(dict.fromkeys(it.path for it in behind)))

    def mark_same(self, pages: Iterable[Path]) -> None:
        """Mark translations as up to date, as the meaning of their page is the same.

        Raises `KioskError` where one would not be shown.
        """
        subject = check_files(Snapshot.take(self.folder), self.settings)
        for page in pages:
            small_change(subject, [page.stem], [page.parent.name])

    def _new(self, found: list[Problem], before: Snapshot) -> tuple[Problem, ...]:
        """Return the errors that `before` does not have, in any line.

        It is checked only if there are errors: a check of all takes a while.
        """
        known = _errors(before, self.settings) if found else ()
        old = {*map(_without_line, known)}
        return tuple(it for it in found if _without_line(it) not in old)


def _changed(data: bytes, passage: Passage, text: str) -> bytes:
    """Return a file's bytes with another passage, and every other byte as it was."""
    whole = data.decode("utf-8")
    mark = _MARK if whole.startswith(_MARK) else ""
    whole = whole.removeprefix(_MARK)
    if passage.replaced_in(whole, passage.text) != whole:
        message = "has changed meanwhile"
        raise EntryError(message, "touch the paragraph again", line=passage.first)
    return f"{mark}{passage.replaced_in(whole, text)}".encode()


def _is_behind(problem: Problem, page: Path) -> bool:
    """Return whether a problem is that a translation of a page is to follow it."""
    path = problem.path
    is_translation = path.suffix == ".md" and path.name == page.name and path != page
    return is_translation and problem.message.startswith("source_hash")


def _errors(files: Snapshot, settings: Settings) -> Iterable[Problem]:
    problems = check_files(files, settings).problems
    return [it for it in problems if it.severity is Severity.ERROR]


def _without_line(problem: Problem) -> Problem:
    return problem._replace(line=0)
