"""Change one passage of the content, if what comes of it passes the check.

A mistake that was there before does not keep another one from being mended; neither
does a translation that now says something else than its source.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.authoring.approval.small_change import small_change
from kiosk.authoring.check.gate import check_files
from kiosk.authoring.passages import Passage
from kiosk.errors import ContentError, EntryError, Problem, Severity
from kiosk.files.parsing import blaming
from kiosk.files.settings import Settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_files import write_whole

_MARK = "\ufeff"  # which some editors put before the first line


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change brings: errors, for which it was not saved, if there are any.

    `behind` are the translations that are to follow the change.
    """

    errors: tuple[Problem, ...] = ()
    behind: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Editor:
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
        found = self._new_errors(before, after)
        behind = [it for it in found if _is_translation(it.path, passage.path)]
        if errors := tuple(it for it in found if it not in behind):
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

    def _new_errors(self, before: Snapshot, after: Snapshot) -> tuple[Problem, ...]:
        """Return the errors of `after` that `before` does not have, in any line."""
        known = {*map(_without_line, _errors(before, self.settings))}
        found = _errors(after, self.settings)
        return tuple(it for it in found if _without_line(it) not in known)


def _changed(data: bytes, passage: Passage, text: str) -> bytes:
    """Return a file's bytes with another passage, and every other byte as it was."""
    whole = data.decode("utf-8")
    mark = _MARK if whole.startswith(_MARK) else ""
    whole = whole.removeprefix(_MARK)
    if passage.replaced_in(whole, passage.text) != whole:
        message = "has changed meanwhile"
        raise EntryError(message, "touch the paragraph again", line=passage.first)
    return f"{mark}{passage.replaced_in(whole, text)}".encode()


def _is_translation(path: Path, page: Path) -> bool:
    """Return whether a file is a page in another language."""
    is_page = path.suffix == ".md" and path.name == page.name
    return is_page and path != page


def _errors(files: Snapshot, settings: Settings) -> Iterable[Problem]:
    problems = check_files(files, settings).problems
    return [it for it in problems if it.severity is Severity.ERROR]


def _without_line(problem: Problem) -> Problem:
    return replace(problem, line=0)
