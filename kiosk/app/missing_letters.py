"""Find letters that no font has: visitors would see an empty box in their place."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from unicodedata import category, name

from msgspec.structs import asdict
from PySide6.QtGui import QRawFont

from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.plain_text import text_of
from kiosk.errors import Problem, Severity
from kiosk.files.paths import resources
from kiosk.files.themes import font_files

_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_MOST_NAMED = 8
_REMEDY = "write it otherwise, or name a font that has it in `fonts` of pack.toml"


def letters_without_font(
    library: Library, line_of: Callable[[Path, str], int] = lambda *_: 0
) -> Iterator[Problem]:
    """Yield a warning for each page or pack with letters that no font has.

    Fonts are the kiosk's own and those the packs name: another machine may lack more.
    `line_of` finds the line of a letter in a file.
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
                line=line_of(path, missing[0]),
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
