"""Find the languages there are: a folder of the content with a pack is one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.content.packs import Language
from kiosk.errors import ContentError, EntryError, UsageError
from kiosk.files.content_file import pack_head
from kiosk.files.snapshot import Snapshot


def languages_in(
    files: Snapshot, source: str, report: Callable[[ContentError], None]
) -> tuple[Language, ...]:
    """Return all languages, the one the pages were first written in at the front.

    That is `source`. A translation whose pack cannot be read is reported and left out;
    raises `ContentError` if that of the source cannot.
    """
    found = []
    problems = []
    for manifest in files.paths("*/pack.toml"):
        try:
            found.append(_language(files, manifest, source))
        except ContentError as problem:
            problems.append(problem)
    if not any(language.is_original for language in found):
        raise problems[0]
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


def _language(files: Snapshot, manifest: Path, source: str) -> Language:
    """Read the keys of a pack above its first table: the rest can wait."""
    with files.blaming(manifest):
        head = pack_head(files, manifest)
        if not head.get("name"):
            raise EntryError("is missing", "write the language's own name", key="name")
        return Language(
            code=manifest.parent.name,
            name=str(head["name"]),
            rtl=head.get("direction") == "rtl",
            is_original=manifest.parent.name == source,
        )
