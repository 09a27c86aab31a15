"""Find the fonts that a pack of words names: in a package, or beside the content."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from kiosk.errors import EntryError

FONTS = "fonts"
_KINDS = (".ttf", ".otf", ".ttc")


def pack_fonts(names: Iterable[str], folder: Path) -> tuple[Path, ...]:
    """Return the font files for the names in a pack of the content in `folder`.

    A name is that of a package of fonts, such as "fontpkg-noto-sans", or of a file in
    `fonts` of that folder. Raises `EntryError` for one that is not there.
    """
    return tuple(path for name in names for path in _files(name, folder / FONTS))


def _files(name: str, fonts: Path) -> list[Path]:
    if name.lower().endswith(_KINDS):
        path = fonts / Path(name).name
        if not path.is_file():
            message = f"there is no font {name!r} in {fonts}"
            raise EntryError(message, "put it there", key="fonts")
        return [path]
    module = name.replace("-", "_")
    spec = find_spec(module) if module.isidentifier() else None
    places = spec.submodule_search_locations if spec else None
    within = (path for place in places or () for path in Path(place).rglob("*"))
    found = sorted(path for path in within if path.suffix in _KINDS)
    if not found:
        message = f"there is no package of fonts called {name!r}"
        remedy = f"install it with pip, or put a file into {fonts}"
        raise EntryError(message, remedy, key="fonts")
    return found
