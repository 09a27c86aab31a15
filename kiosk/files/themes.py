"""Load themes: colours, the style sheet of rich text, icons and fonts.

Colours are rows of a theme's table. The style sheet and pictures name them, `$ink`, so
that a theme changes all of them together.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template

from msgspec import Struct

from kiosk.errors import ThemeError
from kiosk.files.parsing import blaming, read_table
from kiosk.files.text_files import read_text


class Theme(Struct, frozen=True, kw_only=True):
    """Colours by name, the style sheet of rich text, and the SVG of icons by name."""

    colours: Mapping[str, str]
    prose: str
    icons: Mapping[str, str]


FAMILIES = ("Atkinson Hyperlegible", "Noto Sans Arabic")
"""The families of `font_files`."""

_DEBIAN_ATKINSON = Path("/usr/share/fonts/truetype/atkinson-hyperlegible")


def load_theme(
    resources: Path, name: str, lengths: Mapping[str, str], needed: Iterable[str] = ()
) -> Theme:
    """Return the theme `name` at these lengths; raises `ThemeError`.

    `lengths` gives `$pad_small` and the like in pixels. The theme must have each of
    the colours `needed`.
    """
    folder = resources / "themes"
    table = folder / f"{name}.toml"
    with blaming(table, ThemeError):
        colours: dict[str, str] = read_table(table)
        for colour in needed:
            if colour not in colours:
                raise ValueError(
                    f'there is no colour {colour}; write {colour} = "#..."'
                )
    icons = sorted((resources / "icons").glob("*.svg"))
    return Theme(
        colours=colours,
        prose=_filled(folder / "prose.css", {**colours, **lengths}),
        icons={path.stem: _text(path) for path in icons},
    )


def icon_names(resources: Path) -> frozenset[str]:
    """Return the names of the icons that a page can choose from."""
    return frozenset(path.stem for path in (resources / "icons").glob("*.svg"))


def font_files(resources: Path) -> tuple[Path, ...]:
    """Return the font files of the kiosk, which needs no installed ones.

    The Arabic ones are ours for their lines, which are as near as reading needs.
    """
    latin, arabic = _atkinson(), resources / "fonts"
    return (
        latin / "AtkinsonHyperlegible-Regular.ttf",
        latin / "AtkinsonHyperlegible-Bold.ttf",
        arabic / "NotoSansArabic-Regular.ttf",
        arabic / "NotoSansArabic-Bold.ttf",
    )


def _atkinson() -> Path:
    """Return the folder of Atkinson Hyperlegible: pip's package, or else Debian's."""
    try:
        import fontpkg_atkinson_hyperlegible as atkinson
    except ModuleNotFoundError:
        return _DEBIAN_ATKINSON
    return Path(atkinson.ROOT) / "files"


def _text(path: Path) -> str:
    with blaming(path, ThemeError):
        return read_text(path)


def _filled(path: Path, names: Mapping[str, str]) -> str:
    with blaming(path, ThemeError):
        try:
            return Template(read_text(path)).substitute(names)
        except KeyError as missing:
            raise ValueError(f"no theme has a colour ${missing.args[0]}") from missing
