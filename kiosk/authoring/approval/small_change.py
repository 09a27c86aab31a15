"""Mark translations as up to date after a small change of the page they translate.

Its author says that the meaning is the same; what can be seen of a translation that is
not the same is refused.
"""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from kiosk.authoring.approval.approve import check_known, source_language
from kiosk.authoring.check.gate import check_files
from kiosk.authoring.check.subject import Subject
from kiosk.errors import ContentError, EntryError, Severity, UsageError
from kiosk.files.front_matter import fingerprint, split
from kiosk.files.front_matter_edit import with_keys
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_files import read_bytes, write_whole
from kiosk.files.yaml_tables import parse_yaml

_KEY = "source_hash"


def small_change(
    subject: Subject, names: Iterable[str], languages: Iterable[str] = ()
) -> list[str]:
    """Mark the translations of pages in `languages`, or all; return a line for each.

    Raises `UsageError` for what there is not, and where translations of a page are of
    different versions of it and none is named; `ContentError` for one that would not be
    shown. Then nothing is written.
    """
    chosen, files = tuple(languages), subject.files
    written: dict[Path, bytes] = {}
    for name in dict.fromkeys(it.removesuffix(".md") for it in names):
        written |= _marked(files, name, chosen)
    _check_shown(subject, written)
    for path, data in written.items():
        with files.blaming(path):
            if read_bytes(path) != files.data(path):
                raise EntryError("this file has just changed", "mark it again")
            write_whole(path, data)
    return [f"{path}: is up to date" for path in written] or ["all are up to date"]


def _marked(files: Snapshot, name: str, chosen: tuple[str, ...]) -> dict[Path, bytes]:
    """Return the translations of a page that are out of date, as they are marked."""
    source = source_language(files)
    there = [path.stem for path in files.paths(f"{source}/*.md")]
    check_known(name, there, f"page in {source}")
    paths = {it.parent.name: it for it in files.paths(f"*/{name}.md")}
    now = _hash_of(files, paths.pop(source))
    for language in chosen:
        check_known(language, paths, f"translation of {name}")
    wanted = {code: paths[code] for code in chosen or paths}
    were = {code: _written_hash(files, path) for code, path in wanted.items()}
    late = {code: was for code, was in were.items() if was != now}
    if not chosen and len(set(late.values())) > 1:
        raise UsageError(
            f"{name}: {', '.join(late)} translate different versions of it; "
            "name those whose meaning is the same: --language CODE"
        )
    return {wanted[code]: _marked_page(files, wanted[code], now) for code in late}


def _marked_page(files: Snapshot, path: Path, source_hash: str) -> bytes:
    with files.blaming(path):
        return with_keys(files.data(path), {_KEY: f'"{source_hash}"'})


def _hash_of(files: Snapshot, path: Path) -> str:
    with files.blaming(path):
        return fingerprint(files.text(path))


def _written_hash(files: Snapshot, path: Path) -> str:
    with files.blaming(path):
        front = parse_yaml(split(files.text(path))[0], first_line=2)
        return str(front.get(_KEY, ""))


def _check_shown(subject: Subject, written: dict[Path, bytes]) -> None:
    """Refuse a translation that would not be shown; raises `ContentError`."""
    marked = replace(subject.files, files={**subject.files.files, **written})
    problems = check_files(marked, subject.settings).problems
    errors = (it for it in problems if it.severity is Severity.ERROR)
    if wrong := [it for it in errors if it.path in written]:
        raise ContentError(*wrong)
