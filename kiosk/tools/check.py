"""Print what `kiosk.authoring.check` finds, and what only Qt can tell.

That is which letters no font has, and which pictures cannot be drawn.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path
from unicodedata import category, name

from PySide6.QtGui import QRawFont

from kiosk.app import run
from kiosk.app.problems import Reporter
from kiosk.app.undrawn_pictures import without_undrawn
from kiosk.authoring.check.formats import Format, written
from kiosk.authoring.check.gate import check as found_in
from kiosk.authoring.check.subject import Subject
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.plain_text import text_of
from kiosk.errors import Problem, Severity
from kiosk.files.paths import resources
from kiosk.files.themes import font_files

_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_MOST_NAMED = 8
_REMEDY = "write it otherwise, or name a font that has it in `fonts` of pack.toml"


def check(
    folder: Path | None = None,
    config: Path | None = None,
    form: Format = Format.TEXT,
    *,
    strict: bool = False,
) -> int:
    """Print every problem of a clinic, a line each; return the exit status.

    It is 1 for an error, and if `strict` for a warning too.
    """
    subject = with_drawing(found_in(folder, config))
    sys.stdout.write(written(subject.problems, form))
    return int(subject.has_errors or (strict and bool(subject.problems)))


def with_drawing(subject: Subject) -> Subject:
    """Return a subject with the problems that show only when pages are drawn."""
    if not subject.library:
        return subject
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = run.new_application(Reporter())
    drawn = without_undrawn(subject.library)
    undrawn = (it for it in drawn.problems if it not in subject.library.problems)
    problems = (*subject.problems, *undrawn, *letters_without_font(drawn))
    del application
    return replace(subject, problems=problems)


def letters_without_font(library: Library) -> Iterator[Problem]:
    """Yield a warning for each page or pack with letters that no font has.

    Fonts are the kiosk's own and those the packs name: another machine may lack more.
    """
    packs = library.ready_packs
    files = (*font_files(resources()), *(path for pack in packs for path in pack.fonts))
    fonts = [QRawFont(str(path), 16.0) for path in dict.fromkeys(files)]
    for path, text in chain.from_iterable(_texts(library.folder, it) for it in packs):
        missing = sorted(it for it in set(text) if not _is_drawn(it, fonts))
        if missing:
            named = ", ".join(map(_named, missing[:_MOST_NAMED]))
            more = f" and {len(missing) - _MOST_NAMED} more" * (
                len(missing) > _MOST_NAMED
            )
            yield Problem(
                path,
                severity=Severity.WARNING,
                message=f"no font has {named}{more}",
                remedy=_REMEDY,
            )


def _texts(folder: Path, pack: Pack) -> Iterator[tuple[Path, str]]:
    """Yield the words of a pack and of each of its own pages, with their files."""
    values = (asdict(pack.strings), asdict(pack.staff), pack.answers, pack.groups)
    words = [text for it in values for text in it.values()]
    advice = [text for it in pack.advice.values() for text in (it.heading, *it.lines)]
    words += [*pack.days.values(), *pack.topics.values(), *advice, pack.name]
    yield folder / pack.language / "pack.toml", "".join(words)
    yield folder / "notices.toml", "".join(it.text for it in pack.notices)
    for page in pack.pages:
        if page.language == pack.language:
            head = (page.title, page.tab, page.hint, page.summary, page.fact)
            text = "".join((*head, text_of(pack.blocks(page))))
            yield folder / page.language / f"{page.id}.md", text


def _is_drawn(letter: str, fonts: Iterable[QRawFont]) -> bool:
    unseen = category(letter) in _UNSEEN
    return unseen or any(font.supportsCharacter(ord(letter)) for font in fonts)


def _named(letter: str) -> str:
    return f"{letter} (U+{ord(letter):04X} {name(letter, '')})".replace(" )", ")")
