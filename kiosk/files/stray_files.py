"""Name the files that lie in a content folder and are not shown, and what to do.

A page under a name that is nearly right, notes, and what other programs leave behind.
None of them does harm.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.errors import EntryError, Problem, Severity
from kiosk.files.content_file import CONTENT_FILE, ContentFile
from kiosk.files.front_matter import is_draft
from kiosk.files.snapshot import Snapshot

_PAGE = ".md"
_NEARLY = (".m", ".md", ".markdown", ".mdown")
_PACK = "pack.toml"
_OFFICE = (".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf")
_FROM_A_MAC = "._"
_WRONG_NAME = "is not read under this name"


def stray_files(
    files: Snapshot, outline: ContentFile, languages: Iterable[str]
) -> Iterator[Problem]:
    """Yield a warning for each file that somebody may have meant to be shown."""
    folders = {files.folder / code for code in languages}
    source = files.folder / outline.source_language
    there = [path for path in files.paths(f"*{_PAGE}") if path.parent != files.folder]
    names = frozenset(path.stem for path in there if path.parent == source)
    for path in files.others:
        yield from _under_another_name(path) if path.parent in folders else ()
    for path in there:
        if path.parent == source:
            yield from _unlisted(files, path, outline)
        elif path.parent in folders:
            yield from _untranslated(path, source, names)
    others = {path.parent for path in there} - folders
    yield from (_without_words(it) for it in sorted(others) if it / _PACK not in files)


def _without_words(folder: Path) -> Problem:
    message = f"has pages and no {_PACK}"
    return _warning(folder, message, "add one, or move it away")


def _under_another_name(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the name of a file that is no page, if it matters."""
    name, suffix = path.name.lower(), path.suffix.lower()
    if name.startswith(_FROM_A_MAC):
        yield _warning(path, "is no page: a Mac left it here", "delete it")
    elif name == _PACK:
        yield _warning(path, _WRONG_NAME, f"rename it to {_PACK}")
    elif suffix in _NEARLY or name.endswith(".md.txt"):
        right = path.name[: name.index(_NEARLY[0])] + _PAGE
        yield _warning(path, _WRONG_NAME, f"rename it to {right}")
    elif suffix in _OFFICE:
        remedy = f"save it as {path.stem}{_PAGE}"
        yield _warning(path, "is no page: a page is plain text", remedy)


def _unlisted(files: Snapshot, path: Path, outline: ContentFile) -> Iterator[Problem]:
    if not outline.lists_all or path.stem in outline.pages:
        return
    with suppress(OSError, EntryError):
        if is_draft(files.text(path)):
            return
    message = f"is not shown, as {CONTENT_FILE} does not name it"
    remedy = f'add "{path.stem}" to its pages, or write draft: true in this one'
    yield _warning(path, message, remedy)


def _untranslated(
    path: Path, source: Path, names: Collection[str]
) -> Iterator[Problem]:
    if path.stem not in names:
        from kiosk.files.type_mistakes import similar

        message = f"is not shown, as there is no {source.name}/{path.name} to translate"
        remedy = f"as its name, {similar(path.stem, names)}, or delete it"
        yield _warning(path, message, remedy)


def _warning(path: Path, message: str, remedy: str) -> Problem:
    return Problem(path, severity=Severity.WARNING, message=message, remedy=remedy)
