"""The style sheet, colours and icons of the pages to take home."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from msgspec import Struct

from kiosk.domain.preferences import ColourScheme
from kiosk.errors import ThemeError
from kiosk.files.parsing import blaming, read_table
from kiosk.files.text_files import read_text


class SiteStyle(Struct, frozen=True):
    """The styles of web pages and of paper; the light theme's colours, and icons."""

    css: str
    paper: str
    colours: Mapping[str, str]
    icons: Mapping[str, str]


def load_site_style(resources: Path) -> SiteStyle:
    """Return the style of pages to take home; raises `ThemeError`."""
    table = resources / "themes" / f"{ColourScheme.LIGHT}.toml"
    with blaming(table, ThemeError):
        colours: dict[str, str] = read_table(table)
    sheet = resources / "site" / "site.css"
    with blaming(sheet, ThemeError):
        css = Template(read_text(sheet)).substitute(colours)
    icons = sorted((resources / "icons").glob("*.svg"))
    paper = _text(resources / "site" / "handout.typ")
    return SiteStyle(css, paper, colours, {path.stem: _text(path) for path in icons})


def _text(path: Path) -> str:
    with blaming(path, ThemeError):
        return read_text(path)
