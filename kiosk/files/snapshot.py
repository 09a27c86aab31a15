"""Read every file of a content folder at one moment, with their fingerprint.

Front matter and body of a page are then always of the same text, a folder that is
being copied is judged once, and nothing is read from the disk later on.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from os.path import realpath
from pathlib import Path
from typing import Any, Self
from zlib import crc32

from msgspec import Struct, field

from kiosk.content.blocks import Image
from kiosk.errors import ContentError, EntryError
from kiosk.files.parsing import MOST_TABLE_BYTES, blaming, parse_toml
from kiosk.files.text_files import MOST_BYTES, read_bytes, text_of

PICTURES = "illustrations"
NOTICES = "notices.toml"
MOST_PICTURE_BYTES = 8_000_000  # a phone's photo has 3 to 6 million
_TEXTS = ("*.toml", "*/pack.toml", "*/*.md")


class Snapshot(Struct, frozen=True, kw_only=True, dict=True):
    """The bytes of each file in `folder` that content may be made of, by its path.

    `unreadable` has the files that are there and could not be read, `others` those
    under names of no content. `fingerprint` is the same for two folders with the same
    files; `last_change` is when a file was last written, copied or renamed, in seconds
    since 1970; `stamp` is what `stamp_of` returned just before. `images` are the
    pictures of pages parsed so far, by how pages name them.
    """

    folder: Path
    files: Mapping[Path, bytes]
    unreadable: Mapping[Path, Exception] = field(default_factory=dict)
    others: tuple[Path, ...] = ()
    fingerprint: str = ""
    last_change: float = 0.0
    stamp: str = ""
    images: dict[str, Image] = field(default_factory=dict)

    def is_same(self, other: "Snapshot") -> bool:
        """Return whether both are of one folder with the same files in it."""
        return (self.folder, self.fingerprint) == (other.folder, other.fingerprint)

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Read `folder`; raises `ContentError` if there is no such folder."""
        with blaming(folder, ContentError):
            if not folder.is_dir():
                raise EntryError("there is no such folder")
            place = Path(realpath(folder))  # a link may lead elsewhere in a moment
            paths = sorted(_paths_in(place))
        others = sorted({*place.glob("*/*")} - {*paths})
        found = {path: _found(path) for path in (*paths, *others)}
        pictures = Path(realpath(place / PICTURES))
        files: dict[Path, bytes] = {}
        unreadable: dict[Path, Exception] = {}
        for path in paths:
            name = _moved(path, place, folder)
            try:
                files[name] = _bytes_of(path, place / PICTURES, pictures)
            except (OSError, EntryError) as error:
                unreadable[name] = error
        changes = (it.st_ctime for path in paths if (it := found[path]))
        return cls(
            folder=folder,
            files=files,
            unreadable=unreadable,
            others=tuple(_moved(path, place, folder) for path in others),
            fingerprint=_fingerprint(folder, files),
            last_change=max(changes, default=0.0),
            stamp=_stamp(place, found),
        )

    @property
    def is_complete(self) -> bool:
        """Whether the disk gave each file that is there."""
        return not any(isinstance(it, OSError) for it in self.unreadable.values())

    @cached_property
    def pictures_fingerprint(self) -> str:
        """The fingerprint of the pictures alone."""
        place = self.folder / PICTURES
        there = {
            path: data for path, data in self.files.items() if place in path.parents
        }
        return _fingerprint(self.folder, there)

    @property
    def paths_seen(self) -> frozenset[Path]:
        """Every file that was there, and the folders that they are in."""
        paths = {*self.files, *self.unreadable, *self.others}
        return frozenset((self.folder, *paths, *(path.parent for path in paths)))

    def __contains__(self, path: Path) -> bool:
        return path in self.files or path in self.unreadable

    def paths(self, pattern: str) -> list[Path]:
        """Return the files whose path ends in a pattern such as `en/*.md`, sorted."""
        known = {*self.files, *self.unreadable}
        return sorted(path for path in known if path.match(pattern))

    def data(self, path: Path) -> bytes:
        """Return the bytes of a file; raises what reading it did."""
        if path in self.unreadable:
            raise self.unreadable[path]
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path]

    def text(self, path: Path, most: int = MOST_BYTES) -> str:
        """Return the text of a file of at most `most` bytes; raises as `read_text`."""
        data = self.data(path)
        if len(data) > most:
            raise EntryError(f"is longer than {most:,} bytes", "make it shorter")
        return text_of(data)

    def table(self, path: Path) -> dict[str, Any]:
        """Return the TOML in a file; raises as `read_table`."""
        return parse_toml(self.text(path, MOST_TABLE_BYTES))

    def blaming(self, path: Path) -> AbstractContextManager[None]:
        """Turn every exception of reading one of these files into a `ContentError`."""
        return blaming(path, ContentError, self.text)


def stamp_of(folder: Path) -> str:
    """Return what changes with every file of content, without reading any of them.

    That is their names, sizes and times, and which files they are: another folder in
    the place of this one has other ones. Files that begin with a dot do not count; it
    is empty where there is no folder.
    """
    with suppress(OSError):
        place = Path(realpath(folder))
        paths = {*_paths_in(place), *place.glob("*/*")} if place.is_dir() else ()
        return _stamp(place, {path: _found(path) for path in paths})
    return ""


def _stamp(folder: Path, found: Mapping[Path, os.stat_result | None]) -> str:
    paths = sorted(it for it in found if not _is_hidden(it, folder))
    rows = "".join(f"{path}{_mark(found[path])}\n" for path in paths)
    return f"{crc32(rows.encode(errors='surrogateescape')):08x}" if rows else ""


def _mark(found: os.stat_result | None) -> Iterable[int]:
    """Return what is another after each change of a file."""
    if not found:
        return ()
    times = (found.st_mtime_ns, found.st_ctime_ns)
    return (found.st_dev, found.st_ino, found.st_size, *times)


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:  # a link to nothing, or it was removed just now
        return None


def _paths_in(folder: Path) -> Iterator[Path]:
    """Yield each path whose name fits a file of content."""
    for pattern in (*_TEXTS, f"{PICTURES}/**/*"):
        for path in folder.glob(pattern):
            if not path.is_dir() and not _is_hidden(path, folder):
                yield path


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(it.startswith(".") for it in path.relative_to(folder).parts)


def _moved(path: Path, place: Path, folder: Path) -> Path:
    """Return the path of a file of `place` as one of `folder`, which leads there."""
    return path if place == folder else folder / path.relative_to(place)


def _bytes_of(path: Path, pictures: Path, real: Path) -> bytes:
    """Return a file's bytes; raises `OSError` or `EntryError`.

    A picture is shown as it is, so no link may lead out of their folder, which is
    `pictures`, and `real` without links.
    """
    if not path.is_relative_to(pictures):
        return read_bytes(path)
    if not Path(realpath(path)).is_relative_to(real):
        raise EntryError("is a link out of its folder", "put the picture there")
    return read_bytes(path, MOST_PICTURE_BYTES)


def _fingerprint(folder: Path, files: Mapping[Path, bytes]) -> str:
    """Return eight digits to compare two kiosks by.

    A checksum will do, for nothing is gained by deceiving it; `hashlib` would bring
    3.4 MiB of OpenSSL into the memory of every kiosk.
    """
    total = 0
    for path, data in sorted(files.items()):
        name = path.relative_to(folder).as_posix()
        total = crc32(f"{name}\0{len(data)}\0".encode() + data, total)
    return f"{total:08x}"
