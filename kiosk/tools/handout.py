"""Write one page as a sheet of paper, or send it to a printer."""

import sys
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec.structs import replace

from kiosk.app.content_source import ContentSource
from kiosk.content.packs import Pack
from kiosk.content.pages import Page
from kiosk.errors import UsageError
from kiosk.files.paths import resources
from kiosk.files.settings import load_settings
from kiosk.files.site_style import load_site_style
from kiosk.files.themes import font_files
from kiosk.publishing.handout import Handout, Paper
from kiosk.publishing.images import Palette

_HOW_TO_INSTALL = 'pip install "kiosk[handout]" brings what makes sheets of paper'


def sheet(
    page: str, language: str, places: tuple[Path | None, Path | None] = (None, None)
) -> bytes:
    """Return a page as a tagged PDF; raises `KioskError`.

    Without a `language` it is in the clinic's first one. `places` are the file of
    settings and the folder of the content, where they are not the usual ones.
    """
    settings = load_settings(places[0])
    source = ContentSource.of(settings, places[1])
    library = replace(source, loader=replace(source.loader, away=True)).load()
    codes = [it.code for it in library.languages]
    pack = library.pack(_known(language, codes, "language") if language else codes[0])
    found = _page(page, pack)
    clinic = settings.clinic.in_language(pack.language, own=codes[0])
    made = Handout(found, pack, library, clinic, date.today())  # noqa: DTZ011 - local
    style = load_site_style(resources())
    fonts = dict.fromkeys(path.parent for path in font_files(resources()))
    paper = Paper(style.paper, Palette(style.colours, style.icons), (*fonts,))
    try:
        return made.pdf(paper)
    except ModuleNotFoundError as missing:
        raise UsageError(f"{missing}; {_HOW_TO_INSTALL}") from missing


def write(path: Path, pdf: bytes) -> None:
    """Write a sheet to a file, or to stdout for `-`; raises `UsageError`."""
    if path == Path("-"):
        sys.stdout.buffer.write(pdf)
        return
    try:
        path.write_bytes(pdf)
    except OSError as error:
        reason = f"cannot be written: {error.strerror}"
        raise UsageError(f"{path}: {reason}; name another file") from error


def _page(name: str, pack: Pack) -> Page:
    _known(name, [page.id for page in pack.pages], "page")
    return pack.page(name)


def _known(name: str, names: list[str], kind: str) -> str:
    """Return a name that is one of `names`, or raise with the nearest ones."""
    if name in names:
        return name
    near = get_close_matches(name, names, cutoff=0.4) or names
    raise UsageError(f"{name}: there is no such {kind}; write {' or '.join(near)}")
