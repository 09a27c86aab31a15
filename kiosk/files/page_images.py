"""Find the picture that a page names, in the folder of pictures alone."""

from collections.abc import Iterable
from os.path import normpath
from pathlib import Path

from kiosk.content.blocks import Image
from kiosk.errors import EntryError
from kiosk.files.markdown_prose import PageError
from kiosk.files.pictures import picture_of
from kiosk.files.snapshot import PICTURES, Snapshot


def page_image(files: Snapshot, source: str) -> Image:
    """Return the picture `source`; raises `PageError`.

    One that many pages show is parsed once.
    """
    if source not in files.images:
        files.images[source] = _page_image(files, source)
    return files.images[source]


def _page_image(files: Snapshot, source: str) -> Image:
    pictures = files.folder / PICTURES
    path = Path(normpath(pictures / source))
    if not path.is_relative_to(normpath(pictures)):
        raise PageError(source, f"picture {source!r} is not in {pictures}")
    if path not in files:
        remedy = _remedy(path, (*files.files, *files.unreadable), pictures)
        raise PageError(source, f"there is no {source!r} in {pictures}{remedy}")
    try:
        return picture_of(files.data(path))
    except OSError as error:
        message = f"picture {source!r} cannot be used: {error.strerror}"
        raise PageError(source, message) from error
    except EntryError as error:
        line = f", line {error.line}," if error.line else ""
        message = f"picture {source!r}{line} {error.message}; {error.remedy}"
        raise PageError(source, message) from error


def _remedy(path: Path, known: Iterable[Path], pictures: Path) -> str:
    """Return what to write: the picture whose name is nearly that of `path`."""
    from difflib import get_close_matches

    there = [it for it in known if it.is_relative_to(pictures)]
    names = {it.relative_to(pictures).as_posix().lower(): it for it in there}
    wanted = path.relative_to(normpath(pictures)).as_posix().lower()
    near = get_close_matches(wanted, names, n=1)
    return f"; write {names[near[0]].relative_to(pictures).as_posix()}" if near else ""
