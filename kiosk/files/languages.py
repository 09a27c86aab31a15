"""Find the languages there are: a folder of the content with a pack is one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.content.bidi import runs_right_to_left
from kiosk.content.packs import Language
from kiosk.errors import ContentError, EntryError, Problem
from kiosk.files.content_file import pack_head, shipped_head
from kiosk.files.parsing import problems_in
from kiosk.files.snapshot import Snapshot


def languages_in(
    files: Snapshot, source: str, report: Callable[[ContentError], None]
) -> tuple[Language, ...]:
    """Return all languages, the one the pages were first written in at the front.

    That is `source`. A folder that is a copy of another is reported and left out.
    """
    folders = {path.parent.name: path for path in files.paths("*/pack.toml")}
    found = [_language(files, source, source)]
    for folder, manifest in folders.items():
        head = pack_head(files, manifest)
        said = head.get("language")
        if folder == source:
            continue
        if said != folder and said in folders:
            report(ContentError(_copy(files, manifest, said)))
        else:
            found.append(_language(files, folder, source))
    return tuple(found)


def chosen_from(
    languages: tuple[Language, ...],
    wanted: Sequence[str],
    first: str,
    stranger: Callable[[str, str], None],
) -> tuple[Language, ...]:
    """Return the languages a clinic wants, in its order; if none of them, all.

    `first` comes before them where it is not empty. A language may be called by its
    own name. `stranger` is called with one that is not there, and what to write.
    """
    known = {language.code: language for language in languages}
    names = {it.name.lower(): it.code for it in languages}
    found = []
    for name in (first, *(wanted or known)) if first else wanted:
        plain = name.strip().lower()
        code = names.get(plain, plain)
        if code in known:
            found.append(known[code])
        if code not in known or code != name:
            stranger(name, f"write {' or '.join(known)}")
    return tuple(dict.fromkeys(found)) or languages


def _language(files: Snapshot, code: str, source: str) -> Language:
    """Read the keys of a pack above its first table: the rest can wait.

    What they lack is that of the pack of this language which came with the program.
    """
    head = pack_head(files, files.folder / code / "pack.toml")
    if not (head.get("name") and head.get("direction")):
        head = shipped_head(code) | {key: said for key, said in head.items() if said}
    name = str(head.get("name") or code)
    return Language(
        code=code,
        name=name,
        rtl=head.get("direction", "rtl" if runs_right_to_left(name) else "") == "rtl",
        is_original=code == source,
        is_draft=code != source and head.get("draft") is True,
    )


def _copy(files: Snapshot, manifest: Path, of: str) -> Problem:
    message = f"this folder is a copy of {of}, and is not shown"
    remedy = f'move it away; for a language of its own write "{manifest.parent.name}"'
    error = EntryError(message, remedy, key="language")
    return problems_in(manifest, [error], read=files.text)[0]
