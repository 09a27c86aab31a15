"""Find the languages there are: a folder of the content with a pack is one."""

from collections.abc import Callable, Sequence
from itertools import takewhile
from pathlib import Path

from kiosk.content.packs import Language
from kiosk.errors import ContentError, EntryError, Problem, UsageError
from kiosk.files.parsing import MOST_TABLE_BYTES, parse_toml
from kiosk.files.snapshot import Snapshot


def languages_in(
    files: Snapshot, report: Callable[[ContentError], None]
) -> tuple[Language, ...]:
    """Return all languages, the one the pages were first written in at the front.

    That is the one whose pack lists its pages. A translation whose pack cannot be
    read is reported and left out; raises `ContentError` if there is no original.
    """
    found = []
    problems = []
    for manifest in files.paths("*/pack.toml"):
        try:
            found.append(_language(files, manifest))
        except ContentError as problem:
            problems.append(problem)
    if not any(language.is_original for language in found):
        wrong = 'no language in it lists its "pages" in a pack.toml'
        absent = ContentError(Problem(files.folder, message=wrong))
        raise problems[0] if problems else absent
    for each in problems:
        report(each)
    return tuple(sorted(found, key=lambda language: not language.is_original))


def chosen_from(
    languages: tuple[Language, ...], wanted: Sequence[str], first: str = ""
) -> tuple[Language, ...]:
    """Return the languages a clinic wants, in its order; raises `UsageError`.

    Where it wants none in particular that is all of them. `first` comes before them.
    """
    if first:
        wanted = (first, *(wanted or (it.code for it in languages)))
    known = {language.code: language for language in languages}
    if strangers := [code for code in wanted if code not in known]:
        there = ", ".join(known)
        raise UsageError(f"there is no language {strangers[0]!r}; there are {there}")
    return tuple(known[code] for code in dict.fromkeys(wanted)) or languages


def _language(files: Snapshot, manifest: Path) -> Language:
    """Read the keys of a pack above its first table: the rest can wait."""
    with files.blaming(manifest):
        lines = files.text(manifest, MOST_TABLE_BYTES).splitlines()
        above = takewhile(lambda line: not line.startswith("["), lines)
        head = parse_toml("\n".join(above))
        if not head.get("name"):
            raise EntryError("is missing", "write the language's own name", key="name")
        return Language(
            code=manifest.parent.name,
            name=str(head["name"]),
            rtl=head.get("direction") == "rtl",
            is_original="pages" in head,
        )
